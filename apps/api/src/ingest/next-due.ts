import { createHash } from 'node:crypto';

const HOUR_MS = 3_600_000;
/** However young its posts, a channel is left alone this long. */
const SHORTEST_MS = HOUR_MS / 4;

/** A channel's own place in the rhythm of its network, from 0 to 1 without 1: so that channels do not all come due together. */
export function phaseOf(channelId: string): number {
  return createHash('sha256').update(channelId).digest().readUInt32BE(0) / 2 ** 32;
}

/**
 * When a channel that was just collected is due again: at its next place in the rhythm, or earlier when a post reaches an age step.
 * Its place is fixed by its id: after an outage, in which all were collected late at once, they part again by themselves.
 */
export function nextDueAt(channelId: string, everyHours: number, { now, nextStep }: { now: Date; nextStep: Date | null }): Date {
  const every = everyHours * HOUR_MS;
  const phase = phaseOf(channelId) * every;
  // A place that comes before half a rhythm has passed is left out: the one after it follows soon enough.
  const place = Math.ceil((now.getTime() + every / 2 - phase) / every) * every + phase;
  const wanted = Math.min(place, nextStep?.getTime() ?? Number.POSITIVE_INFINITY);
  return new Date(Math.max(wanted, now.getTime() + SHORTEST_MS));
}
