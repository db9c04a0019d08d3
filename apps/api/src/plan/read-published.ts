import { addMonthsToDay, type Days } from '@portee/shared';
import type { EntityManager } from 'typeorm';
import type { Channel } from '../channels/channel.entity.js';
import type { AnalysedPost } from '../insights/analysed-post.js';
import { describePosts, describeSeries } from '../insights/describe-posts.js';
import { readAnalysedPosts } from '../insights/queries/analysed-posts.query.js';
import { readStoredSettings } from '../insights/queries/analysis-settings.query.js';
import type { PublishedPost } from './likeness.js';
import { readToldPosts, type ToldPostRow } from './published-posts.query.js';

/** A weekly appointment is seen over months: posts of a short span are described with those before them. */
const DESCRIBED_MONTHS = 24;

interface Published { span: Days; at: Date }

/** All posts of a channel in a span of local days, until now, oldest first: those that count for nothing as well, and whatever the network called reach. */
export async function readPublished(manager: EntityManager, channel: Channel, { span, at }: Published): Promise<readonly AnalysedPost[]> {
  const rows = (await readAnalysedPosts(manager, channel, span)).filter(({ publishedAt }) => publishedAt <= at);
  if (rows.length === 0) return [];
  const told = describeSeries(await readToldSince(manager, channel, { span, at }));
  return describePosts(rows, await readStoredSettings(manager, channel.organisationId), told).posts;
}

/** The same posts, as far as they are matched with plans. */
export async function readPublishedPosts(manager: EntityManager, channel: Channel, { span, at }: Published): Promise<PublishedPost[]> {
  const told = await readToldSince(manager, channel, { span, at });
  const rows = told.filter(({ localDay }) => localDay >= span.from);
  if (rows.length === 0) return [];
  const { seriesOf } = describeSeries(told);
  return rows.map(({ id, publishedAt, localDay, format, text }) => ({ id, channelId: channel.id, publishedAt, localDay, format, series: seriesOf(id), text }));
}

function readToldSince(manager: EntityManager, channel: Channel, { span: { from, to }, at }: Published): Promise<ToldPostRow[]> {
  const before = addMonthsToDay(to, -DESCRIBED_MONTHS);
  return readToldPosts(manager, channel, { from: before < from ? before : from, to, at });
}
