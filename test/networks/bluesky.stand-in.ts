import { BlueskyAnswers, handleOf } from './bluesky-answers.js';
import { BlueskyFeed, type FeedRow } from './bluesky-feed.js';
import { didOf } from './bluesky-identifiers.js';
import { BlueskyParameters, RefusedCall, refusal } from './bluesky-parameters.js';
import { PASSERS_BY, passersBy } from './passers-by.js';
import type { InventedAccount, PlayedAccount } from './played-account.js';
import { type AccountLevers, PlayedAccounts } from './played-accounts.js';
import { RateWindow } from './rate-window.js';
import { type Ask, type Reply, StandIn } from './stand-in.js';

const FIVE_MINUTES_MS = 300_000;
const XRPC = '/xrpc/';

export interface BlueskySettings {
  /** The time of the played network: tests move it. */
  now: () => Date;
  /** `centre` has the handle `centre.example`; a name with a dot is a handle already. */
  accounts: readonly InventedAccount[];
  /** Whether the limits are told in headers, as Bluesky's own hosts do. Yes when absent. */
  tellsLimits?: boolean;
  /** Calls allowed in five minutes of the played clock. 3000 when absent. */
  callsPerFiveMinutes?: number;
  /** An older AppView counts no saved posts. Today's when absent. */
  appView?: 'today' | 'older';
  /** Short: a first page that is half full, a second that is empty, both with a cursor. Short when absent. */
  pages?: 'short' | 'full';
  /** Whether feeds hold posts only: no reposts, no replies. No when absent. */
  isQuiet?: boolean;
  latencyMs?: number;
}

/** Why an account is not shown, in Bluesky's words. */
export type Suspension = 'AccountTakedown' | 'AccountDeactivated';

export interface BlueskyStandIn extends AccountLevers {
  standIn: StandIn;
  url: string;
  close: () => Promise<void>;
  /** The handle changes, the DID stays; nothing answers to the old handle any more. */
  renameAccount: (name: string, handle: string) => void;
  /** null: shown again. */
  suspendAccount: (name: string, why: Suspension | null) => void;
  /** The post's record claims to have been written then: earlier or in the future. */
  lieAboutDate: (name: string, number: number, createdAt: Date) => void;
  /** The post is shown first to those who ask for pinned posts; null: none is. */
  pinPost: (name: string, number: number | null) => void;
  /** Every call is one too many until then. */
  limitUntil: (instant: Date) => void;
  didOf: (name: string) => string;
  /** Of a post seen or not. */
  postUri: (name: string, number: number) => string;
}

/** An AppView, as the fact sheet `bluesky.md` tells of it. Only the lever editPost has no model there: it changes text and CID, and no date. */
export async function startBlueskyStandIn(settings: BlueskySettings): Promise<BlueskyStandIn> {
  const server = new AppView(settings);
  const standIn = await StandIn.start({ now: settings.now, answer: (ask) => server.answer(ask), ...(settings.latencyMs === undefined ? {} : { latencyMs: settings.latencyMs }) });
  const { accounts, answers, feed, rate, suspended } = server;
  return {
    standIn, url: standIn.url, close: () => standIn.close(), ...accounts.levers(),
    renameAccount: (name, handle) => { accounts.require(name).name = handle; },
    suspendAccount: (name, why) => { if (why) suspended.set(name, why); else suspended.delete(name); },
    lieAboutDate: (name, number, createdAt) => feed.lie(accounts.require(name), number, createdAt),
    pinPost: (name, number) => answers.pin(accounts.require(name), number),
    limitUntil: (instant) => rate.limitUntil(instant),
    didOf: (name) => didOf(accounts.require(name).key),
    postUri: (name, number) => feed.uriOf(accounts.require(name), number),
  };
}

class AppView {
  readonly accounts: PlayedAccounts;
  readonly feed: BlueskyFeed;
  readonly answers: BlueskyAnswers;
  readonly rate: RateWindow;
  readonly suspended = new Map<string, Suspension>();
  private readonly methods: Readonly<Record<string, (asked: BlueskyParameters) => unknown>>;

  constructor(private readonly settings: BlueskySettings) {
    this.accounts = new PlayedAccounts(settings.accounts, settings.now);
    this.feed = new BlueskyFeed(settings.isQuiet ?? false);
    this.answers = new BlueskyAnswers({ now: settings.now, feed: this.feed, hasBookmarks: settings.appView !== 'older' });
    this.rate = new RateWindow({ calls: settings.callsPerFiveMinutes ?? 3000, perMs: FIVE_MINUTES_MS, now: settings.now });
    this.methods = {
      'com.atproto.identity.resolveHandle': (asked) => this.resolve(asked),
      'app.bsky.actor.getProfile': (asked) => this.profile(asked.actor()),
      'app.bsky.actor.getProfiles': (asked) => this.profiles(asked.actors()),
      'app.bsky.feed.getAuthorFeed': (asked) => this.authorFeed(asked),
      'app.bsky.feed.getPosts': (asked) => this.posts(asked.uris()),
      'app.bsky.feed.getLikes': (asked) => this.likes(asked.uri()),
      'app.bsky.feed.getRepostedBy': (asked) => ({ uri: asked.uri(), repostedBy: this.people(asked.uri(), 'shares') }),
      'app.bsky.feed.getQuotes': (asked) => this.quotes(asked.uri()),
      'app.bsky.feed.getPostThread': (asked) => this.thread(asked.uri()),
      'app.bsky.graph.getFollowers': (asked) => this.followers(asked.actor()),
    };
  }

  answer(ask: Ask): Reply {
    const state = this.rate.count();
    const headers = {
      'ratelimit-limit': String(state.limit), 'ratelimit-remaining': String(state.remaining),
      'ratelimit-reset': String(Math.ceil(state.resetAt.getTime() / 1000)), 'ratelimit-policy': `${state.limit};w=${FIVE_MINUTES_MS / 1000}`,
    };
    const reply = state.isOver ? refusal('RateLimitExceeded', 'Rate Limit Exceeded', 429) : this.called(ask);
    return this.settings.tellsLimits === false ? reply : { ...reply, headers: { ...headers, ...reply.headers } };
  }

  private called(ask: Ask): Reply {
    if (!ask.url.pathname.startsWith(XRPC)) return { status: 404, headers: { 'content-type': 'text/html; charset=utf-8' }, text: '<!DOCTYPE html><pre>Cannot GET</pre>' };
    const method = this.methods[ask.url.pathname.slice(XRPC.length)];
    if (!method || ask.method !== 'GET') return refusal('MethodNotImplemented', 'Method Not Implemented', 501);
    try {
      return { json: method(new BlueskyParameters(ask)) };
    } catch (error) {
      if (error instanceof RefusedCall) return refusal(error.code, error.message, error.code === 'InternalServerError' ? 500 : 400);
      throw error;
    }
  }

  private found(actor: string): PlayedAccount | null {
    return this.accounts.all.find((account) => !account.isDeleted && (didOf(account.key) === actor || handleOf(account) === actor.toLowerCase())) ?? null;
  }

  /** An account that everybody may see. */
  private shown(actor: string): PlayedAccount {
    const account = this.found(actor);
    if (!account || this.suspended.has(account.key)) throw new RefusedCall('Profile not found');
    return account;
  }

  private resolve(asked: BlueskyParameters): unknown {
    const account = this.found(asked.required('handle'));
    if (!account) throw new RefusedCall('Unable to resolve handle');
    return { did: didOf(account.key) };
  }

  private profile(actor: string): unknown {
    const stranger = PASSERS_BY.find(({ handle }) => didOf(handle) === actor || `${handle}.example` === actor);
    if (stranger) return this.answers.strangerInFull(stranger);
    const account = this.found(actor);
    const why = this.suspended.get(account?.key ?? '');
    if (why) throw new RefusedCall(why === 'AccountTakedown' ? 'Account has been suspended' : 'Account is deactivated', why);
    return this.answers.profile(this.shown(actor));
  }

  private profiles(actors: readonly string[]): unknown {
    return { profiles: actors.flatMap((actor) => { try { return [this.profile(actor)]; } catch { return []; } }) };
  }

  private authorFeed(asked: BlueskyParameters): unknown {
    const limit = asked.limit();
    const account = this.shown(asked.actor());
    const rows = filtered(this.answers.rows(account), asked.text('filter'));
    const cursor = asked.text('cursor');
    const pinned = cursor === null && asked.text('includePins') === 'true' ? this.answers.pinned(account) : null;
    const page = pageOf(rows, { cursor, limit, isShort: this.settings.pages !== 'full' });
    const items = page.rows.filter(({ uri }) => uri !== pinned?.uri).map((row) => this.answers.feedItem(account, row));
    const first = pinned ? [{ post: this.answers.postView(account, pinned), reason: { $type: 'app.bsky.feed.defs#reasonPin' } }] : [];
    return { feed: [...first, ...items], ...(page.cursor === null ? {} : { cursor: page.cursor }) };
  }

  private posts(uris: readonly string[]): unknown {
    return { posts: [...new Set(uris)].flatMap((uri) => { const found = this.rowAt(uri); return found ? [this.answers.postView(found.account, found.row)] : []; }) };
  }

  private rowAt(uri: string): { account: PlayedAccount; row: FeedRow } | null {
    const account = this.found(uri.slice('at://'.length).split('/')[0] ?? '');
    if (!account || this.suspended.has(account.key)) return null;
    const row = this.answers.rows(account).find((candidate) => candidate.uri === uri && (candidate.type === 'post' || candidate.type === 'reply'));
    return row ? { account, row } : null;
  }

  private people(uri: string, figure: 'likes' | 'shares'): unknown[] {
    return passersBy(this.rowAt(uri)?.row.post.figures[figure] ?? 0).map((person) => this.answers.stranger(person));
  }

  private likes(uri: string): unknown {
    const at = this.settings.now().toISOString();
    return { uri, likes: this.people(uri, 'likes').map((actor) => ({ actor, createdAt: at, indexedAt: at })) };
  }

  private quotes(uri: string): unknown {
    const found = this.rowAt(uri);
    return { uri, posts: found ? this.answers.remarksOn(found.row.post, Math.floor(found.row.post.figures.shares / 5)) : [] };
  }

  private thread(uri: string): unknown {
    const found = this.rowAt(uri);
    if (!found) throw new RefusedCall(`Post not found: ${uri}`, 'NotFound');
    const $type = 'app.bsky.feed.defs#threadViewPost';
    const replies = this.answers.remarksOn(found.row.post, found.row.post.figures.comments).map((post) => ({ $type, post, replies: [] }));
    return { thread: { $type, post: this.answers.postView(found.account, found.row), replies } };
  }

  private followers(actor: string): unknown {
    const account = this.shown(actor);
    return { subject: this.answers.basic(account), followers: passersBy(account.followersAt(this.settings.now())).map((person) => this.answers.stranger(person)) };
  }
}

function filtered(rows: readonly FeedRow[], filter: string | null): FeedRow[] {
  const isOwn = ({ type }: FeedRow) => type === 'post';
  if (filter === 'posts_no_replies') return rows.filter(({ type }) => type !== 'reply');
  if (filter === 'posts_and_author_threads') return rows.filter(({ type }) => type !== 'reply');
  if (filter === 'posts_with_media') return rows.filter((row) => isOwn(row) && row.post.kind === 'photo');
  if (filter === 'posts_with_video') return rows.filter((row) => isOwn(row) && row.post.kind === 'video');
  return [...rows];
}

/** Cursors are opaque to those who get them; the word at their end marks the page that will be empty. The real AppView breaks on one it did not give. */
function pageOf(rows: readonly FeedRow[], asked: { cursor: string | null; limit: number; isShort: boolean }): { rows: FeedRow[]; cursor: string | null } {
  const [time, cid, rest] = asked.cursor?.split('__') ?? [];
  if (asked.cursor !== null && (!/^\d+$/.test(time ?? '') || cid === undefined)) throw new RefusedCall('Internal Server Error', 'InternalServerError');
  if (rest === 'then') return { rows: [], cursor: `${time}__${cid}` };
  const left = rows.filter((row) => cid === undefined || row.sortAt.getTime() < Number(time) || (row.sortAt.getTime() === Number(time) && row.cid < cid));
  const isFirst = asked.isShort && asked.cursor === null;
  const page = left.slice(0, isFirst ? Math.ceil(asked.limit / 2) : asked.limit);
  const last = page.at(-1);
  if (!last || page.length === left.length) return { rows: page, cursor: null };
  return { rows: page, cursor: `${last.sortAt.getTime()}__${last.cid}${isFirst ? '__then' : ''}` };
}
