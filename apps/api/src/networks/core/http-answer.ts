import { NetworkError, type NetworkErrorReason } from './network-error.js';
import { retryAt } from './rate-limit.js';

/** What a server answered, before anybody has understood it. */
export interface RawAnswer {
  status: number;
  /** Names in lower case. */
  headers: Readonly<Record<string, string>>;
  /** The whole body; of a refusal, without the secrets that were sent. */
  text: string;
  /** How it begins, without any secret and without anybody's name or words: what may be kept of an answer that nobody understands. */
  beginning: string;
  /** The body as JSON; undefined: it is none. */
  json: unknown;
  /** Instant at which it had come. */
  at: Date;
}

/** The error that the status of an answer tells, where the network has no better word for it; null of a good one. */
export function statusError(answer: RawAnswer): NetworkError | null {
  const { status } = answer;
  if (status >= 200 && status < 300) return null;
  const details = { status, ...(status === 429 ? { retryAt: retryAt(answer.headers, answer.at) } : {}), ...(isUnexpected(status) ? { answer: answer.beginning } : {}) };
  return new NetworkError(reasonOf(status), `the network answered ${status}`, details);
}

function reasonOf(status: number): NetworkErrorReason {
  if (status === 401) return 'access-revoked';
  if (status === 403) return 'permission-missing';
  if (status === 404 || status === 410) return 'not-found';
  if (status === 429) return 'rate-limited';
  return status >= 500 ? 'unavailable' : 'unexpected-answer';
}

function isUnexpected(status: number): boolean {
  return reasonOf(status) === 'unexpected-answer';
}

/** The answer is good by its status and not what is documented. */
export function unexpected(answer: RawAnswer, what: string, cause?: unknown): NetworkError {
  return new NetworkError('unexpected-answer', what, { status: answer.status, answer: answer.beginning, cause });
}
