import { Inject, Injectable } from '@nestjs/common';
import type { ChannelTiming, InsightQuery } from '@portee/shared';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { CLOCK, type Clock } from '../operations/clock.js';
import { holidaysOf, slotOf } from './describe-posts.js';
import { eachSpan } from './each-span.js';
import { readTimedPosts } from './queries/span-posts.query.js';
import { timingOf } from './timing.js';

/** When to publish: what bands, weekdays and hours have reached. */
@Injectable()
export class TimingService {
  constructor(
    private readonly transaction: TenantTransaction,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  byChannel(organisationId: string, query: InsightQuery): Promise<ChannelTiming[]> {
    return eachSpan(this.transaction, { organisationId, query, at: this.clock() }, async ({ manager, head, place, settings }) => {
      const isHoliday = holidaysOf(place.days, settings);
      const posts = (await readTimedPosts(manager, place)).map((row) => ({ ...row, ...slotOf(row), isInHolidays: isHoliday(row.localDay) }));
      return timingOf({ ...head, posts });
    });
  }
}
