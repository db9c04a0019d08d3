import { commentsUnder } from './commenters.js';
import { badRequest, GoogleError, notFound } from './google-errors.js';
import type { Grant } from './google-sign-in.js';
import { type InventedPost, figuresAt } from './invented-posts.js';
import { livingChannel, livingVideos, type PlayedChannel, shownSubscribers, subscribersAt, uploadsOf, videoId, type YoutubeWorld } from './youtube-channels.js';

const MOST_PER_CALL = 50;
const UNSAID_PER_PAGE = 5;

/** A call to the Data API; grant is null where only a key came. */
export interface DataAsk {
  params: URLSearchParams;
  grant: Grant | null;
}

/** youtube/v3/channels: one's own, or those named. Without any, `items` is missing. */
export function channelsList(world: YoutubeWorld, { params, grant }: DataAsk): unknown {
  const parts = readParts(params);
  const channels = params.get('mine') === 'true' ? [livingChannel(world, ownChannel(grant))] : idsOf(params).map((id) => livingChannel(world, id));
  const items = channels.flatMap((channel) => (channel ? [only(parts, channelParts(world, channel), { kind: 'youtube#channel', id: channel.id })] : []));
  return { kind: 'youtube#channelListResponse', etag: 'x', pageInfo: { totalResults: items.length, resultsPerPage: UNSAID_PER_PAGE }, ...(items.length > 0 ? { items } : {}) };
}

function ownChannel(grant: Grant | null): string {
  if (!grant) throw new GoogleError({ status: 401, reason: 'authorizationRequired', domain: 'youtube.common', message: 'The request uses the mine parameter but is not properly authorized.' });
  return grant.channelId;
}

function channelParts(world: YoutubeWorld, channel: PlayedChannel): Record<string, unknown> {
  const now = world.now();
  const videos = livingVideos(world, channel);
  const views = videos.reduce((sum, post) => sum + figuresAt(post, now).views, 0);
  const counted = channel.hidesSubscribers ? {} : { subscriberCount: String(shownSubscribers(subscribersAt(channel, now))) };
  return {
    id: {},
    snippet: { title: channel.title, description: '', customUrl: '@centre', publishedAt: channel.since.toISOString(), country: 'BE' },
    contentDetails: { relatedPlaylists: { likes: '', uploads: uploadsOf(channel) } },
    statistics: { viewCount: String(views), ...counted, hiddenSubscriberCount: channel.hidesSubscribers ?? false, videoCount: String(videos.length) },
    status: { privacyStatus: 'public', isLinked: true },
  };
}

/** youtube/v3/playlistItems: the uploads of a channel, newest first, 50 a page at most. */
export function playlistItems(world: YoutubeWorld, { params }: DataAsk): unknown {
  const parts = readParts(params);
  const channel = world.channels.find((one) => uploadsOf(one) === params.get('playlistId') && !one.isDeleted);
  if (!channel) throw notFound('playlistNotFound', "The playlist identified with the request's <code>playlistId</code> parameter cannot be found.");
  const count = readCount(params);
  const videos = livingVideos(world, channel);
  const from = placeOf(params.get('pageToken'), channel, videos);
  const shown = videos.slice(from, from + count);
  const next = from + count < videos.length ? { nextPageToken: tokenOf(channel, shown.at(-1), from + count) } : {};
  const previous = from > 0 ? { prevPageToken: Buffer.from(`${Math.max(0, from - count)} `).toString('base64url') } : {};
  const items = shown.map((post, place) => only(parts, itemParts(channel, post, from + place), { kind: 'youtube#playlistItem', id: `UExV${post.number}` }));
  return { kind: 'youtube#playlistItemListResponse', etag: 'x', ...next, ...previous, items, pageInfo: { totalResults: videos.length, resultsPerPage: count } };
}

function itemParts(channel: PlayedChannel, post: InventedPost, position: number): Record<string, unknown> {
  return {
    id: {},
    snippet: { title: post.text, channelId: channel.id, channelTitle: channel.title, playlistId: uploadsOf(channel), position, publishedAt: isoSeconds(post.publishedAt), resourceId: { kind: 'youtube#video', videoId: videoId(channel, post) } },
    contentDetails: { videoId: videoId(channel, post), videoPublishedAt: isoSeconds(post.publishedAt) },
    status: { privacyStatus: 'public' },
  };
}

/** A token resumes behind a video, or at its place where the video has gone. */
function tokenOf(channel: PlayedChannel, last: InventedPost | undefined, place: number): string {
  return Buffer.from(`${place} ${last ? videoId(channel, last) : ''}`).toString('base64url');
}

function placeOf(token: string | null, channel: PlayedChannel, videos: readonly InventedPost[]): number {
  if (token === null || token === '') return 0;
  const read = /^(\d+) (.*)$/.exec(Buffer.from(token, 'base64url').toString());
  if (!read) throw badRequest("The request specifies an invalid page token.", 'invalidPageToken');
  if (read[2] === '') return Number(read[1]);
  const place = videos.findIndex((post) => videoId(channel, post) === read[2]);
  return place === -1 ? Math.max(0, Number(read[1]) - 1) : place + 1;
}

/** youtube/v3/videos, and videos:batchGetStats: the counters of 50 at most; those deleted or unknown are left out. */
export function videosList(world: YoutubeWorld, { params }: DataAsk, kind: 'video' | 'videoStat'): unknown {
  const parts = readParts(params);
  const ids = idsOf(params);
  if (ids.length > MOST_PER_CALL) throw badRequest('The request specifies an invalid filter parameter.', 'invalidFilters');
  const found = world.channels.filter(({ isDeleted }) => !isDeleted).flatMap((channel) => livingVideos(world, channel).map((post) => ({ channel, post })))
    .filter(({ channel, post }) => ids.includes(videoId(channel, post)));
  const items = found.map(({ channel, post }) => only(parts, videoParts(world, channel, post), { kind: `youtube#${kind}`, id: videoId(channel, post) }));
  return { kind: `youtube#${kind}ListResponse`, etag: 'x', items, pageInfo: { totalResults: items.length, resultsPerPage: items.length } };
}

function videoParts(world: YoutubeWorld, channel: PlayedChannel, post: InventedPost): Record<string, unknown> {
  const { views, likes, comments } = figuresAt(post, world.now());
  const likeCount = channel.withoutLikes?.includes(post.number) ? {} : { likeCount: String(likes) };
  const commentCount = channel.withoutComments?.includes(post.number) ? {} : { commentCount: String(comments) };
  const topComments = world.quirks.showsNames ? { topComments: commentsUnder(post, 3).map(({ name, handle, said }) => ({ authorDisplayName: name, authorHandle: `@${handle}`, textDisplay: said })) } : {};
  return {
    id: {},
    snippet: { title: post.text, publishedAt: isoSeconds(post.publishedAt), channelId: channel.id, channelTitle: channel.title, description: '', liveBroadcastContent: 'none', categoryId: '24', ...topComments },
    contentDetails: { duration: post.kind === 'video' ? 'PT4M12S' : 'PT42S', dimension: '2d', definition: 'hd' },
    statistics: { viewCount: String(views), ...likeCount, favoriteCount: '0', ...commentCount },
    ...(post.number % 12 === 0 ? { liveStreamingDetails: { actualStartTime: isoSeconds(post.publishedAt) } } : {}),
    status: { privacyStatus: 'public', uploadStatus: 'processed' },
  };
}

/** youtube/v3/commentThreads: what the public reads, names included. */
export function commentThreads(world: YoutubeWorld, { params }: DataAsk): unknown {
  const found = world.channels.flatMap((channel) => livingVideos(world, channel).filter((post) => videoId(channel, post) === params.get('videoId')));
  const items = found.flatMap((post) => commentsUnder(post, 3)).map(({ index, name, handle, said, at }) => ({
    kind: 'youtube#commentThread', id: `Ug${index}`,
    snippet: { topLevelComment: { snippet: { authorDisplayName: name, authorChannelUrl: `http://www.youtube.com/@${handle}`, textDisplay: said, publishedAt: isoSeconds(at) } }, totalReplyCount: 0 },
  }));
  return { kind: 'youtube#commentThreadListResponse', etag: 'x', items, pageInfo: { totalResults: items.length, resultsPerPage: 20 } };
}

function readParts(params: URLSearchParams): string[] {
  const parts = (params.getAll('part').join(',')).split(',').filter((part) => part !== '');
  if (parts.length === 0) throw badRequest("No filter selected. Expected one of: part", 'missingRequiredParameter');
  return parts;
}

function idsOf(params: URLSearchParams): string[] {
  const ids = params.getAll('id').join(',').split(',').filter((id) => id !== '');
  if (ids.length === 0) throw badRequest('No filter selected. Expected one of: id, mine', 'missingRequiredParameter');
  return ids;
}

function readCount(params: URLSearchParams): number {
  const count = Number(params.get('maxResults') ?? UNSAID_PER_PAGE);
  if (!Number.isInteger(count) || count < 0 || count > MOST_PER_CALL) throw badRequest(`Invalid value '${count}'. Values must be within the range: [0, ${MOST_PER_CALL}]`, 'invalidParameter');
  return count;
}

/** The parts asked for; @throws GoogleError on one that is none */
function only(parts: readonly string[], known: Record<string, unknown>, about: { kind: string; id: string }): Record<string, unknown> {
  const stranger = parts.find((part) => !(part in known) && part !== 'liveStreamingDetails');
  if (stranger !== undefined) throw badRequest(`Unknown part: ${stranger}`, 'unknownPart');
  return { ...about, etag: 'x', ...Object.fromEntries(parts.filter((part) => part !== 'id' && known[part] !== undefined).map((part) => [part, known[part]])) };
}

function isoSeconds(instant: Date): string {
  return `${instant.toISOString().slice(0, 19)}Z`;
}
