import { APIError } from 'better-auth/api';
import { AccountError } from './account-error.js';

type Reason = AccountError['reason'];

/** better-auth's refusals about second factors, in our words; by its stable codes. */
const reasons: Partial<Record<string, Reason>> = {
  INVALID_PASSWORD: 'password-wrong',
  INVALID_CODE: 'code-wrong',
  INVALID_BACKUP_CODE: 'code-wrong',
  INVALID_TWO_FACTOR_COOKIE: 'code-too-late',
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: 'code-too-late',
  ACCOUNT_TEMPORARILY_LOCKED: 'code-locked',
  TOTP_ALREADY_ENABLED: 'second-factor-there',
  TOTP_NOT_ENABLED: 'second-factor-missing',
  TWO_FACTOR_NOT_ENABLED: 'second-factor-missing',
  BACKUP_CODES_NOT_ENABLED: 'second-factor-missing',
};

/** An answer about a second factor, or a password that is asked once more. @throws AccountError where it is a refusal that we know; anything else as it came */
export async function secondFactorAnswer<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (cause) {
    if (!(cause instanceof APIError)) throw cause;
    const reason = reasons[cause.body?.code ?? ''] ?? (cause.statusCode === 401 ? 'not-signed-in' : undefined);
    throw reason === undefined ? cause : new AccountError(reason, {}, { cause });
  }
}
