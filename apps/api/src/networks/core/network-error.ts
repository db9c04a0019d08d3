/**
 * Why a network did not give what it was asked for; the reason decides what happens.
 * - `access-revoked`: the access is dead: somebody has to connect again.
 * - `access-expired`: the access may be renewed, once, without anybody.
 * - `permission-missing`: the access lives and may not read this.
 * - `not-found`: the channel is gone, or was never there.
 * - `rate-limited`: come back at `retryAt`.
 * - `unavailable`: the network is down, slow or out of reach: try again later.
 * - `unexpected-answer`: the network answers, and not as it should; `answer` is kept.
 * - `version-retired`: the network no longer speaks the version that Portée speaks.
 * - `address-refused`: the address is private, not https, or leads to one that is.
 */
export type NetworkErrorReason =
  | 'access-revoked' | 'access-expired' | 'permission-missing' | 'not-found' | 'rate-limited' | 'unavailable'
  | 'unexpected-answer' | 'version-retired' | 'address-refused';

export interface NetworkErrorDetails {
  /** `rate-limited`: the first instant at which to ask again. */
  retryAt?: Date;
  /** `rate-limited`: whether all channels behind the same host or application must wait, or this one alone. Default: all. */
  waits?: 'all' | 'channel';
  /** Status of the answer, where there was one. */
  status?: number;
  /** The network's own code of the error ("190/460"), for the log. */
  code?: string;
  /** Beginning of an answer that could not be understood. Never holds what was sent. */
  answer?: string;
  cause?: unknown;
}

/** The one error of connectors: everything that goes wrong with a network becomes one. */
export class NetworkError extends Error {
  readonly retryAt: Date | null;
  readonly waits: 'all' | 'channel';
  readonly status: number | null;
  readonly code: string | null;
  readonly answer: string | null;

  constructor(readonly reason: NetworkErrorReason, message: string, details: NetworkErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = 'NetworkError';
    this.retryAt = details.retryAt ?? null;
    this.waits = details.waits ?? 'all';
    this.status = details.status ?? null;
    this.code = details.code ?? null;
    this.answer = details.answer ?? null;
  }
}
