import { Injectable } from '@nestjs/common';
import { type EffortMonth, type EffortQuery, type EnterEffort, addMonths, localDay, monthOf, monthsBetween } from '@portee/shared';
import type { EntityManager } from 'typeorm';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { holdLedger } from '../posts/hold-ledger.js';
import { ChannelError } from './channel-error.js';
import { findChannel } from './channels.service.js';
import { type CostPlace, readEffort, writeChannelEuros, writeHours } from './effort.query.js';

/** Hours of work and euros, as people enter them for a channel and month. */
@Injectable()
export class EffortService {
  constructor(private readonly transaction: TenantTransaction) {}

  /** Every month asked for, oldest first; one of which nobody said anything is kept, as nulls. */
  months({ organisationId, channelId, at }: Omit<CostPlace, 'month'>, query: EffortQuery): Promise<EffortMonth[]> {
    return this.transaction.run(organisationId, async (manager) => {
      const { timeZone } = await findChannel(manager, organisationId, channelId);
      const to = query.to ?? monthOf(localDay(at, timeZone));
      const from = query.from ?? addMonths(to, -11);
      const rows = await readEffort(manager, { organisationId, channelIds: [channelId], from, to });
      return monthsBetween(from, to).map((month) => rows.find((row) => row.month === month) ?? noEffort(month));
    });
  }

  /**
   * What is left out stays as it is.
   * @throws ChannelError month-in-future  for a month that has not begun where the channel is
   */
  enter(place: CostPlace, { hours, euros }: EnterEffort): Promise<EffortMonth> {
    return this.transaction.run(place.organisationId, async (manager) => {
      await holdLedger(manager, place.organisationId);
      const { timeZone } = await findChannel(manager, place.organisationId, place.channelId);
      if (place.month > monthOf(localDay(place.at, timeZone))) throw new ChannelError('month-in-future');
      if (hours !== undefined) await writeHours(manager, place, hours);
      if (euros !== undefined) await writeChannelEuros(manager, place, euros);
      return readEffortMonth(manager, place);
    });
  }
}

/** What one month of a channel cost, as entered. */
export async function readEffortMonth(manager: EntityManager, { organisationId, channelId, month }: Omit<CostPlace, 'at'>): Promise<EffortMonth> {
  const [row] = await readEffort(manager, { organisationId, channelIds: [channelId], from: month, to: month });
  return row ?? noEffort(month);
}

function noEffort(month: string): EffortMonth {
  return { month, hours: null, euros: null, eurosOfChannel: null, eurosOfPosts: [] };
}
