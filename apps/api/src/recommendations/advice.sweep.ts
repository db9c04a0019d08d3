import { Inject, Injectable } from '@nestjs/common';
import { Interval, Timeout } from '@nestjs/schedule';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { CLOCK, type Clock } from '../operations/clock.js';
import { Sweep } from '../operations/sweep.js';
import { type ChannelKey, channelsToAdvise } from './advised-channels.query.js';
import { Advisor } from './advisor.js';
import { organisationsToCompare } from './comparisons.query.js';

const AFTER_START_MS = 1_000;
const SWEEP_MS = 20_000;
/** Channels at once: some hundredths of a second each. The rest waits for the next sweep. */
const MOST_AT_ONCE = 100;
/** A channel whose advice could not be made is tried again after this, or by whoever asks for it: those behind it have their turn, and the log stays readable. */
const REST_MS = 3_600_000;

/** Advises on channels whose figures have changed, whether somebody looks or not: a verdict that changes is dated by it. */
@Injectable()
export class AdviceSweep extends Sweep {
  /** Channels that are not tried for a while, and until when. */
  private readonly resting = new Map<string, number>();

  constructor(
    private readonly transaction: TenantTransaction,
    private readonly advisor: Advisor,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    super();
  }

  /** Soon after a start and not within it: after an update, every channel is due. */
  @Timeout(AFTER_START_MS)
  sweepSoon(): Promise<void> {
    return this.sweep();
  }

  @Interval(SWEEP_MS)
  sweep(): Promise<void> {
    return this.sweepNow();
  }

  protected async sweepOnce(): Promise<void> {
    for (const channel of await this.due()) {
      if (this.isStopping) return;
      if ((await this.advisor.advise(channel)) !== null) this.resting.set(channel.channelId, this.clock().getTime() + REST_MS);
    }
    for (const organisationId of await organisationsToCompare(this.transaction)) {
      if (this.isStopping) return;
      await this.advisor.compare(organisationId);
    }
  }

  private async due(): Promise<ChannelKey[]> {
    const at = this.clock();
    for (const [channelId, until] of this.resting) if (until <= at.getTime()) this.resting.delete(channelId);
    const due = await channelsToAdvise(this.transaction, at, MOST_AT_ONCE + this.resting.size);
    return due.filter(({ channelId }) => !this.resting.has(channelId)).slice(0, MOST_AT_ONCE);
  }
}
