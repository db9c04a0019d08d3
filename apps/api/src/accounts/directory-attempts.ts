import { Inject, Injectable } from '@nestjs/common';
import type { Locale } from '@portee/shared';
import { z } from 'zod';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { hashOfSecret } from '../operations/bearer-secret.js';
import { CLOCK, type Clock } from '../operations/clock.js';
import type { Proofs } from './directory.js';

/** As long as signing in may take, a second factor at the directory included. */
export const ATTEMPT_SECONDS = 600;

/** Why somebody is on the way to the directory, and where they go afterwards. */
export interface Errand {
  /** Path of ours. */
  back: string;
  language: Locale;
  /** Who is to be linked; null: nobody. */
  personId: string | null;
  /** Of the link of an invitation that they follow; null: they follow none. */
  invitationHash: Buffer | null;
}

/** What only the browser that set out can show: the state comes with the address, the other with its cookie. */
interface Keys {
  state: string;
  browser: string;
}

export type Attempt = Errand & Omit<Proofs, 'state'>;

const row = z.object({ nonce: z.string(), verifier: z.string(), back: z.string(), language: z.enum(['fr', 'en', 'nl']), personId: z.string().nullable(), invitationHash: z.instanceof(Buffer).nullable() });

/** People on the way to the directory. Each may come back once, in the browser in which they set out. */
@Injectable()
export class DirectoryAttempts {
  constructor(
    private readonly transaction: TenantTransaction,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Those whose time is over go. */
  async keep({ state, browser }: Keys, { nonce, verifier, back, language, personId, invitationHash }: Attempt): Promise<void> {
    const now = this.clock();
    await this.transaction.lookUp(async (manager) => {
      await manager.query('DELETE FROM auth.directory_attempt WHERE expires_at <= $1', [now]);
      await manager.query(
        `INSERT INTO auth.directory_attempt (state_hash, browser_hash, nonce, verifier, back, language, person_id, invitation_hash, expires_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [hashOfSecret(state), hashOfSecret(browser), nonce, verifier, back, language, personId, invitationHash, new Date(now.getTime() + ATTEMPT_SECONDS * 1000)],
      );
    });
  }

  /** Hands it out once, however many ask at one moment; null: none such, too late, or another browser. */
  async take({ state, browser }: Keys): Promise<Attempt | null> {
    const [rows]: [unknown[], number] = await this.transaction.lookUp((manager) => manager.query(
      `DELETE FROM auth.directory_attempt WHERE state_hash = $1 AND browser_hash = $2 AND expires_at > $3
       RETURNING nonce, verifier, back, language, person_id AS "personId", invitation_hash AS "invitationHash"`,
      [hashOfSecret(state), hashOfSecret(browser), this.clock()],
    ));
    return row.array().parse(rows)[0] ?? null;
  }
}
