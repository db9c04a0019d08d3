import { Inject, Injectable } from '@nestjs/common';
import { addDays, addMonthsToDay, type Days, localDay, type PlanEntry, searchText } from '@portee/shared';
import type { EntityManager } from 'typeorm';
import { Organisation } from '../accounts/organisation.entity.js';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { CLOCK, type Clock } from '../operations/clock.js';
import { assembleCalendar } from './assemble-calendar.js';
import { CalendarFeed } from './calendar-feed.entity.js';
import { FeedsService } from './feeds.service.js';
import { readParts } from './plan-calendar.service.js';
import { PlanError } from './plan-error.js';
import { writeFeed } from './write-feed.js';

const DAYS_BACK = 90;
const MONTHS_AHEAD = 12;

/** The plan as calendar programs read it: from 90 days ago to a year from today. */
@Injectable()
export class PlanFeedService {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly feeds: FeedsService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Remembers the use, to the minute. @throws PlanError not-found  for whatever opens nothing */
  async read(token: string): Promise<string> {
    const opened = await this.feeds.open(token);
    if (!opened) throw new PlanError('not-found');
    const { organisationId, feedId } = opened;
    const at = this.clock();
    await this.transaction.run(organisationId, (manager) => rememberUse(manager, { organisationId, feedId, at }));
    return this.transaction.runUnmoved(organisationId, async (manager) => {
      const feed = await manager.findOneBy(CalendarFeed, { organisationId, id: feedId });
      const organisation = await manager.findOneBy(Organisation, { id: organisationId });
      if (!feed || !organisation) throw new PlanError('not-found');
      const today = localDay(at, organisation.timeZone);
      const spans = [{ from: addDays(today, -DAYS_BACK), to: addDays(today, -1) }, { from: today, to: addMonthsToDay(today, MONTHS_AHEAD) }];
      const entries: PlanEntry[] = [];
      const channels = new Map<string, string>();
      for (const span of spans) await addSpan(manager, { organisationId, span, entries, channels });
      return writeFeed({ name: organisation.name, entries: entries.filter((entry) => isOfRole(entry, feed.role)), channels, writtenAt: at });
    });
  }
}

async function addSpan(manager: EntityManager, { organisationId, span, entries, channels }: { organisationId: string; span: Days; entries: PlanEntry[]; channels: Map<string, string> }): Promise<void> {
  const parts = await readParts(manager, { organisationId, span, channelId: null });
  for (const { id, name } of parts.channels) channels.set(id, name);
  for (const entry of assembleCalendar(parts).entries) entries.push(entry);
}

/** However accents and capitals are written. */
function isOfRole({ role }: PlanEntry, wanted: string | null): boolean {
  return wanted === null || (role !== null && searchText(role) === searchText(wanted));
}

async function rememberUse(manager: EntityManager, { organisationId, feedId, at }: { organisationId: string; feedId: string; at: Date }): Promise<void> {
  await manager.query(
    `UPDATE calendar_feed SET last_used_at = $3 WHERE organisation_id = $1 AND id = $2 AND (last_used_at IS NULL OR last_used_at < $3::timestamptz - interval '1 minute')`,
    [organisationId, feedId, at],
  );
}
