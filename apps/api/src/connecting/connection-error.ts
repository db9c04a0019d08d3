import type { Locale, ProblemReason } from '@portee/shared';
import { NetworkError, type NetworkErrorReason } from '../networks/core/network-error.js';
import { networkName } from '../networks/registry.js';
import { DomainError, type ProblemValues } from '../operations/domain-error.js';

const MINUTE_MS = 60_000;
/** A network that asks to wait and does not say how long. */
const USUAL_WAIT_MS = 15 * MINUTE_MS;

export type ConnectionReason = Extract<ProblemReason, `network-${string}` | `connection-${string}`>;

/** Why a channel could not be connected. */
export class ConnectionError extends DomainError<ConnectionReason> {}

const reasonOf: Record<NetworkErrorReason, ConnectionReason> = {
  'access-revoked': 'network-access-refused',
  'access-expired': 'network-access-refused',
  'permission-missing': 'network-permission-missing',
  'not-found': 'network-not-found',
  'rate-limited': 'network-limited',
  'unavailable': 'network-unavailable',
  'unexpected-answer': 'network-unexpected-answer',
  'version-retired': 'network-unexpected-answer',
  'address-refused': 'network-address-refused',
};

/** Where something went wrong, as the sentence names it. */
export interface Trouble {
  network: string;
  locale: Locale;
  /** The channel that was tried; absent: it was not about one. */
  channel?: string;
  now: Date;
}

/** What a network's error means to whoever connects. Any other error is handed back as it is. */
export function toConnectionError(error: unknown, trouble: Trouble): unknown {
  if (!(error instanceof NetworkError)) return error;
  const wait = (error.retryAt?.getTime() ?? trouble.now.getTime() + USUAL_WAIT_MS) - trouble.now.getTime();
  const values = { network: sayWhere(trouble), ...(error.reason === 'rate-limited' ? { minutes: Math.max(1, Math.ceil(wait / MINUTE_MS)) } : {}) };
  return new ConnectionError(reasonOf[error.reason], values, { cause: error });
}

/** "PeerTube", or "PeerTube (Centre culturel)". */
export function sayWhere({ network, locale, channel }: Pick<Trouble, 'network' | 'locale' | 'channel'>): ProblemValues[string] {
  const label = networkName(network, locale);
  return channel === undefined ? label : `${label} (${channel})`;
}
