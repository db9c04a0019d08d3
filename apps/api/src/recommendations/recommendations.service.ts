import { Inject, Injectable } from '@nestjs/common';
import type { ChannelOutlook, Recommendation, RecommendationEvidence, RecommendationQuery } from '@portee/shared';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { requireChannel } from '../insights/asked-channel.js';
import { CLOCK, type Clock } from '../operations/clock.js';
import { Advisor } from './advisor.js';
import { readEvidence } from './read-evidence.js';
import { type AdvisedFigures, readAdvice, readAdvisedFigures, readChanges, readRecords } from './stored-advice.query.js';

/** What the figures of channels bear, as it was last concluded; what is no longer up to date is concluded anew first. */
@Injectable()
export class RecommendationsService {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly advisor: Advisor,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async records(organisationId: string, { channelId }: RecommendationQuery): Promise<Recommendation[]> {
    await this.bringUpToDate(organisationId, channelId);
    return this.transaction.run(organisationId, (manager) => readRecords(manager, organisationId, channelId));
  }

  async outlooks(organisationId: string, { channelId }: RecommendationQuery): Promise<ChannelOutlook[]> {
    await this.bringUpToDate(organisationId, channelId);
    return this.transaction.run(organisationId, async (manager) => {
      const [advice, records, changes] = [await readAdvice(manager, organisationId, channelId), await readRecords(manager, organisationId, channelId), await readChanges(manager, organisationId, channelId)];
      return advice.map(({ channelId: id, outlook, madeAt }) => ({
        ...outlook, madeAt: madeAt.toISOString(), channel: records.find((record) => record.channelId === id)?.channel ?? outlook.channel,
        records: records.filter((record) => record.channelId === id), changes: changes.filter((change) => change.channelId === id),
      }));
    });
  }

  /** Usual rates of a channel over the window of its advice, as they were when it was made; null: it was never advised on. */
  figures(organisationId: string, channelId: string): Promise<AdvisedFigures | null> {
    return this.transaction.run(organisationId, (manager) => readAdvisedFigures(manager, organisationId, channelId));
  }

  /** @throws RecommendationError recommendation-not-found */
  async evidence(organisationId: string, id: string): Promise<RecommendationEvidence> {
    return this.transaction.run(organisationId, (manager) => readEvidence(manager, { organisationId, id, at: this.clock() }));
  }

  /** A comparison rests on every channel: all are brought up to date, whichever is asked for. */
  private async bringUpToDate(organisationId: string, channelId: string | undefined): Promise<void> {
    if (channelId !== undefined) await this.transaction.run(organisationId, (manager) => requireChannel(manager, organisationId, channelId));
    await this.advisor.refresh(organisationId);
  }
}
