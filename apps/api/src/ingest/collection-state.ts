import type { Collection } from '@portee/shared';

const HOUR_MS = 3_600_000;
/** The access ends within this time: somebody should connect again before. */
const WARNING_MS = 14 * 24 * HOUR_MS;
/** Beyond its rhythm, a channel is given so long before it is called late. */
const GRACE_MS = 3 * HOUR_MS;
/** So many failures in a row are more than a hiccup. */
const FAILURES = 3;

export interface CollectedChannel {
  state: string;
  everyHours: number;
  claimedUntil: Date | null;
  limitedUntil: Date | null;
  collectedAt: Date | null;
  connectedAt: Date;
  failures: number;
}

/** How a channel is doing at an instant; what only a person can mend comes first. */
export function collectionState(channel: CollectedChannel, now: Date): Collection['state'] {
  if (channel.state === 'needs-reconnection') return 'needs-reconnection';
  if (channel.state === 'paused') return 'paused';
  if (isAhead(channel.limitedUntil, now)) return 'limited';
  if (isAhead(channel.claimedUntil, now)) return 'collecting';
  const late = now.getTime() - (channel.collectedAt ?? channel.connectedAt).getTime() > 2 * channel.everyHours * HOUR_MS + GRACE_MS;
  return late || channel.failures >= FAILURES ? 'late' : 'connected';
}

/** Whether an access ends within two weeks, or has ended. */
export function endsSoon(endsAt: Date | null, now: Date): boolean {
  return endsAt !== null && endsAt.getTime() - now.getTime() <= WARNING_MS;
}

function isAhead(instant: Date | null, now: Date): boolean {
  return instant !== null && instant > now;
}
