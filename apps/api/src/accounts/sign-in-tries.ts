import { createHmac, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { EntityManager } from 'typeorm';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { CLOCK, type Clock } from '../operations/clock.js';
import { TooManyTries } from '../operations/few-tries.js';
import { networkOf } from '../operations/network-of.js';
import { newSecret } from '../operations/bearer-secret.js';
import { ACCOUNT_SETTINGS, type AccountSettings } from './account-settings.js';
import { waitSeconds } from './wait-after-failures.js';

const HOUR_MS = 3_600_000;
const YEAR_SECONDS = 365 * 24 * 3600;
const COOKIE = 'portee.device';

/** Whose account is tried, and from where. */
interface Origin {
  account: Buffer;
  origin: Buffer;
  /** Somebody has signed in to this account on this device before. */
  isKnown: boolean;
}

interface Counted {
  failures: number;
  lastAt: Date;
  elsewhere: number;
}

/**
 * Slows the guessing of one account's password, from however many addresses, and never keeps its person out: what is counted is counted for one
 * device or network at a time. Whether an account exists makes no difference. The decision stands in the README.
 */
@Injectable()
export class SignInTries {
  constructor(
    private readonly transaction: TenantTransaction,
    @Inject(ACCOUNT_SETTINGS) private readonly settings: AccountSettings,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Runs a try to sign in, or whatever else asks for the password, which counts as failed until it has succeeded: many at one moment are many.
   * @throws TooManyTries where it is too early; such a try counts for nothing
   */
  async during<T>(email: string, request: FastifyRequest, tried: () => Promise<T>): Promise<T> {
    const from = this.originOf(email, request);
    await this.transaction.together((manager) => this.count(manager, from));
    const result = await tried();
    await this.transaction.lookUp((manager) => manager.query('DELETE FROM auth.sign_in_try WHERE account = $1 AND origin = $2', [from.account, from.origin]));
    return result;
  }

  /** From now on this browser is known for this account. */
  remember(email: string, reply: FastifyReply): void {
    const id = newSecret();
    const secure = this.settings.publicUrl?.startsWith('https:') === true ? '; Secure' : '';
    reply.header('set-cookie', `${COOKIE}=${id}.${this.sealOf(id, email)}; Max-Age=${YEAR_SECONDS}; Path=/api/v1/session; HttpOnly; SameSite=Lax${secure}`);
  }

  private async count(manager: EntityManager, { account, origin, isKnown }: Origin): Promise<void> {
    const now = this.clock();
    const forgotten = new Date(now.getTime() - HOUR_MS);
    await manager.query('DELETE FROM auth.sign_in_try WHERE (account, origin) IN (SELECT account, origin FROM auth.sign_in_try WHERE last_at < $1 LIMIT 100 FOR UPDATE SKIP LOCKED)', [forgotten]);
    await manager.query('INSERT INTO auth.sign_in_try VALUES ($1, $2, $3, 0, $4) ON CONFLICT DO NOTHING', [account, origin, isKnown, now]);
    const [row]: Counted[] = await manager.query(
      `SELECT failures, last_at AS "lastAt",
         (SELECT coalesce(sum(failures), 0)::int FROM auth.sign_in_try WHERE account = $1 AND origin <> $2 AND NOT is_known AND last_at >= $3) AS elsewhere
       FROM auth.sign_in_try WHERE account = $1 AND origin = $2 FOR UPDATE`, [account, origin, forgotten]);
    if (row !== undefined) this.requireWaited(row, { isKnown, now });
    await manager.query('UPDATE auth.sign_in_try SET failures = CASE WHEN last_at < $4 THEN 1 ELSE failures + 1 END, last_at = $3 WHERE account = $1 AND origin = $2', [account, origin, now, forgotten]);
  }

  private requireWaited({ failures, lastAt, elsewhere }: Counted, { isKnown, now }: { isKnown: boolean; now: Date }): void {
    const passed = (now.getTime() - lastAt.getTime()) / 1000;
    const left = waitSeconds({ failures, elsewhere: isKnown ? 0 : elsewhere }) - passed;
    if (left > 0) throw new TooManyTries(Math.ceil(left));
  }

  private originOf(email: string, request: FastifyRequest): Origin {
    const device = this.deviceOf(email, request.headers.cookie ?? '');
    return { account: this.keyed(`account ${addressOf(email)}`), origin: this.keyed(device === null ? `network ${networkOf(request.ip)}` : `device ${device}`), isKnown: device !== null };
  }

  /** The device's own name, where somebody has signed in to this account on it. */
  private deviceOf(email: string, cookies: string): string | null {
    const [, id = '', seal = ''] = new RegExp(`(?:^|;\\s*)${COOKIE.replace('.', '\\.')}=([\\w-]{43})\\.([\\w-]{43})(?:;|$)`, 'u').exec(cookies) ?? [];
    return id !== '' && timingSafeEqual(Buffer.from(seal), Buffer.from(this.sealOf(id, email))) ? id : null;
  }

  private sealOf(id: string, email: string): string {
    return this.keyed(`seal ${id} ${addressOf(email)}`).toString('base64url');
  }

  private keyed(text: string): Buffer {
    return createHmac('sha256', this.settings.sessionSecret).update(`sign-in tries: ${text}`).digest();
  }
}

function addressOf(email: string): string {
  return email.trim().toLowerCase();
}
