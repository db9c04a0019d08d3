import { Inject, Injectable, Logger } from '@nestjs/common';
import type { Recommendation } from '@portee/shared';
import type { EntityManager } from 'typeorm';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { CLOCK, type Clock } from '../operations/clock.js';
import { outlookAsOf, refreshAdvice, refreshComparisons } from './advise-channels.js';
import { type ChannelKey, channelsOutdated, channelsToCompare } from './advised-channels.query.js';
import { comparisonRecords } from './comparison-records.js';
import { comparisonDue } from './comparisons.query.js';
import type { Outlook } from './outlook.js';

/** Advice that could not be made. Nobody else's waits for it. */
export interface AdviceFailure {
  /** Null: the comparison of channels. */
  channelId: string | null;
  cause: Error;
}

/** Brings advice up to date with the figures. A transaction a channel: what is cut short goes on with the next. */
@Injectable()
export class Advisor {
  private readonly logger = new Logger(Advisor.name);

  constructor(
    private readonly transaction: TenantTransaction,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Advises anew on the channels of an organisation whose figures have changed, and on how all of them compare. @returns what could not be made, and stays as it was */
  async refresh(organisationId: string): Promise<AdviceFailure[]> {
    const { outdated, due } = await this.transaction.run(organisationId, async (manager) => ({
      outdated: await channelsOutdated(manager, { organisationId, at: this.clock() }), due: await comparisonDue(manager, organisationId),
    }));
    const failures: (AdviceFailure | null)[] = [];
    for (const channelId of outdated) failures.push(await this.advise({ organisationId, channelId }));
    if (outdated.length > 0 || due !== null) failures.push(await this.compare(organisationId));
    return failures.filter((failure) => failure !== null);
  }

  /** Advises anew on one channel. @returns null: done */
  advise(key: ChannelKey): Promise<AdviceFailure | null> {
    return this.attempt(key, (manager) => refreshAdvice(manager, key, this.clock()));
  }

  /** Compares the channels of an organisation anew, from what is kept of each. @returns null: done */
  compare(organisationId: string): Promise<AdviceFailure | null> {
    return this.attempt({ organisationId, channelId: null }, (manager) => refreshComparisons(manager, organisationId, this.clock()));
  }

  /** What would have been said with the figures read until an instant. Kept nowhere. A comparison rests on every channel, whichever is asked for. */
  recordsAsOf(organisationId: string, { channelId, asOf }: { channelId?: string; asOf: Date }): Promise<Recommendation[]> {
    return this.transaction.runUnmoved(organisationId, async (manager) => {
      const outlooks: Outlook[] = [];
      for (const id of await channelsToCompare(manager, organisationId)) outlooks.push(await outlookAsOf(manager, { organisationId, channelId: id }, { at: this.clock(), asOf }));
      const compared = comparisonRecords(organisationId, outlooks);
      return outlooks.filter((outlook) => channelId === undefined || outlook.channelId === channelId).flatMap((outlook) => [...outlook.records, ...compared.filter((record) => record.channelId === outlook.channelId)]);
    });
  }

  private async attempt(about: { organisationId: string; channelId: string | null }, work: (manager: EntityManager) => Promise<void>): Promise<AdviceFailure | null> {
    try {
      await this.transaction.run(about.organisationId, work);
      return null;
    } catch (error) {
      const cause = error instanceof Error ? error : new Error(String(error));
      this.logger.error({ ...about, err: cause }, 'advice could not be made');
      return { channelId: about.channelId, cause };
    }
  }
}
