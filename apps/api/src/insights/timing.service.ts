import { Inject, Injectable } from '@nestjs/common';
import type { ChannelTiming, InsightQuery } from '@portee/shared';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { CLOCK, type Clock } from '../operations/clock.js';
import { eachSpan } from './each-span.js';
import { timingOf } from './timing.js';

/** When to publish: what bands, weekdays and hours have reached. */
@Injectable()
export class TimingService {
  constructor(
    private readonly transaction: TenantTransaction,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  byChannel(organisationId: string, query: InsightQuery): Promise<ChannelTiming[]> {
    return eachSpan(this.transaction, { organisationId, query, at: this.clock() }, timingOf);
  }
}
