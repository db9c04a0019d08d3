import { Inject, Injectable } from '@nestjs/common';
import { type ComparedChannel, type ComparisonQuery, addMonths, lastDay, localDay, monthOf } from '@portee/shared';
import type { OrganisationContext } from '../accounts/caller.js';
import { readEffort } from '../channels/effort.query.js';
import { readFollowersOn } from '../channels/followers.query.js';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { CLOCK, type Clock } from '../operations/clock.js';
import { comparedChannelOf } from './compared-channel.js';
import { readChannelMonths } from './queries/channel-months.query.js';
import { readMeasuredChannels } from './queries/measured-channels.query.js';

/** Channels side by side: what they bring and what they cost. */
@Injectable()
export class ComparedChannelsService {
  constructor(
    private readonly transaction: TenantTransaction,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** By name. Empty where the months end before they begin. */
  compare({ id: organisationId, timeZone, language }: Pick<OrganisationContext, 'id' | 'timeZone' | 'language'>, query: ComparisonQuery): Promise<ComparedChannel[]> {
    const to = query.to ?? monthOf(localDay(this.clock(), timeZone));
    const yearBefore = addMonths(to, -11);
    const from = query.from ?? yearBefore;
    if (from > to) return Promise.resolve([]);
    return this.transaction.run(organisationId, async (manager) => {
      const channels = await readMeasuredChannels(manager, organisationId);
      const wanted = { organisationId, channelIds: channels.map(({ id }) => id) };
      const rows = Map.groupBy(await readChannelMonths(manager, { ...wanted, from: from < yearBefore ? from : yearBefore, to }), ({ channelId }) => channelId);
      const effort = Map.groupBy(await readEffort(manager, { ...wanted, from, to }), ({ channelId }) => channelId);
      const followers = new Map((await readFollowersOn(manager, { ...wanted, day: lastDay(to) })).map((row) => [row.channelId, row]));
      return channels.map((channel) => comparedChannelOf({
        channel, span: { from, to }, rows: rows.get(channel.id) ?? [], effort: effort.get(channel.id) ?? [], followers: followers.get(channel.id), locale: language,
      }));
    });
  }
}
