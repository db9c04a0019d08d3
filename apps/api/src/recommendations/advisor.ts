import { Inject, Injectable } from '@nestjs/common';
import type { Recommendation } from '@portee/shared';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { CLOCK, type Clock } from '../operations/clock.js';
import { outlookAsOf, refreshAdvice, refreshComparisons } from './advise-channels.js';
import { channelsOutdated, channelsToCompare } from './advised-channels.query.js';
import { comparisonRecords } from './comparison-records.js';
import type { Outlook } from './outlook.js';

/** Brings advice up to date with the figures. A transaction a channel: what is cut short goes on with the next. */
@Injectable()
export class Advisor {
  constructor(
    private readonly transaction: TenantTransaction,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Advises anew on the channels of an organisation whose figures have changed. */
  async refresh(organisationId: string): Promise<void> {
    const at = this.clock();
    await this.advise(organisationId, await this.transaction.run(organisationId, (manager) => channelsOutdated(manager, { organisationId, at })));
  }

  /** Advises anew on these channels, and on how all of them compare. */
  async advise(organisationId: string, channelIds: readonly string[]): Promise<void> {
    const at = this.clock();
    for (const channelId of channelIds) await this.transaction.run(organisationId, (manager) => refreshAdvice(manager, { organisationId, channelId }, at));
    if (channelIds.length > 0) await this.transaction.run(organisationId, (manager) => refreshComparisons(manager, organisationId, at));
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
}
