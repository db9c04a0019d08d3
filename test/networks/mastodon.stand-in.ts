import { type TimelineEntry, MastodonAnswers } from './mastodon-answers.js';
import { type MastodonSettings, abilitiesOf, notFound, refuseScope, refuseToken, tooMany } from './mastodon-kinds.js';
import { covers, MastodonSignIn } from './mastodon-sign-in.js';
import { passersBy } from './passers-by.js';
import type { PlayedAccount } from './played-account.js';
import { type AccountLevers, PlayedAccounts } from './played-accounts.js';
import { RateWindow } from './rate-window.js';
import { type Places, type Route, answerFrom, bearerOf } from './routes.js';
import { type Ask, type Reply, StandIn } from './stand-in.js';

const FIVE_MINUTES_MS = 300_000;
const MOST_STATUSES = 40;
const USUAL_STATUSES = 20;
const MOST_PEOPLE = 80;
/** Statuses asked for together by identifier; Mastodon's DEFAULT_STATUSES_LIMIT, in app/controllers/api (read 2026-11-24). */
const MOST_AT_ONCE = 20;
/** snac looks no further back. */
const SNAC_STATUSES = 256;

export interface MastodonStandIn extends AccountLevers {
  standIn: StandIn;
  url: string;
  close: () => Promise<void>;
  /** Whether whoever is sent to sign in says yes at once. */
  setApprove: (approve: boolean) => void;
  /** Who signs in next; the first account until then. */
  signInAs: (name: string) => void;
  /** A token without the detour by the browser; scopes `read` when absent. */
  issueToken: (name: string, scopes?: readonly string[]) => string;
  /** Every token of the account is refused from now on. */
  revokeToken: (name: string) => void;
  /** The name people read changes; these servers let nobody change the address. */
  renameAccount: (name: string, title: string) => void;
  /** Every call is one too many until then. */
  limitUntil: (instant: Date) => void;
  /** The identifiers this server gave. */
  accountId: (name: string) => string;
  /** Of a post seen or not. */
  statusId: (name: string, number: number) => string;
}

/** A server of Mastodon's kin, as the fact sheet `mastodon.md` tells of them. */
export async function startMastodonStandIn(settings: MastodonSettings): Promise<MastodonStandIn> {
  const server = new MastodonServer(settings);
  const standIn = await StandIn.start({ now: settings.now, answer: (ask) => server.answer(ask), ...(settings.latencyMs === undefined ? {} : { latencyMs: settings.latencyMs }) });
  server.url = standIn.url;
  const { accounts, answers, signIn, rate } = server;
  return {
    standIn, url: standIn.url, close: () => standIn.close(), ...accounts.levers(),
    setApprove: (approve) => { signIn.approve = approve; },
    signInAs: (name) => { signIn.person = accounts.require(name).key; },
    issueToken: (name, scopes = ['read']) => signIn.issue({ account: accounts.require(name).key, scopes }),
    revokeToken: (name) => signIn.revoke(name),
    renameAccount: (name, title) => { accounts.require(name).title = title; },
    limitUntil: (instant) => rate.limitUntil(instant),
    accountId: (name) => answers.accountId(accounts.require(name)),
    statusId: (name, number) => answers.statusId(accounts.require(name), number),
  };
}

class MastodonServer {
  url = '';
  readonly accounts: PlayedAccounts;
  readonly answers: MastodonAnswers;
  readonly signIn: MastodonSignIn;
  readonly rate: RateWindow;

  constructor(private readonly settings: MastodonSettings) {
    this.accounts = new PlayedAccounts(settings.accounts, settings.now);
    this.answers = new MastodonAnswers(settings, () => this.url);
    this.signIn = new MastodonSignIn(settings, this.accounts.first().key);
    const calls = settings.callsPerFiveMinutes ?? (settings.kind === 'snac' ? Number.POSITIVE_INFINITY : 300);
    this.rate = new RateWindow({ calls, perMs: FIVE_MINUTES_MS, now: settings.now });
  }

  answer(ask: Ask): Reply {
    const state = this.rate.count();
    const reply = state.isOver ? tooMany(this.settings.kind) : (answerFrom(this.routes(), ask) ?? notFound(this.settings.kind, 'call'));
    if (this.settings.kind === 'snac') return reply;
    const name = this.settings.kind === 'mastodon' ? 'X-RateLimit' : 'X-Ratelimit';
    return { ...reply, headers: { ...reply.headers, [`${name}-Limit`]: String(state.limit), [`${name}-Remaining`]: String(state.remaining), [`${name}-Reset`]: state.resetAt.toISOString() } };
  }

  private routes(): readonly Route[] {
    return [
      ...this.signIn.routes,
      ['GET /api/v1/instance', () => ({ json: this.instance(), ...(this.settings.kind === 'mastodon' ? { headers: { deprecation: '@1668384000' } } : {}) })],
      ['GET /api/v2/instance', () => (this.settings.kind === 'snac' ? notFound('snac', 'call') : { json: this.instance() })],
      ['GET /api/v1/accounts/verify_credentials', (ask) => this.whoAmI(ask)],
      ['GET /api/v1/accounts/lookup', (ask) => this.guarded(ask, 'read:accounts', () => this.lookUp(ask))],
      ['GET /api/v1/accounts/:id', (ask, { id }) => this.guarded(ask, 'read:accounts', () => this.ofAccount(id, (account) => ({ json: this.answers.account(account) })))],
      ['GET /api/v1/accounts/:id/statuses', (ask, { id }) => this.guarded(ask, 'read:statuses', () => this.ofAccount(id, (account) => this.statuses(ask, account)))],
      ['GET /api/v1/accounts/:id/followers', (ask, { id }) => this.guarded(ask, 'read:accounts', () => this.ofAccount(id, (account) => this.people(ask, account.followersAt(this.settings.now()))))],
      ['GET /api/v1/follow_requests', (ask) => this.signedIn(ask, 'read:follows', () => this.people(ask, this.settings.followRequests ?? 0))],
      ['GET /api/v1/statuses', (ask) => (abilitiesOf(this.settings).hasSeveralStatuses ? this.guarded(ask, 'read:statuses', () => this.several(ask)) : notFound(this.settings.kind, 'call'))],
      ['GET /api/v1/statuses/:id', (ask, places) => this.guarded(ask, 'read:statuses', () => this.ofStatus(ask, places, (account, entry) => ({ json: this.answers.status(account, entry) })))],
      ['GET /api/v1/statuses/:id/reblogged_by', (ask, places) => this.guarded(ask, 'read:accounts', () => this.ofStatus(ask, places, (_, { post }) => this.people(ask, post.figures.shares)))],
      ['GET /api/v1/statuses/:id/favourited_by', (ask, places) => this.guarded(ask, 'read:accounts', () => this.ofStatus(ask, places, (_, { post }) => this.people(ask, post.figures.likes)))],
      ['GET /api/v1/statuses/:id/context', (ask, places) => this.guarded(ask, 'read:statuses', () => this.ofStatus(ask, places, (_, entry) => this.context(entry)))],
    ];
  }

  /** Answers those who may read: signed in, or anybody where a Mastodon is open to visitors. */
  private guarded(ask: Ask, scope: string, answer: () => Reply): Reply {
    const { kind, closedToVisitors } = this.settings;
    const isOpen = kind === 'mastodon' && !closedToVisitors;
    return bearerOf(ask) === null && isOpen ? answer() : this.signedIn(ask, scope, answer);
  }

  private signedIn(ask: Ask, scope: string, answer: () => Reply): Reply {
    const { kind } = this.settings;
    const token = bearerOf(ask);
    if (token === null) return refuseToken(kind, 'missing');
    const grant = this.signIn.grantOf(token);
    if (!grant) return refuseToken(kind, 'dead');
    return kind === 'snac' || covers(grant.scopes, scope) ? answer() : refuseScope(kind);
  }

  private whoAmI(ask: Ask): Reply {
    const grant = this.signIn.grantOf(bearerOf(ask) ?? '');
    const scope = grant?.scopes.includes('profile') ? 'profile' : 'read:accounts';
    return this.signedIn(ask, scope, () => this.shown(this.accounts.require(grant?.account ?? '')));
  }

  private shown(account: PlayedAccount): Reply {
    return account.isDeleted ? gone() : { json: { ...this.answers.account(account), source: { privacy: 'public', sensitive: false, language: 'fr', note: '', fields: [] } } };
  }

  private lookUp(ask: Ask): Reply {
    const [name, host] = (ask.url.searchParams.get('acct') ?? '').replace(/^@/, '').toLowerCase().split('@');
    const account = this.accounts.all.find((candidate) => candidate.name.toLowerCase() === name && !candidate.isDeleted);
    const isHere = host === undefined || host === new URL(this.url).host;
    return account && isHere ? { json: this.answers.account(account) } : notFound(this.settings.kind, 'account');
  }

  private ofAccount(id: string | undefined, answer: (account: PlayedAccount) => Reply): Reply {
    const account = this.accounts.all.find((candidate) => this.answers.accountId(candidate) === id);
    if (!account) return notFound(this.settings.kind, 'account');
    return account.isDeleted ? gone() : answer(account);
  }

  private ofStatus(ask: Ask, { id = '' }: Places, answer: (account: PlayedAccount, entry: TimelineEntry) => Reply): Reply {
    const owner = this.answers.ownerOf(id);
    for (const account of owner ? [owner] : this.accounts.all) {
      const entry = this.visible(ask, account).find((candidate) => candidate.id === id);
      if (entry && !account.isDeleted) return answer(account, entry);
    }
    return notFound(this.settings.kind, 'status');
  }

  /** What whoever asks may see of an account: its owner sees also what is kept from the public. */
  private visible(ask: Ask, account: PlayedAccount): TimelineEntry[] {
    const isOwner = this.signIn.grantOf(bearerOf(ask) ?? '')?.account === account.key;
    return this.answers.timelineOf(account).filter(({ visibility }) => isOwner || visibility === 'public' || visibility === 'unlisted');
  }

  private statuses(ask: Ask, account: PlayedAccount): Reply {
    const { searchParams } = ask.url;
    const json = (entries: TimelineEntry[]) => entries.map((entry) => this.answers.status(account, entry));
    // snac gives its owner's public posts, and does not look at limit, max_id or since_id.
    if (this.settings.kind === 'snac') return { json: json(this.answers.timelineOf(account).filter(({ visibility, boostOf }) => visibility === 'public' && !boostOf).slice(0, SNAC_STATUSES)) };
    const wanted = Number.parseInt(searchParams.get('limit') ?? '', 10) || USUAL_STATUSES;
    const limit = Math.min(MOST_STATUSES, Math.max(1, wanted));
    const [before, after] = [searchParams.get('max_id'), searchParams.get('min_id') ?? searchParams.get('since_id')];
    const found = this.visible(ask, account)
      .filter(({ boostOf }) => !(boostOf && isTrue(searchParams.get('exclude_reblogs'))))
      .filter(({ id }) => (before === null || isOlder(id, before)) && (after === null || isOlder(after, id)));
    const entries = found.slice(0, limit);
    return { json: json(entries), headers: this.links(ask, entries, found.length > limit || this.settings.kind === 'gotosocial') };
  }

  /** Mastodon leaves `next` out on the last page; GoToSocial gives one as long as a page holds something. */
  private links(ask: Ask, entries: TimelineEntry[], hasNext: boolean): Record<string, string> {
    const [first, last] = [entries[0], entries.at(-1)];
    if (!first || !last) return {};
    const to = (name: string, id: string) => {
      const url = new URL(ask.url.pathname, this.url);
      for (const [key, value] of ask.url.searchParams) if (!['max_id', 'min_id', 'since_id'].includes(key)) url.searchParams.append(key, value);
      url.searchParams.set(name, id);
      return url.href;
    };
    return { Link: [...(hasNext ? [`<${to('max_id', last.id)}>; rel="next"`] : []), `<${to('min_id', first.id)}>; rel="prev"`].join(', ') };
  }

  private several(ask: Ask): Reply {
    const ids = new Set(ask.url.searchParams.getAll('id[]'));
    if (ids.size > MOST_AT_ONCE) return { status: 422, json: { error: 'Validation failed' } };
    const owners = new Set([...ids].map((id) => this.answers.ownerOf(id)));
    const accounts = this.accounts.all.filter((account) => !account.isDeleted && (owners.has(null) || owners.has(account)));
    return { json: accounts.flatMap((account) => this.visible(ask, account).filter(({ id }) => ids.has(id)).map((entry) => this.answers.status(account, entry))) };
  }

  private people(ask: Ask, count: number): Reply {
    const limit = Math.min(MOST_PEOPLE, Number.parseInt(ask.url.searchParams.get('limit') ?? '40', 10));
    return { json: passersBy(Math.min(count, limit)).map((person) => this.answers.stranger(person)) };
  }

  private context(entry: TimelineEntry): Reply {
    return { json: { ancestors: [], descendants: passersBy(entry.post.figures.comments).map((person) => this.answers.reply(entry, person)) } };
  }

  private instance(): Record<string, unknown> {
    const { host } = new URL(this.url);
    return { domain: host, uri: host, title: 'Serveur inventé', version: abilitiesOf(this.settings).version, description: '', languages: ['fr'] };
  }
}

function gone(): Reply {
  return { status: 410, json: { error: 'Gone' } };
}

function isTrue(word: string | null): boolean {
  return word === 'true' || word === '1';
}

/** Longer digits are greater; ULIDs are of one length. */
function isOlder(id: string, than: string): boolean {
  return id.length === than.length ? id < than : id.length < than.length;
}
