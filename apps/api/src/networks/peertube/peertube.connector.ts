import { AnswerDraft } from '../core/answer-draft.js';
import { type ListedPage, walkListing } from '../core/bounded-paging.js';
import type { ConnectFlow } from '../core/connect-flow.js';
import type { HttpClient } from '../core/http-client.js';
import {
  type AccessSecret, type ChannelAccess, type DaysRequest, EMPTY_PAGE, type KnownPost, type MeasureRefusal, type NetworkConnector, type PostsRequest, type ReadingPage,
} from '../core/network-connector.js';
import { NetworkError } from '../core/network-error.js';
import type { PostReading } from '../core/readings.js';
import { readAddress } from './peertube.address.js';
import type { PeertubeVideo, PeertubeVideos } from './peertube.answers.js';
import { connectPeertube, toSecret } from './peertube.connect.js';
import { VideoFiguresReader } from './peertube.figures.js';
import { toDays, toFollowersToday, toPost } from './peertube.mapping.js';
import { PeertubeServer, VIDEOS_A_PAGE } from './peertube.server.js';

/** A page, then statistics and comments of each video. */
const REQUESTS_A_PAGE = 1 + 2 * VIDEOS_A_PAGE;

const REFUSED_VIEWS: MeasureRefusal = { measure: 'views', name: 'viewsPerDay', reason: 'permission-missing' };

export class PeertubeConnector implements NetworkConnector {
  readonly connecting: ConnectFlow;

  constructor(private readonly http: HttpClient) {
    this.connecting = connectPeertube(http);
  }

  /** First the followers, then the views of days, which the owner alone may read. The cursor names the account they are asked of. */
  async *readChannel(access: ChannelAccess, { sinceDay, cursor }: DaysRequest): AsyncGenerator<ReadingPage> {
    const { server, name } = this.open(access);
    let account = typeof cursor === 'string' ? cursor : null;
    if (account === null) {
      const channel = await server.channel(name);
      account = access.secret === null ? null : (channel.ownerAccount?.name ?? null);
      const draft = new AnswerDraft(server.now);
      const days = [toFollowersToday(channel, draft, access.timeZone)].filter(({ followers }) => followers !== null);
      yield { ...EMPTY_PAGE, days, remarks: draft.remarks, refused: account === null ? [REFUSED_VIEWS] : [], cursor: account, name: draft.text(channel.displayName) ?? channel.name };
    }
    if (account !== null && access.secret !== null) yield await readDays(server, { name, account, token: access.secret.accessToken, sinceDay });
  }

  async *listPosts(access: ChannelAccess, request: PostsRequest): AsyncGenerator<ReadingPage> {
    const { server, name } = this.open(access);
    yield* walkListing(request, async (at) => {
      const start = typeof at === 'number' ? at : 0;
      return listPage({ list: await server.videos(name, start), start, request }, server, new VideoFiguresReader(server, access.secret));
    });
  }

  async *readPosts(access: ChannelAccess, posts: readonly KnownPost[]): AsyncGenerator<ReadingPage> {
    const { server } = this.open(access);
    for (let start = 0; start < posts.length; start += VIDEOS_A_PAGE) {
      const page = await readKnown(server, new VideoFiguresReader(server, access.secret), posts.slice(start, start + VIDEOS_A_PAGE));
      yield start + VIDEOS_A_PAGE < posts.length ? { ...page, ...pauseOf(server) } : page;
    }
  }

  /** Every renewal gives another refresh token, and ends the one it was asked with. */
  async renew(access: ChannelAccess): Promise<AccessSecret> {
    const { server } = this.open(access);
    const refreshToken = access.secret?.refreshToken ?? null;
    if (refreshToken === null) throw new NetworkError('access-revoked', 'there is nothing to renew the access with');
    return toSecret(await server.token({ grant_type: 'refresh_token', refresh_token: refreshToken }), server.now);
  }

  /** The identifier is `name@host`; the address says which server is asked. */
  private open(access: ChannelAccess): { server: PeertubeServer; name: string } {
    const address = readAddress(access.settings['address'] ?? '') ?? readAddress(access.externalId);
    const name = access.externalId.replace(/^@/, '').split('@')[0] ?? '';
    if (address === null || name === '') throw new NetworkError('not-found', 'the channel has no address');
    return { server: new PeertubeServer(this.http, address.host), name };
  }
}

async function readDays(server: PeertubeServer, asked: { name: string; account: string; token: string; sinceDay: string }): Promise<ReadingPage> {
  try {
    const channels = await server.channelsOf(asked.account, asked.token);
    const channel = channels.find(({ name }) => name === asked.name);
    // The server answers a token it does not know as it answers anybody: only asking who we are tells that it is dead.
    if (!channel?.viewsPerDay) await server.accountOf(asked.token);
    const draft = new AnswerDraft(server.now);
    const days = channel ? toDays(channel, draft, asked.sinceDay) : [];
    return { ...EMPTY_PAGE, days, remarks: draft.remarks, refused: channel?.viewsPerDay ? [] : [REFUSED_VIEWS] };
  } catch (error) {
    if (!(error instanceof NetworkError && error.reason === 'permission-missing')) throw error;
    return { ...EMPTY_PAGE, refused: [REFUSED_VIEWS] };
  }
}

/** One page of the list; what costs requests is asked of the videos that are wanted. */
async function listPage(place: { list: PeertubeVideos; start: number; request: PostsRequest }, server: PeertubeServer, reader: VideoFiguresReader): Promise<ListedPage> {
  const { list: { data, total }, start, request } = place;
  const posts: PostReading[] = [];
  for (const video of data.members) {
    const post = toPost(video, reader.draft);
    const isWanted = post !== null && post.publishedAt >= request.since && request.isDue(post);
    if (post) posts.push(isWanted ? await reader.read(post) : post);
  }
  if (data.unreadable > 0) reader.draft.remark('post-unreadable', null);
  const after = start + VIDEOS_A_PAGE;
  const isEnd = data.members.length + data.unreadable === 0 || after >= (total ?? Number.POSITIVE_INFINITY);
  return {
    ids: data.members.map(({ uuid }) => uuid), posts, remarks: reader.draft.remarks, next: isEnd ? null : after,
    also: { refused: reader.refused, ...(isEnd ? {} : pauseOf(server)) },
  };
}

async function readKnown(server: PeertubeServer, reader: VideoFiguresReader, posts: readonly KnownPost[]): Promise<ReadingPage> {
  const found: PostReading[] = [];
  const absent: string[] = [];
  for (const { externalId } of posts) {
    const video = await publicVideo(server, externalId);
    const post = video && toPost(video, reader.draft);
    if (video === null) absent.push(externalId);
    if (post) found.push(await reader.read(post));
  }
  return { ...EMPTY_PAGE, posts: found, absent, refused: reader.refused, remarks: reader.draft.remarks };
}

/** null: deleted, or no longer shown to everybody. */
async function publicVideo(server: PeertubeServer, id: string): Promise<PeertubeVideo | null> {
  try {
    return await server.video(id);
  } catch (error) {
    if (error instanceof NetworkError && [401, 403, 404].includes(error.status ?? 0)) return null;
    throw error;
  }
}

/** Whether to wait before the next page: what the server still allows would not do for it. */
function pauseOf({ allowance }: PeertubeServer): { pauseUntil?: Date } {
  return allowance !== null && allowance.remaining < REQUESTS_A_PAGE ? { pauseUntil: allowance.resetsAt } : {};
}
