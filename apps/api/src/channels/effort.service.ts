import { Injectable } from '@nestjs/common';
import { type ChannelEffort, type EffortMonth, type EffortQuery, type EnterEffort, type EnterEfforts, addMonths, localDay, MAX_EFFORT_MONTHS, monthOf, monthsBetween } from '@portee/shared';
import type { EntityManager } from 'typeorm';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { holdLedger } from '../posts/hold-ledger.js';
import { ChannelError } from './channel-error.js';
import { readChannels } from './channel-list.query.js';
import { findChannel } from './channels.service.js';
import { type CostPlace, readEffort, writeChannelEuros, writeHours } from './effort.query.js';

/** Hours of work and euros, as people enter them for a channel and month. */
@Injectable()
export class EffortService {
  constructor(private readonly transaction: TenantTransaction) {}

  /** Every month asked for, oldest first; one of which nobody said anything is kept, as nulls. @throws ChannelError channel-not-found, span-too-long */
  months({ organisationId, channelId, at }: Omit<CostPlace, 'month'>, query: EffortQuery): Promise<EffortMonth[]> {
    return this.transaction.run(organisationId, async (manager) => {
      const { timeZone } = await findChannel(manager, organisationId, channelId);
      const { from, to } = askedMonths(query, localDay(at, timeZone));
      const rows = await readEffort(manager, { organisationId, channelIds: [channelId], from, to });
      return monthsBetween(from, to).map((month) => rows.find((row) => row.month === month) ?? noEffort(month));
    });
  }

  /** The same of every channel of the organisation, whose time zone says which month is the present one. @throws ChannelError span-too-long */
  async ofOrganisation({ organisationId, timeZone, at }: { organisationId: string; timeZone: string; at: Date }, query: EffortQuery): Promise<ChannelEffort[]> {
    const span = { organisationId, ...askedMonths(query, localDay(at, timeZone)) };
    return this.transaction.run(organisationId, (manager) => readEffortOfChannels(manager, span));
  }

  /**
   * What is left out stays as it is.
   * @throws ChannelError month-in-future  for a month that has not begun where the channel is
   */
  enter(place: CostPlace, effort: EnterEffort): Promise<EffortMonth> {
    return this.transaction.run(place.organisationId, async (manager) => {
      await holdLedger(manager, place.organisationId);
      await writeEffort(manager, place, effort);
      return readEffortMonth(manager, place);
    });
  }

  /**
   * One month of several channels, all or none. @returns that month of every channel
   * @throws ChannelError channel-not-found, month-in-future
   */
  enterAll(place: Omit<CostPlace, 'channelId'>, { channels }: EnterEfforts): Promise<ChannelEffort[]> {
    return this.transaction.run(place.organisationId, async (manager) => {
      await holdLedger(manager, place.organisationId);
      for (const { channelId, ...effort } of channels) await writeEffort(manager, { ...place, channelId }, effort);
      return readEffortOfChannels(manager, { organisationId: place.organisationId, from: place.month, to: place.month });
    });
  }
}

/** The span is counted here, not in the contract: a first month without a last one may lie far back. */
function askedMonths(query: EffortQuery, today: string): { from: string; to: string } {
  const to = query.to ?? monthOf(today);
  const from = query.from ?? addMonths(to, -11);
  if (from < addMonths(to, 1 - MAX_EFFORT_MONTHS)) throw new ChannelError('span-too-long', { most: MAX_EFFORT_MONTHS });
  return { from, to };
}

async function writeEffort(manager: EntityManager, place: CostPlace, { hours, euros }: EnterEffort): Promise<void> {
  const { timeZone } = await findChannel(manager, place.organisationId, place.channelId);
  if (place.month > monthOf(localDay(place.at, timeZone))) throw new ChannelError('month-in-future');
  if (hours !== undefined) await writeHours(manager, place, hours);
  if (euros !== undefined) await writeChannelEuros(manager, place, euros);
}

async function readEffortOfChannels(manager: EntityManager, span: { organisationId: string; from: string; to: string }): Promise<ChannelEffort[]> {
  const channels = await readChannels(manager, span.organisationId);
  const rows = Map.groupBy(await readEffort(manager, { ...span, channelIds: channels.map(({ id }) => id) }), ({ channelId }) => channelId);
  const months = monthsBetween(span.from, span.to);
  return channels.map(({ id }) => ({ channelId: id, months: months.map((month) => rows.get(id)?.find((row) => row.month === month) ?? noEffort(month)) }));
}

/** What one month of a channel cost, as entered. */
export async function readEffortMonth(manager: EntityManager, { organisationId, channelId, month }: Omit<CostPlace, 'at'>): Promise<EffortMonth> {
  const [row] = await readEffort(manager, { organisationId, channelIds: [channelId], from: month, to: month });
  return row ?? noEffort(month);
}

function noEffort(month: string): EffortMonth {
  return { month, hours: null, euros: null, eurosOfChannel: null, eurosOfPosts: [] };
}
