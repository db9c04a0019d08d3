import { Inject, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { CLOCK, type Clock } from '../operations/clock.js';
import { channelsToAdvise } from './advised-channels.query.js';
import { Advisor } from './advisor.js';

const SWEEP_MS = 20_000;
/** Channels at once: some hundredths of a second each. The rest waits for the next sweep. */
const MOST_AT_ONCE = 100;

/** Advises on channels whose figures have changed, whether somebody looks or not: a verdict that changes is dated by it. */
@Injectable()
export class AdviceSweep implements OnApplicationBootstrap {
  private readonly logger = new Logger(AdviceSweep.name);
  private isSweeping = false;

  constructor(
    private readonly transaction: TenantTransaction,
    private readonly advisor: Advisor,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): Promise<void> {
    return this.sweep();
  }

  @Interval(SWEEP_MS)
  async sweep(): Promise<void> {
    if (this.isSweeping) return;
    this.isSweeping = true;
    try {
      const due = await channelsToAdvise(this.transaction, this.clock(), MOST_AT_ONCE);
      for (const [organisationId, channels] of Map.groupBy(due, (channel) => channel.organisationId)) await this.adviseOne(organisationId, channels.map(({ channelId }) => channelId));
    } finally {
      this.isSweeping = false;
    }
  }

  /** An organisation whose advice cannot be made never keeps the others from theirs. */
  private async adviseOne(organisationId: string, channelIds: readonly string[]): Promise<void> {
    try {
      await this.advisor.advise(organisationId, channelIds);
    } catch (cause) {
      this.logger.error({ organisationId, err: cause }, 'advice could not be made');
    }
  }
}
