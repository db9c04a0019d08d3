import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { betterAuth } from 'better-auth';
import { APIError } from 'better-auth/api';
import { twoFactor } from 'better-auth/plugins/two-factor';
import { Pool } from 'pg';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { AccountError } from './account-error.js';
import { ACCOUNT_SETTINGS, type AccountSettings } from './account-settings.js';
import { AuthPort, type BegunFactor, type CodeGiven, type DeviceSession, type NewPerson, type PasswordAccepted, type Person, type RequestHeaders, type SelfProof, type SignedIn } from './auth-port.js';
import { deleteAccount, deleteExpired, hasPassword, proveRecent } from './deleted-people.js';
import { findPeople, findPersonByAddress, insertPerson, knownPerson, replaceAddress, replacePassword } from './person-rows.js';
import { secondFactorAnswer } from './second-factor-answer.js';
import { vouchedSessions } from './vouched-sessions.js';

const SESSION_SECONDS = 30 * 24 * 3600;
const RENEWED_AFTER_SECONDS = 24 * 3600;
const CONNECTIONS = 5;

const begunFactor = z.object({ totpURI: z.string(), backupCodes: z.string().array() });
const knownSession = z.object({ id: z.string(), since: z.date(), seenAt: z.date(), userAgent: z.string().nullable() });

/**
 * People and sessions kept by better-auth 1.7 in the schema `auth`. None of its own addresses is served: whatever
 * is not called here does not exist for the outside, sign-up first of all.
 */
@Injectable()
export class BetterAuth extends AuthPort implements OnApplicationShutdown {
  private readonly pool: Pool;
  private readonly auth: ReturnType<typeof authOver>;

  constructor(@Inject(ACCOUNT_SETTINGS) settings: AccountSettings) {
    super();
    this.pool = new Pool({ connectionString: settings.applicationUrl, options: '-c search_path=auth', max: CONNECTIONS, application_name: 'portee-sessions' });
    // An idle connection that breaks is replaced at its next use; unheard, the event would end the process.
    this.pool.on('error', () => {});
    this.auth = authOver(this.pool, settings);
  }

  async isEmpty(manager: EntityManager): Promise<boolean> {
    const rows: unknown[] = await manager.query('SELECT 1 FROM auth."user" LIMIT 1');
    return rows.length === 0;
  }

  createPerson(manager: EntityManager, person: NewPerson): Promise<Person> {
    return insertPerson(manager, person);
  }

  peopleOf(manager: EntityManager, ids: readonly string[]): Promise<Person[]> {
    return findPeople(manager, ids);
  }

  personByAddress(manager: EntityManager, email: string): Promise<Person | null> {
    return findPersonByAddress(manager, email);
  }

  setPassword(manager: EntityManager, personId: string, password: string): Promise<void> {
    return replacePassword(manager, personId, password);
  }

  setAddress(manager: EntityManager, personId: string, address: { email: string; isProven: boolean }): Promise<void> {
    return replaceAddress(manager, personId, address);
  }

  async signIn(email: string, password: string, headers: RequestHeaders): Promise<PasswordAccepted> {
    try {
      const { headers: answer, response } = await this.auth.api.signInEmail({ body: { email, password }, headers: webHeaders(headers), returnHeaders: true });
      return { person: 'twoFactorRedirect' in response ? null : knownPerson.parse(response.user), cookies: answer.getSetCookie() };
    } catch (cause) {
      throw cause instanceof APIError && cause.statusCode === 401 ? new AccountError('wrong-credentials', {}, { cause }) : cause;
    }
  }

  async signInByCode({ code, isRecovery }: CodeGiven, headers: RequestHeaders): Promise<SignedIn> {
    const asked = { headers: webHeaders(headers), returnHeaders: true } as const;
    const { headers: answer, response } = await secondFactorAnswer(isRecovery
      ? this.auth.api.verifyBackupCode({ body: { code }, ...asked })
      : this.auth.api.verifyTOTP({ body: { code: digitsOf(code) }, ...asked }));
    return { person: knownPerson.parse(response.user), cookies: answer.getSetCookie() };
  }

  async beginSecondFactor(headers: RequestHeaders, password: string): Promise<BegunFactor> {
    const answer = await secondFactorAnswer(this.auth.api.enableTwoFactor({ body: { password, method: 'totp' }, headers: webHeaders(headers) }));
    const { totpURI, backupCodes } = begunFactor.parse(answer);
    return { address: totpURI, recoveryCodes: backupCodes };
  }

  async confirmSecondFactor(headers: RequestHeaders, code: string): Promise<string[]> {
    await this.sessionOf(headers);
    const { headers: answer } = await secondFactorAnswer(this.auth.api.verifyTOTP({ body: { code: digitsOf(code) }, headers: webHeaders(headers), returnHeaders: true }));
    return answer.getSetCookie();
  }

  async endSecondFactor(headers: RequestHeaders, password: string): Promise<string[]> {
    const { headers: answer } = await secondFactorAnswer(this.auth.api.disableTwoFactor({ body: { password }, headers: webHeaders(headers), returnHeaders: true }));
    return answer.getSetCookie();
  }

  async renewRecoveryCodes(headers: RequestHeaders, password: string): Promise<string[]> {
    return (await secondFactorAnswer(this.auth.api.generateBackupCodes({ body: { password }, headers: webHeaders(headers) }))).backupCodes;
  }

  async provePassword(headers: RequestHeaders, password: string): Promise<void> {
    await secondFactorAnswer(this.auth.api.verifyPassword({ body: { password }, headers: webHeaders(headers) }));
  }

  async openSession(personId: string, headers: RequestHeaders): Promise<string[]> {
    const { headers: answer, response } = await this.auth.api.openVouchedSession({ body: { personId }, headers: webHeaders(headers), returnHeaders: true });
    if (!response.isOpen) throw new AccountError('not-signed-in');
    return answer.getSetCookie();
  }

  async signOut(headers: RequestHeaders): Promise<string[]> {
    const { headers: answer } = await this.auth.api.signOut({ headers: webHeaders(headers), returnHeaders: true });
    return answer.getSetCookie();
  }

  async personOf(headers: RequestHeaders): Promise<Person | null> {
    if (headers.cookie === undefined) return null;
    const session = await this.auth.api.getSession({ headers: webHeaders(headers), query: { disableRefresh: true } });
    return session && knownPerson.parse(session.user);
  }

  async renew(headers: RequestHeaders): Promise<SignedIn | null> {
    if (headers.cookie === undefined) return null;
    const { headers: answer, response } = await this.auth.api.getSession({ headers: webHeaders(headers), returnHeaders: true });
    return response && { person: knownPerson.parse(response.user), cookies: answer.getSetCookie() };
  }

  async sessionsOf(headers: RequestHeaders): Promise<DeviceSession[]> {
    const { personId, sessionId } = await this.sessionOf(headers);
    const { rows } = await this.pool.query('SELECT id, "createdAt" AS since, "updatedAt" AS "seenAt", "userAgent" FROM session WHERE "userId" = $1 AND "expiresAt" > now() ORDER BY "updatedAt" DESC, id', [personId]);
    return knownSession.array().parse(rows).map((session) => ({ ...session, isThis: session.id === sessionId }));
  }

  async endSession(headers: RequestHeaders, id: string): Promise<void> {
    const { personId } = await this.sessionOf(headers);
    const { rowCount } = await this.pool.query('DELETE FROM session WHERE "userId" = $1 AND id = $2', [personId, id]);
    if (rowCount === 0) throw new AccountError('session-not-found');
  }

  async endOtherSessions(headers: RequestHeaders): Promise<void> {
    const { personId, sessionId } = await this.sessionOf(headers);
    await this.pool.query('DELETE FROM session WHERE "userId" = $1 AND id <> $2', [personId, sessionId]);
  }

  async changePassword(headers: RequestHeaders, { current, wanted }: { current: string; wanted: string }): Promise<string[]> {
    try {
      const { headers: answer } = await this.auth.api.changePassword({ body: { currentPassword: current, newPassword: wanted, revokeOtherSessions: true }, headers: webHeaders(headers), returnHeaders: true });
      return answer.getSetCookie();
    } catch (cause) {
      if (cause instanceof APIError && cause.statusCode === 401) throw new AccountError('not-signed-in', {}, { cause });
      throw cause instanceof APIError && cause.statusCode === 400 ? new AccountError('password-wrong', {}, { cause }) : cause;
    }
  }

  async prove(headers: RequestHeaders, { password, code, isRecovery }: SelfProof): Promise<void> {
    const person = await this.personOf(headers);
    if (person === null) throw new AccountError('not-signed-in');
    if (!(await hasPassword(this.pool, person.id))) return proveRecent(this.pool, (await this.sessionOf(headers)).sessionId);
    await this.provePassword(headers, password);
    if (!person.hasSecondFactor) return;
    if (code === null) throw new AccountError('code-needed');
    await secondFactorAnswer(isRecovery
      ? this.auth.api.verifyBackupCode({ body: { code, disableSession: true }, headers: webHeaders(headers) })
      : this.auth.api.verifyTOTP({ body: { code: digitsOf(code) }, headers: webHeaders(headers) }));
  }

  deletePerson(manager: EntityManager, person: Person): Promise<void> {
    return deleteAccount(manager, person);
  }

  forgetExpired(now: Date): Promise<void> {
    return deleteExpired(this.pool, now);
  }

  private async sessionOf(headers: RequestHeaders): Promise<{ personId: string; sessionId: string }> {
    const found = headers.cookie === undefined ? null : await this.auth.api.getSession({ headers: webHeaders(headers), query: { disableRefresh: true } });
    if (found === null) throw new AccountError('not-signed-in');
    return { personId: found.user.id, sessionId: found.session.id };
  }

  async changePerson(personId: string, { language, timeZone }: Partial<Pick<Person, 'language' | 'timeZone'>>): Promise<void> {
    await this.pool.query(
      'UPDATE "user" SET language = coalesce($2, language), "timeZone" = CASE WHEN $3 THEN $4 ELSE "timeZone" END, "updatedAt" = now() WHERE id = $1',
      [personId, language ?? null, timeZone !== undefined, timeZone ?? null],
    );
  }

  async close(): Promise<void> {
    if (!this.pool.ended) await this.pool.end();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.close();
  }
}

/** Authenticators show their digits in two groups. */
function digitsOf(code: string): string {
  return code.replaceAll(/\s/gu, '');
}

function authOver(pool: Pool, { sessionSecret, publicUrl }: AccountSettings) {
  return betterAuth({
    database: pool,
    secret: sessionSecret,
    baseURL: publicUrl ?? 'http://localhost',
    emailAndPassword: { enabled: true, disableSignUp: true },
    user: { additionalFields: { language: { type: 'string', required: true, defaultValue: 'fr', input: false }, timeZone: { type: 'string', required: false, input: false } } },
    session: { expiresIn: SESSION_SECONDS, updateAge: RENEWED_AFTER_SECONDS, cookieCache: { enabled: false } },
    advanced: {
      cookiePrefix: 'portee',
      useSecureCookies: publicUrl?.startsWith('https:') ?? false,
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax' },
      ipAddress: { disableIpTracking: true },
      database: { joins: true }, // a session and its person in one statement: every request asks for them
    },
    rateLimit: { enabled: false }, // ours stands in front of our own addresses
    // Ten wrong codes in a row, and the second step waits a quarter of an hour: whoever gets there has the password, and is not the person.
    plugins: [twoFactor({ issuer: 'Portée', accountLockout: { enabled: true, maxFailedAttempts: 10, durationSeconds: 900 } }), vouchedSessions()],
    telemetry: { enabled: false },
    logger: { disabled: true },
  });
}

function webHeaders(headers: RequestHeaders): Headers {
  const web = new Headers();
  for (const [name, value] of Object.entries(headers)) {
    if (name.startsWith(':') || value === undefined) continue;
    for (const one of [value].flat()) web.append(name, one);
  }
  return web;
}
