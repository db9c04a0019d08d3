import { z } from 'zod';
import { AnswerDraft } from '../core/answer-draft.js';
import { type ListedPage, walkListing } from '../core/bounded-paging.js';
import type { ConnectFlow } from '../core/connect-flow.js';
import type { HttpClient } from '../core/http-client.js';
import { type AccessSecret, type ChannelAccess, type DaysRequest, EMPTY_PAGE, type KnownPost, type NetworkConnector, type PostsRequest, type ReadingPage } from '../core/network-connector.js';
import { NetworkError } from '../core/network-error.js';
import type { PostReading } from '../core/readings.js';
import type { YoutubeChannel, YoutubeVideo } from './youtube.answers.js';
import { connectYoutube, toSecret } from './youtube.connect.js';
import { isPublished, toDays, toFollowersToday, toPost } from './youtube.mapping.js';
import { addDays, pacificDay } from './pacific-days.js';
import { rowsOrRefusal, VideoReports } from './youtube.reports.js';
import { askToken, LARGEST_PAGE, YoutubeServices } from './youtube.services.js';

/** Days asked for at once. */
const WINDOW_DAYS = 92;
/** Figures of days move for so long: they are read again each time. */
const UNSETTLED_DAYS = 10;
/** Days further back are not read. */
export const REMEMBERED_DAYS = 730;

const memory = z.object({ uploads: z.string() });
const daysCursor = z.object({ until: z.iso.date() });

export class YoutubeConnector implements NetworkConnector {
  readonly connecting: ConnectFlow;

  constructor(private readonly http: HttpClient) {
    this.connecting = connectYoutube(http);
  }

  /** First the subscribers, then the days, newest first, in windows. The cursor is the last day of the next window. */
  async *readChannel(access: ChannelAccess, { sinceDay, cursor }: DaysRequest): AsyncGenerator<ReadingPage> {
    const services = this.open(access);
    const today = pacificDay(services.now);
    const kept = daysCursor.safeParse(cursor);
    if (!kept.success) yield { ...(await readSubscribers(services, access)), cursor: { until: today } };
    const first = firstDay(sinceDay, today);
    let until: string | null = kept.success ? kept.data.until : today;
    while (until !== null) {
      const page: ReadingPage & { next: string | null } = await readWindow(services, first, until);
      const { next, ...reading } = page;
      until = next;
      yield reading;
    }
  }

  async *listPosts(access: ChannelAccess, request: PostsRequest): AsyncGenerator<ReadingPage> {
    const services = this.open(access);
    const known = memory.safeParse(access.memory);
    const uploads = known.success ? known.data.uploads : uploadsOf(await ownChannel(services, access));
    if (uploads === null) return;
    const listing = { services, request, uploads, reports: new VideoReports(services), asked: new Set<string>() };
    yield* walkListing(request, (at) => listPage(listing, typeof at === 'string' ? at : null));
  }

  async *readPosts(access: ChannelAccess, posts: readonly KnownPost[]): AsyncGenerator<ReadingPage> {
    const services = this.open(access);
    const reports = new VideoReports(services);
    for (let start = 0; start < posts.length; start += LARGEST_PAGE) {
      yield await readKnown(services, reports, posts.slice(start, start + LARGEST_PAGE));
    }
  }

  async renew({ secret, application }: ChannelAccess): Promise<AccessSecret> {
    if (secret === null || secret.refreshToken === null || application === null) throw new NetworkError('access-revoked', 'there is nothing to renew the access with');
    return toSecret(await askToken(this.http, application, { grant_type: 'refresh_token', refresh_token: secret.refreshToken }), this.http.now(), secret);
  }

  private open({ secret }: ChannelAccess): YoutubeServices {
    if (secret === null) throw new NetworkError('access-revoked', 'nobody opened the channel');
    return new YoutubeServices(this.http, secret.accessToken);
  }
}

interface Listing {
  services: YoutubeServices;
  request: PostsRequest;
  uploads: string;
  reports: VideoReports;
  /** Videos asked about: an upload in the meantime shifts all others. */
  asked: Set<string>;
}

/** The access opens one channel. @throws NetworkError not-found  where it is another one than it was, or none */
async function ownChannel(services: YoutubeServices, { externalId }: ChannelAccess): Promise<YoutubeChannel> {
  const channel = (await services.channels()).find(({ id }) => id === externalId);
  if (channel === undefined) throw new NetworkError('not-found', 'the access opens no channel of this identifier');
  return channel;
}

function uploadsOf({ contentDetails }: YoutubeChannel): string | null {
  return contentDetails?.relatedPlaylists?.uploads ?? null;
}

async function readSubscribers(services: YoutubeServices, access: ChannelAccess): Promise<ReadingPage> {
  const channel = await ownChannel(services, access);
  const draft = new AnswerDraft(services.now);
  const [name, uploads] = [draft.text(channel.snippet?.title), uploadsOf(channel)];
  const days = toFollowersToday(channel, draft, access.timeZone);
  return { ...EMPTY_PAGE, days, remarks: draft.remarks, ...(name === null ? {} : { name }), ...(uploads === null ? {} : { memory: { uploads } }) };
}

function firstDay(sinceDay: string, today: string): string {
  const asked = [sinceDay, addDays(today, -UNSETTLED_DAYS)].toSorted()[0] ?? sinceDay;
  const remembered = addDays(today, -REMEMBERED_DAYS);
  return asked < remembered ? remembered : asked;
}

/** @returns also the last day of the window before; null: there is none */
async function readWindow(services: YoutubeServices, first: string, until: string): Promise<ReadingPage & { next: string | null }> {
  const asked = addDays(until, 1 - WINDOW_DAYS);
  const startDate = asked < first ? first : asked;
  const rows = await rowsOrRefusal(services, { startDate, endDate: until, dimension: 'day', metrics: ['views'] });
  if (!Array.isArray(rows)) return { ...EMPTY_PAGE, refused: [{ measure: 'views', name: 'views by day', reason: rows }], next: null };
  const draft = new AnswerDraft(services.now);
  const next = startDate > first ? addDays(startDate, -1) : null;
  return { ...EMPTY_PAGE, days: toDays(rows, draft), remarks: draft.remarks, cursor: next === null ? null : { until: next }, next };
}

async function listPage({ services, request, uploads, reports, asked }: Listing, at: string | null): Promise<ListedPage> {
  const { items, nextPageToken } = await uploadsOrNone(services, uploads, at);
  const draft = new AnswerDraft(services.now);
  if (items.unreadable > 0) draft.remark('post-unreadable', null);
  const dated = items.members.flatMap(({ contentDetails: { videoId, videoPublishedAt } }) => {
    const publishedAt = videoPublishedAt === undefined || videoPublishedAt === null ? null : draft.publishedAt(videoPublishedAt, videoId);
    return publishedAt === null ? [] : [{ externalId: videoId, publishedAt }];
  });
  const wanted = dated.filter((post) => post.publishedAt >= request.since && !asked.has(post.externalId) && request.isDue(post)).map(({ externalId }) => externalId);
  for (const id of wanted) asked.add(id);
  const { posts } = await readVideos(services, wanted, draft);
  const isPast = dated.length > 0 && dated.slice(-2).every(({ publishedAt }) => publishedAt < request.since);
  return {
    ids: items.members.map(({ contentDetails }) => contentDetails.videoId), posts: await reports.complete(posts, draft), remarks: draft.remarks,
    next: isPast ? null : (nextPageToken ?? null), also: { refused: reports.refused, memory: { uploads } },
  };
}

/** A channel that never published has no list of uploads to be found. */
async function uploadsOrNone(services: YoutubeServices, uploads: string, at: string | null): ReturnType<YoutubeServices['uploads']> {
  try {
    return await services.uploads(uploads, at);
  } catch (error) {
    if (error instanceof NetworkError && error.code === 'playlistNotFound') return { items: { members: [], unreadable: 0 } };
    throw error;
  }
}

/** The videos of these identifiers, in their order, without reports. `gone`: those that are not shown any more. */
async function readVideos(services: YoutubeServices, ids: readonly string[], draft: AnswerDraft): Promise<{ posts: PostReading[]; gone: string[] }> {
  if (ids.length === 0) return { posts: [], gone: [] };
  const { members, unreadable } = await services.videos(ids);
  if (unreadable > 0) draft.remark('post-unreadable', null);
  const found = new Map<string, YoutubeVideo>(members.map((video) => [video.id, video]));
  const shown = ids.flatMap((id) => found.get(id) ?? []).filter((video) => isPublished(video));
  // What could not be read may be any of them.
  const gone = unreadable > 0 ? [] : ids.filter((id) => found.get(id)?.status?.privacyStatus === 'private' || !found.has(id));
  return { posts: shown.flatMap((video) => toPost(video, draft) ?? []), gone };
}

async function readKnown(services: YoutubeServices, reports: VideoReports, known: readonly KnownPost[]): Promise<ReadingPage> {
  const draft = new AnswerDraft(services.now);
  const { posts, gone } = await readVideos(services, known.map(({ externalId }) => externalId), draft);
  return { ...EMPTY_PAGE, posts: await reports.complete(posts, draft), absent: gone, refused: reports.refused, remarks: draft.remarks };
}
