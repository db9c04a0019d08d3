import { Injectable } from '@nestjs/common';
import { type ChannelReach, type ChannelSharing, type ReachQuery, monthOf, monthsBetween, reachFigures, sharesPerLike } from '@portee/shared';
import type { EntityManager } from 'typeorm';
import { findChannel } from '../channels/channels.service.js';
import { TenantTransaction } from '../database/tenant-transaction.js';
import type { MeasuredChannel } from '../posts/channel-months.js';
import { readPostStats } from '../posts/post-stat-row.js';
import { readChannelMonths } from './queries/channel-months.query.js';
import { readMeasuredChannels } from './queries/measured-channels.query.js';
import { readPublishedSpan } from './queries/published-span.query.js';
import { fillMonths, reachSeams } from './reach-months.js';
import { comparableDays, countedOn } from './span-days.js';

/** First and last local day, both included. */
interface Span {
  from: string;
  to: string;
}

/** The figures of channels over months and spans. */
@Injectable()
export class ReachService {
  constructor(private readonly transaction: TenantTransaction) {}

  /** Usual reach rates per month, oldest first; a month without settled posts is kept, as nulls. */
  byMonth(organisationId: string, query: ReachQuery): Promise<ChannelReach[]> {
    return this.eachChannel(organisationId, query, reachOf);
  }

  /** What gets passed on, per month. */
  sharing(organisationId: string, query: ReachQuery): Promise<ChannelSharing[]> {
    return this.eachChannel(organisationId, query, sharingOf);
  }

  private eachChannel<T>(organisationId: string, query: ReachQuery, read: (manager: EntityManager, channel: MeasuredChannel, span: Span) => Promise<T>): Promise<T[]> {
    return this.transaction.run(organisationId, async (manager) => {
      if (query.channelId !== undefined) await findChannel(manager, organisationId, query.channelId);
      const published = await readPublishedSpan(manager, organisationId);
      const span = { from: query.from ?? published?.from, to: query.to ?? published?.to };
      if (span.from === undefined || span.to === undefined || span.from > span.to) return [];
      const answers: T[] = [];
      for (const channel of await readMeasuredChannels(manager, organisationId, query.channelId)) answers.push(await read(manager, channel, { from: span.from, to: span.to }));
      return answers;
    });
  }
}

async function reachOf(manager: EntityManager, channel: MeasuredChannel, span: Span): Promise<ChannelReach> {
  const months = { from: monthOf(span.from), to: monthOf(span.to) };
  const rows = await readChannelMonths(manager, { organisationId: channel.organisationId, channelIds: [channel.id], ...months });
  const seams = reachSeams(channel.definitions, span);
  const alike = comparableDays(channel.definitions, span.to);
  const since = alike.from > span.from ? alike.from : span.from;
  const posts = countedOn(await readPostStats(manager, channel, { from: since, to: span.to }), alike);
  const figures = reachFigures(posts.filter((post) => post.ineligible === null));
  return { channelId: channel.id, period: { ...figures, since, until: span.to }, months: fillMonths(rows, months), seams };
}

async function sharingOf(manager: EntityManager, channel: MeasuredChannel, span: Span): Promise<ChannelSharing> {
  const posts = (await readPostStats(manager, channel, span)).filter(({ ineligible }) => ineligible !== 'deleted' && ineligible !== 'story');
  const months = monthsBetween(monthOf(span.from), monthOf(span.to));
  return {
    channelId: channel.id,
    period: sharesPerLike(posts),
    months: months.map((month) => ({ month, ...sharesPerLike(posts.filter(({ localDay }) => monthOf(localDay) === month)) })),
  };
}
