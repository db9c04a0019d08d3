import { addDays, localDay, type Channel, type Collection, type ImportView } from '@portee/shared';

/** Older than this, a channel's figures are out of date: the review is monthly. */
const FRESH_DAYS = 35;

/** What most needs doing, told by the page's title. */
export type DataState =
  | { kind: 'nothing' }
  /** `others`: those that are up to date; 0 where that cannot be said of all the others. */
  | { kind: 'reconnect'; broken: number; others: number }
  | { kind: 'answer' | 'reading'; imports: number }
  | { kind: 'followers' | 'old' | 'late' | 'first'; channels: Channel[] }
  | { kind: 'empty' | 'fresh'; channels: number };

/** `collections`: of the channels that are asked by themselves, by channel. */
interface Known { channels: readonly Channel[]; imports: readonly ImportView[]; collections: Collections; today: string }
export type Collections = ReadonlyMap<string, Collection>;

/** The one thing to know, the most urgent first. A paused channel waits for nothing. */
export function dataState({ channels, imports, collections, today }: Known): DataState {
  const waiting = imports.filter(({ state }) => state === 'needs-mapping' || state === 'needs-decision').length;
  if (waiting > 0) return { kind: 'answer', imports: waiting };
  const reading = imports.filter(({ state }) => state === 'waiting' || state === 'reading').length;
  if (reading > 0) return { kind: 'reading', imports: reading };
  const active = channels.filter(({ state }) => state !== 'paused');
  const broken = active.filter(({ state }) => state === 'needs-reconnection').length;
  const late = active.filter(({ id }) => collections.get(id)?.state === 'late');
  if (broken > 0) return { kind: 'reconnect', broken, others: late.length > 0 ? 0 : active.length - broken };
  if (late.length > 0) return { kind: 'late', channels: late };
  const first = active.filter(({ id }) => isFirst(collections.get(id)));
  if (first.length > 0) return { kind: 'first', channels: first };
  if (channels.length === 0) return { kind: 'nothing' };
  if (active.every(({ observedAt }) => observedAt === null)) return { kind: 'empty', channels: channels.length };
  const silent = active.filter(({ posts, followers }) => posts > 0 && followers === null);
  if (silent.length > 0) return { kind: 'followers', channels: silent };
  const old = active.filter((channel) => isOld(channel, { today, collection: collections.get(channel.id) }));
  return old.length > 0 ? { kind: 'old', channels: old } : { kind: 'fresh', channels: channels.length };
}

function isFirst(collection: Collection | undefined): boolean {
  return collection?.state === 'collecting' && !collection.isBackfilled;
}

/** Whether a channel has figures, but none of the last weeks. A collection that found nothing new makes them fresh all the same. */
export function isOld(channel: Channel, { today, collection }: { today: string; collection: Collection | undefined }): boolean {
  const at = [channel.observedAt, collection?.collectedAt ?? null].filter((instant) => instant !== null).toSorted().at(-1);
  return channel.observedAt !== null && at !== undefined && localDay(new Date(at), channel.timeZone) < addDays(today, -FRESH_DAYS);
}
