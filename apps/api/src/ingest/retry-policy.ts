import type { NetworkError, NetworkErrorReason } from '../networks/core/network-error.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** Why a channel is in trouble: what the network said, or what happened here. */
export type TroubleReason = NetworkErrorReason | 'access-unreadable' | 'application-missing' | 'fault';

/** What follows a failed collection. */
export type AfterFailure =
  /** Only a person can help. */
  | { kind: 'reconnect' }
  /** Tried again by itself. */
  | { kind: 'again'; at: Date }
  /** The network asked for patience: nothing is wrong. */
  | { kind: 'wait'; until: Date };

const OUTAGE = [5 * MINUTE_MS, 15 * MINUTE_MS, HOUR_MS, 3 * HOUR_MS, 6 * HOUR_MS];
const PUZZLED = [HOUR_MS, 6 * HOUR_MS, DAY_MS];
/** A channel that is gone may be gone for a moment: it counts as gone after this many tries. */
const GONE_TRIES = 3;

/** What follows, by the reason and by how many collections of the channel failed in a row before this one. */
export function afterFailure(reason: TroubleReason, { failures, now, error }: { failures: number; now: Date; error: NetworkError | null }): AfterFailure {
  switch (reason) {
    case 'access-revoked':
    case 'access-expired':
    case 'permission-missing':
    case 'access-unreadable':
    case 'application-missing':
    case 'address-refused':
      return { kind: 'reconnect' };
    case 'not-found':
      return failures + 1 >= GONE_TRIES ? { kind: 'reconnect' } : { kind: 'again', at: later(now, PUZZLED, failures) };
    case 'rate-limited':
      return { kind: 'wait', until: error?.retryAt ?? new Date(now.getTime() + 5 * MINUTE_MS) };
    case 'unavailable':
    case 'fault':
      return { kind: 'again', at: later(now, OUTAGE, failures) };
    case 'unexpected-answer':
      return { kind: 'again', at: later(now, PUZZLED, failures) };
    case 'version-retired':
      return { kind: 'again', at: new Date(now.getTime() + DAY_MS) };
  }
}

function later(now: Date, delays: readonly number[], failures: number): Date {
  return new Date(now.getTime() + (delays[Math.min(failures, delays.length - 1)] ?? DAY_MS));
}
