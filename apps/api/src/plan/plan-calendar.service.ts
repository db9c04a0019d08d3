import { Injectable } from '@nestjs/common';
import { addDays, type Days, holidaysDuring, type PlanCalendar, type PlanQuery } from '@portee/shared';
import type { EntityManager } from 'typeorm';
import { findChannel } from '../channels/channels.service.js';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { readStoredSettings } from '../insights/queries/analysis-settings.query.js';
import { assembleCalendar, type CalendarParts } from './assemble-calendar.js';
import { readPlannedSpan } from './planned-span.query.js';

/** The calendar of the plan, over a span of days. */
@Injectable()
export class PlanCalendarService {
  constructor(private readonly transaction: TenantTransaction) {}

  /** @throws ChannelError channel-not-found */
  read(organisationId: string, { from, to, channelId }: PlanQuery): Promise<PlanCalendar> {
    return this.transaction.runUnmoved(organisationId, async (manager) => {
      if (channelId !== undefined) await findChannel(manager, organisationId, channelId);
      return assembleCalendar(await readParts(manager, { organisationId, span: { from, to }, channelId: channelId ?? null }));
    });
  }
}

/** What a span is made of, holidays of the day before it included. */
export async function readParts(manager: EntityManager, asked: { organisationId: string; span: Days; channelId: string | null }): Promise<CalendarParts> {
  const { holidays } = await readStoredSettings(manager, asked.organisationId);
  const rows = await readPlannedSpan(manager, asked);
  return { ...rows, span: asked.span, holidays: holidaysDuring({ from: addDays(asked.span.from, -1), to: asked.span.to }, holidays) };
}
