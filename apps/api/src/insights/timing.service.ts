import { Inject, Injectable } from '@nestjs/common';
import type { ChannelTiming, InsightQuery } from '@portee/shared';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { CLOCK, type Clock } from '../operations/clock.js';
import { readAskedSpans } from './asked-spans.js';
import { holidaysOf, slotOf } from './describe-posts.js';
import { readStoredSettings } from './queries/analysis-settings.query.js';
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
    return this.transaction.run(organisationId, async (manager) => {
      const asked = await readAskedSpans(manager, organisationId, { query, at: this.clock() });
      const settings = await readStoredSettings(manager, organisationId);
      const rows = await readTimedPosts(manager, asked);
      return asked.heads.map((head) => {
        const isHoliday = holidaysOf({ from: head.since, to: head.until }, settings);
        return timingOf({ ...head, posts: (rows.get(head.channel.id) ?? []).map((row) => ({ ...row, ...slotOf(row), isInHolidays: isHoliday(row.localDay) })) });
      });
    });
  }
}
