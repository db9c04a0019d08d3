import { type RawAnswer, statusError } from '../core/http-answer.js';
import { NetworkError } from '../core/network-error.js';
import { retryAt } from '../core/rate-limit.js';
import { googleProblem, googleTokenProblem } from './youtube.answers.js';
import { nextPacificMidnight } from './pacific-days.js';

/** The units of a day are spent: all channels of the application wait for midnight in California. */
const DAY_SPENT = ['quotaExceeded', 'dailyLimitExceeded'];
const TOO_FAST = ['rateLimitExceeded', 'userRateLimitExceeded'];

/** What YouTube says is wrong; null of a good answer. A token that is refused may be renewed. */
export function youtubeError(answer: RawAnswer): NetworkError | null {
  const { status, headers, at } = answer;
  if (status < 400) return null;
  const { error } = googleProblem.safeParse(answer.json).data ?? {};
  const code = error?.errors?.[0]?.reason ?? error?.status ?? null;
  const details = { status, ...(code === null ? {} : { code }) };
  if (code !== null && DAY_SPENT.includes(code)) return new NetworkError('rate-limited', 'the units of the day are spent', { ...details, retryAt: nextPacificMidnight(at), waits: 'all' });
  if (status === 429 || (code !== null && TOO_FAST.includes(code))) return new NetworkError('rate-limited', 'asked too fast', { ...details, retryAt: retryAt(headers, at), waits: 'all' });
  if (code === 'youtubeSignupRequired') return new NetworkError('not-found', 'the Google account has no channel', details);
  if (status === 401) return new NetworkError('access-expired', 'YouTube refuses the token', details);
  const usual = statusError(answer);
  return usual && new NetworkError(usual.reason, usual.message, { ...details, ...(usual.answer === null ? {} : { answer: usual.answer }) });
}

/** What the sign-in of Google says is wrong. A client it does not know is the host's trouble: connecting again would not help. */
export function tokenError(answer: RawAnswer): NetworkError | null {
  const { status } = answer;
  const code = googleTokenProblem.safeParse(answer.json).data?.error;
  if (status < 400 || status >= 500 || code === undefined) return statusError(answer);
  return new NetworkError(code === 'invalid_grant' ? 'access-revoked' : 'unexpected-answer', `Google refuses the sign-in: ${code}`, { status, code });
}
