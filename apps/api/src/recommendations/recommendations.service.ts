import { Inject, Injectable } from '@nestjs/common';
import type { ChannelOutlook, Recommendation, RecommendationEvidence, RecommendationQuery } from '@portee/shared';
import type { EntityManager } from 'typeorm';
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

  records(organisationId: string, { channelId }: RecommendationQuery): Promise<Recommendation[]> {
    return this.readUpToDate(organisationId, channelId, (manager) => readRecords(manager, organisationId, channelId));
  }

  outlooks(organisationId: string, { channelId }: RecommendationQuery): Promise<ChannelOutlook[]> {
    return this.readUpToDate(organisationId, channelId, (manager) => readOutlooks(manager, organisationId, channelId));
  }

  /** Usual rates of a channel over the window of its advice, as they were when it was made; null: it was never advised on. */
  figures(organisationId: string, channelId: string): Promise<AdvisedFigures | null> {
    return this.transaction.run(organisationId, (manager) => readAdvisedFigures(manager, organisationId, channelId));
  }

  /** @throws RecommendationError recommendation-not-found */
  async evidence(organisationId: string, id: string): Promise<RecommendationEvidence> {
    await this.advisor.refresh(organisationId);
    return this.transaction.runUnmoved(organisationId, (manager) => readEvidence(manager, { organisationId, id, at: this.clock() }));
  }

  /**
   * A comparison rests on every channel: all are brought up to date, whichever is asked for. A channel whose advice cannot
   * be made shows what was last said of it; one of which nothing ever was is missing among the others.
   * @throws what went wrong  where it is the only one asked for
   */
  private async readUpToDate<T>(organisationId: string, channelId: string | undefined, read: (manager: EntityManager) => Promise<T[]>): Promise<T[]> {
    if (channelId !== undefined) await this.transaction.run(organisationId, (manager) => requireChannel(manager, organisationId, channelId));
    const failures = await this.advisor.refresh(organisationId);
    const found = await this.transaction.runUnmoved(organisationId, read);
    const own = failures.find((failure) => failure.channelId === channelId);
    if (own && found.length === 0) throw own.cause;
    return found;
  }
}

async function readOutlooks(manager: EntityManager, organisationId: string, channelId: string | undefined): Promise<ChannelOutlook[]> {
  const advice = await readAdvice(manager, organisationId, channelId);
  const records = Map.groupBy(await readRecords(manager, organisationId, channelId), (record) => record.channelId);
  const changes = Map.groupBy(await readChanges(manager, organisationId, channelId), (change) => change.channelId);
  return advice.map(({ channelId: id, channel, outlook, madeAt }) => ({ ...outlook, channel, madeAt: madeAt.toISOString(), records: records.get(id) ?? [], changes: changes.get(id) ?? [] }));
}
