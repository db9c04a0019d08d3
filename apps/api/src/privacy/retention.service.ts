import { Inject, Injectable } from '@nestjs/common';
import type { Expired, Retention } from '@portee/shared';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { asActor } from '../operations/acting.js';
import { CLOCK, type Clock } from '../operations/clock.js';
import { recordAct } from '../operations/record-act.js';
import { expire } from './expire.js';
import { readPrivacySettings, writeRetention } from './privacy-settings.query.js';

/** Carries what would have gone out of a transaction that is undone. */
class OnlyTried extends Error {
  constructor(readonly would: Expired) {
    super('only tried');
  }
}

/** For how long what an organisation has is kept. */
@Injectable()
export class RetentionService {
  constructor(
    private readonly transaction: TenantTransaction,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async read(organisationId: string): Promise<Retention> {
    return (await this.transaction.run(organisationId, (manager) => readPrivacySettings(manager, organisationId))).retention;
  }

  /** What these settings would delete now: it is done, counted and undone, so that what is said beforehand is what happens. */
  async try(organisationId: string, retention: Retention): Promise<Expired> {
    try {
      await this.transaction.run(organisationId, async (manager) => {
        throw new OnlyTried(await expire(manager, { organisationId, retention, now: this.clock() }));
      });
    } catch (error) {
      if (error instanceof OnlyTried) return error.would;
      throw error;
    }
    throw new Error('a transaction that throws ends by it');
  }

  /** From now on, and what is older already goes at once. */
  write(organisationId: string, retention: Retention): Promise<Expired> {
    return this.transaction.run(organisationId, async (manager) => {
      await writeRetention(manager, organisationId, retention);
      await recordAct(manager, 'privacy-changed');
      return this.expireIn(manager, organisationId, retention);
    });
  }

  /** What has grown too old since. */
  apply(organisationId: string): Promise<Expired> {
    return this.transaction.run(organisationId, async (manager) => this.expireIn(manager, organisationId, (await readPrivacySettings(manager, organisationId)).retention));
  }

  private async expireIn(manager: Parameters<typeof recordAct>[0], organisationId: string, retention: Retention): Promise<Expired> {
    const gone = await expire(manager, { organisationId, retention, now: this.clock() });
    const lines = Object.values(gone).reduce((sum, one) => sum + one, 0);
    if (lines > 0) await asActor({ kind: 'portee', id: null }, () => recordAct(manager, 'data-expired', { subject: String(lines) }));
    return gone;
  }
}
