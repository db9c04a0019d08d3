import { z } from 'zod';
import type { RawAnswer } from './http-answer.js';
import { NetworkError, type NetworkErrorDetails, type NetworkErrorReason } from './network-error.js';
import { regainedAt } from './meta-usage.js';

/** Where a refusal names no instant. */
const USUAL_WAIT_MS = 60 * 60_000;

const errorBody = z.object({
  error: z.object({
    code: z.number(), error_subcode: z.number().optional().catch(undefined), message: z.string().catch(''), fbtrace_id: z.string().optional().catch(undefined),
  }),
});

const reasons = new Map<number, NetworkErrorReason>([
  [1, 'unavailable'], [2, 'unavailable'],
  [4, 'rate-limited'], [17, 'rate-limited'], [32, 'rate-limited'], [613, 'rate-limited'],
  [3, 'permission-missing'], [10, 'permission-missing'], [341, 'permission-missing'], [368, 'permission-missing'],
  [21, 'not-found'], [803, 'not-found'],
  [102, 'access-revoked'], [190, 'access-revoked'],
  [12, 'version-retired'], [2635, 'version-retired'],
]);

/** Application limits: every channel waits. The others are those of one page or account. */
const SHARED_LIMITS = [4];

/** What the Graph API means by an answer that holds an error: its code decides, never its HTTP status. Null: it holds none. */
export function graphErrorOf(answer: RawAnswer): NetworkError | null {
  const parsed = errorBody.safeParse(answer.json);
  if (!parsed.success) return null;
  const { code, error_subcode: subcode, message, fbtrace_id: trace } = parsed.data.error;
  const reason = reasonOf(code, subcode, message) ?? (answer.status >= 500 ? 'unavailable' : 'unexpected-answer');
  const details: NetworkErrorDetails = { status: answer.status, code: subcode === undefined ? String(code) : `${code}/${subcode}` };
  if (reason === 'unexpected-answer') details.answer = withoutTokens(answer.beginning);
  if (reason === 'rate-limited') {
    details.retryAt = regainedAt(answer.headers, answer.at) ?? new Date(answer.at.getTime() + USUAL_WAIT_MS);
    details.waits = SHARED_LIMITS.includes(code) ? 'all' : 'channel';
  }
  return new NetworkError(reason, withoutTokens(`${message}${trace === undefined ? '' : ` (trace ${trace})`}`), details);
}

function reasonOf(code: number, subcode: number | undefined, message: string): NetworkErrorReason | null {
  if (/appsecret_proof/i.test(message)) return 'access-revoked';
  if (code === 100 && subcode === 33) return 'not-found';
  if (code >= 80_000 && code <= 80_099) return 'rate-limited';
  if (code >= 200 && code <= 299) return 'permission-missing';
  return reasons.get(code) ?? null;
}

/** Meta repeats a malformed token in its message. */
function withoutTokens(text: string): string {
  return text.replace(/[\w|-]{48,}/g, '…');
}

/** The object is deleted, or hidden from whoever asks: Meta does not say which. */
export function isGone(error: unknown): boolean {
  return hasCode(error, '100/33');
}

/** A metric of the request exists no more. Meta does not say which. */
export function isInvalidMetric(error: unknown): boolean {
  return hasCode(error, '100') && says(error, /insights metric|must be one of the following values/i);
}

/** The answer would be too long: it is to be asked for in smaller pieces. */
export function isTooMuchData(error: unknown): boolean {
  return hasCode(error, '1') && says(error, /reduce the amount/i);
}

/** What Meta says of a breakdown that a metric has not got, and of some troubles of its own. */
export function isUnknownFailure(error: unknown): boolean {
  return hasCode(error, '1') && says(error, /unknown error/i);
}

/** Nobody is refused anything: too few people looked. */
export function isFewViewers(error: unknown): boolean {
  return hasCode(error, '10') && says(error, /not enough viewers/i);
}

/** A bad parameter, of whatever kind. */
export function isBadParameter(error: unknown): boolean {
  return hasCode(error, '100') && !isGone(error);
}

/** The permission is missing, to the application or to the person; few viewers are another matter. */
export function isPermissionMissing(error: unknown): boolean {
  return error instanceof NetworkError && error.reason === 'permission-missing' && !isFewViewers(error);
}

/** The names that Meta lists where it refuses one: "metric[0] must be one of the following values: a, b". Null: it lists none. */
export function allowedValues(error: unknown): readonly string[] | null {
  const [, list] = /must be one of the following values:\s*([\w\s,]+)/i.exec(error instanceof NetworkError ? error.message : '') ?? [];
  return list === undefined ? null : list.split(',').map((name) => name.trim()).filter((name) => name !== '');
}

/** The field that an object has no longer, or never had; null: the error is about something else. */
export function unknownField(error: unknown): string | null {
  const [, name] = /nonexisting field \((\w+)\)/i.exec(error instanceof NetworkError ? error.message : '') ?? [];
  return hasCode(error, '100') && name !== undefined ? name : null;
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof NetworkError && error.code !== null && (error.code === code || error.code.split('/')[0] === code);
}

function says(error: unknown, words: RegExp): boolean {
  return error instanceof NetworkError && words.test(error.message);
}
