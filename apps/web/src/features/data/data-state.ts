import { addDays, localDay, type Channel, type ImportView } from '@portee/shared';

/** Older than this, a channel's figures are out of date: the review is monthly. */
const FRESH_DAYS = 35;

/** What most needs doing, told by the page's title. */
export type DataState =
  | { kind: 'nothing' }
  | { kind: 'reconnect'; broken: number; others: number }
  | { kind: 'answer' | 'reading'; imports: number }
  | { kind: 'followers' | 'old'; channels: Channel[] }
  | { kind: 'empty' | 'fresh'; channels: number };

interface Known { channels: readonly Channel[]; imports: readonly ImportView[]; today: string }

/** The one thing to know, the most urgent first. A paused channel waits for nothing. */
export function dataState({ channels, imports, today }: Known): DataState {
  const waiting = imports.filter(({ state }) => state === 'needs-mapping' || state === 'needs-decision').length;
  if (waiting > 0) return { kind: 'answer', imports: waiting };
  const reading = imports.filter(({ state }) => state === 'waiting' || state === 'reading').length;
  if (reading > 0) return { kind: 'reading', imports: reading };
  const active = channels.filter(({ state }) => state !== 'paused');
  const broken = active.filter(({ state }) => state === 'needs-reconnection').length;
  if (broken > 0) return { kind: 'reconnect', broken, others: active.length - broken };
  if (channels.length === 0) return { kind: 'nothing' };
  if (active.every(({ observedAt }) => observedAt === null)) return { kind: 'empty', channels: channels.length };
  const silent = active.filter(({ posts, followers }) => posts > 0 && followers === null);
  if (silent.length > 0) return { kind: 'followers', channels: silent };
  const old = active.filter((channel) => isOld(channel, today));
  return old.length > 0 ? { kind: 'old', channels: old } : { kind: 'fresh', channels: channels.length };
}

/** Whether a channel has figures, but none of the last weeks. */
export function isOld({ observedAt, timeZone }: Channel, today: string): boolean {
  return observedAt !== null && localDay(new Date(observedAt), timeZone) < addDays(today, -FRESH_DAYS);
}
