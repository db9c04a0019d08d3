import { z } from 'zod';
import { AnswerDraft } from '../core/answer-draft.js';
import { type ListedPage, walkListing } from '../core/bounded-paging.js';
import type { HttpAnswer, HttpClient } from '../core/http-client.js';
import type { LenientList } from '../core/lenient-list.js';
import { type ChannelAccess, type Cursor, EMPTY_PAGE, type KnownPost, type NetworkConnector, type PostsRequest, type ReadingPage } from '../core/network-connector.js';
import { NetworkError } from '../core/network-error.js';
import { readMastodonAddress } from './mastodon.address.js';
import type { MastodonStatus } from './mastodon.answers.js';
import { connectMastodon } from './mastodon.connect.js';
import { accountName, toChannelReading, toPostReading } from './mastodon.mapping.js';
import { MOST_AT_ONCE, MastodonServer, PAGE_SIZE } from './mastodon.server.js';

/** Every server's identifiers look like this; posts that came from a file may be called otherwise, and cannot be asked for. */
const IDENTIFIER = /^[\w-]{1,200}$/;
const place = z.string().startsWith('/');

/** Mastodon and every server that speaks its language, with or without signing in. */
export class MastodonConnector implements NetworkConnector {
  readonly connecting;

  constructor(private readonly http: HttpClient) {
    this.connecting = connectMastodon(http);
  }

  async *readChannel(access: ChannelAccess): AsyncGenerator<ReadingPage> {
    const server = this.serverOf(access);
    const account = await server.account(access.externalId);
    const draft = new AnswerDraft(server.now);
    const reading = toChannelReading(account, draft, access.timeZone);
    const followers = reading.followers === 0 && (await hidesFollowers(server)) ? null : reading.followers;
    yield { ...EMPTY_PAGE, days: [{ ...reading, followers }], remarks: draft.remarks, name: accountName(account, draft) };
  }

  async *listPosts(access: ChannelAccess, request: PostsRequest): AsyncGenerator<ReadingPage> {
    const server = this.serverOf(access);
    const first = `/api/v1/accounts/${encodeURIComponent(access.externalId)}/statuses?limit=${PAGE_SIZE}&exclude_reblogs=true`;
    yield* walkListing(request, async (at: Cursor | null) => {
      const asked = place.catch(first).parse(at);
      return toListedPage(await server.statuses(asked), { server, first, asked });
    });
  }

  /** Many at once where the server can; those that it then leaves out are asked for one by one, so that a silence is no deletion. */
  async *readPosts(access: ChannelAccess, posts: readonly KnownPost[]): AsyncGenerator<ReadingPage> {
    const server = this.serverOf(access);
    const ids = posts.map(({ externalId }) => externalId).filter((id) => IDENTIFIER.test(id));
    let canAskSeveral = true;
    for (let from = 0; from < ids.length; from += MOST_AT_ONCE) {
      const batch = ids.slice(from, from + MOST_AT_ONCE);
      const several: readonly MastodonStatus[] | null = canAskSeveral && batch.length > 1 ? await severalOrNone(server, batch) : null;
      canAskSeveral &&= several !== null;
      yield await readBatch(server, batch, several ?? []);
    }
  }

  private serverOf({ settings, secret }: ChannelAccess): MastodonServer {
    const found = readMastodonAddress(settings['address'] ?? '');
    if (found === null) throw new NetworkError('not-found', 'the channel has no address of a server');
    return new MastodonServer(this.http, found.address, secret?.accessToken ?? null);
  }
}

function toListedPage({ body, headers, next }: HttpAnswer<LenientList<MastodonStatus>>, { server, first, asked }: { server: MastodonServer; first: string; asked: string }): ListedPage {
  const draft = new AnswerDraft(server.now);
  for (let count = 0; count < body.unreadable; count += 1) draft.remark('post-unreadable', null);
  const ids = body.members.map(({ id }) => id);
  if (headers['link'] === undefined && ids.includes(askedBefore(asked) ?? '')) return { ids: [], posts: [], remarks: [], next: null };
  const posts = body.members.map((status) => toPostReading(status, draft)).filter((post) => post !== null);
  const page = { ids, posts, remarks: draft.remarks };
  if (next !== null) return { ...page, next: next.pathname + next.search };
  const last = ids.at(-1);
  // A server that sends no Link may have more. One that gives more than was asked for knows no pages at all.
  const isLast = headers['link'] !== undefined || last === undefined || ids.length + body.unreadable > PAGE_SIZE;
  return isLast ? { ...page, next: null } : { ...page, next: `${first}&max_id=${encodeURIComponent(last)}`, isNextGuessed: true };
}

/** The status before which older ones were asked for. A page that holds it again comes from a server, as snac, that does not look at it. */
function askedBefore(asked: string): string | null {
  return new URLSearchParams(asked.split('?')[1]).get('max_id');
}

/** null: this server does not know the call. */
async function severalOrNone(server: MastodonServer, ids: readonly string[]): Promise<readonly MastodonStatus[] | null> {
  try {
    return await server.several(ids);
  } catch (error) {
    const isTrouble = error instanceof NetworkError && ['rate-limited', 'unavailable', 'address-refused'].includes(error.reason);
    if (isTrouble || !(error instanceof NetworkError)) throw error;
    return null;
  }
}

async function readBatch(server: MastodonServer, ids: readonly string[], several: readonly MastodonStatus[]): Promise<ReadingPage> {
  const draft = new AnswerDraft(server.now);
  const found = new Map(several.map((status) => [status.id, status]));
  const absent: string[] = [];
  for (const id of ids) {
    if (found.has(id)) continue;
    const status = await statusOrAbsent(server, id, draft);
    if (status === 'absent') absent.push(id);
    else if (status !== null) found.set(id, status);
  }
  const posts = ids.flatMap((id) => found.get(id) ?? []).map((status) => toPostReading(status, draft)).filter((post) => post !== null);
  return { ...EMPTY_PAGE, posts, absent, remarks: draft.remarks };
}

/** One status that cannot be read does not stop the others. */
async function statusOrAbsent(server: MastodonServer, id: string, draft: AnswerDraft): Promise<MastodonStatus | 'absent' | null> {
  try {
    return await server.status(id);
  } catch (error) {
    if (!(error instanceof NetworkError)) throw error;
    if (error.reason === 'not-found') return 'absent';
    if (error.reason !== 'unexpected-answer') throw error;
    draft.remark('post-unreadable', id);
    return null;
  }
}

/** snac shows 0 followers unless its owner wants them counted: an unknown number, not none. */
async function hidesFollowers(server: MastodonServer): Promise<boolean> {
  try {
    return /snac/i.test(await server.version());
  } catch (error) {
    if (error instanceof NetworkError) return true;
    throw error;
  }
}
