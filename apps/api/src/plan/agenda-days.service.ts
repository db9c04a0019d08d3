import { Inject, Injectable } from '@nestjs/common';
import { addDays, type AgendaEvent, announcingDays, type Days, isAnnouncedBy, localDay, localTime } from '@portee/shared';
import type { EntityManager } from 'typeorm';
import type { OrganisationContext } from '../accounts/caller.js';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { CLOCK, type Clock } from '../operations/clock.js';
import { type AgendaEventRow, readAgendaEvents } from './agenda-events.query.js';
import { findStanding } from './agenda.service.js';
import { assembleCalendar } from './assemble-calendar.js';
import { readParts } from './plan-calendar.service.js';

/** Whether something is planned for an event is told of those that begin within two weeks. */
const SOON_DAYS = 14;
const MINUTE_MS = 60_000;

type Centre = Pick<OrganisationContext, 'id' | 'timeZone'>;
type Stands = Omit<AgendaEvent, 'isAnnounced'>;

/** What the centre's agenda tells of some days. */
@Injectable()
export class AgendaDaysService {
  constructor(
    private readonly transaction: TenantTransaction,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** What takes place on any of these days, in the order of time; what began before and goes on too. */
  read({ id: organisationId, timeZone }: Centre, span: Days): Promise<AgendaEvent[]> {
    return this.transaction.runUnmoved(organisationId, async (manager) => {
      const agenda = await findStanding(manager, organisationId);
      if (agenda === null) return [];
      const rows = await readAgendaEvents(manager, { organisationId, agendaId: agenda.id }, span);
      const events = rows.map((row) => standsAs(row, timeZone)).filter(({ day, lastDay }) => day <= span.to && lastDay >= span.from);
      const today = localDay(this.clock(), timeZone);
      return withAnnounced(manager, events, { organisationId, soon: { from: today, to: addDays(today, SOON_DAYS) } });
    });
  }
}

/** An event of some hours stands where clocks of the organisation show it today. */
function standsAs({ key, title, place, firstDay, lastDay, startsAt, endsAt }: AgendaEventRow, zone: string): Stands {
  if (startsAt === null) return { key, title, place, day: firstDay, lastDay, time: null, endTime: null };
  const day = localDay(startsAt, zone);
  // What ends at midnight does not belong to the day that begins then.
  const last = endsAt === null ? day : localDay(new Date(endsAt.getTime() - MINUTE_MS), zone);
  return { key, title, place, day, lastDay: last < day ? day : last, time: localTime(startsAt, zone), endTime: endsAt === null ? null : localTime(endsAt, zone) };
}

async function withAnnounced(manager: EntityManager, events: readonly Stands[], { organisationId, soon }: { organisationId: string; soon: Days }): Promise<AgendaEvent[]> {
  const isSoon = ({ day }: Stands): boolean => day >= soon.from && day <= soon.to;
  const coming = events.filter(isSoon);
  if (coming.length === 0) return events.map((event) => ({ ...event, isAnnounced: null }));
  const longest = coming.reduce((last, { lastDay }) => (lastDay > last ? lastDay : last), soon.to);
  // However long an exhibition lasts, nobody announces it a season after it began.
  const days = announcingDays({ from: soon.from, to: longest < addDays(soon.to, SOON_DAYS) ? longest : addDays(soon.to, SOON_DAYS) });
  const { entries } = assembleCalendar(await readParts(manager, { organisationId, span: days, channelId: null }));
  return events.map((event) => ({ ...event, isAnnounced: isSoon(event) ? isAnnouncedBy(event, entries) : null }));
}
