import { type RawAnswer, statusError } from '../core/http-answer.js';
import { NetworkError } from '../core/network-error.js';
import { peertubeProblem } from './peertube.answers.js';

/** Codes with which a server refuses a name, a password, a second factor or a refresh token: a person has to sign in. */
const SIGN_IN_CODES = ['invalid_grant', 'missing_two_factor', 'invalid_two_factor'];

/** What a server says is wrong; null of a good answer, and where its status says it all. A token that is refused may be renewed. */
export function peertubeError(answer: RawAnswer): NetworkError | null {
  const { status } = answer;
  if (status < 400) return null;
  const problem = peertubeProblem.safeParse(answer.json);
  const code = problem.data?.code ?? problem.data?.error ?? null;
  const details = { status, ...(code === null ? {} : { code }) };
  if (code !== null && status < 500 && SIGN_IN_CODES.includes(code)) return new NetworkError('access-revoked', `the server refuses the sign-in: ${code}`, details);
  if (status === 401) return new NetworkError('access-expired', 'the server refuses the token', details);
  return statusError(answer);
}
