import { addMonthsToDay } from '@portee/shared';
import type { EntityManager } from 'typeorm';
import type { Channel } from '../channels/channel.entity.js';
import type { AnalysedPost } from '../insights/analysed-post.js';
import { describePosts } from '../insights/describe-posts.js';
import { readAnalysedPosts } from '../insights/queries/analysed-posts.query.js';
import { readStoredSettings } from '../insights/queries/analysis-settings.query.js';

/** A weekly appointment is seen over months: posts of a short span are described with those before them. */
const DESCRIBED_MONTHS = 24;

/** All posts of a channel in a span of local days, until now, oldest first: those that count for nothing as well, and whatever the network called reach. */
export async function readPublished(manager: EntityManager, channel: Channel, { span, at }: { span: { from: string; to: string }; at: Date }): Promise<readonly AnalysedPost[]> {
  const before = addMonthsToDay(span.to, -DESCRIBED_MONTHS);
  const rows = await readAnalysedPosts(manager, channel, { from: before < span.from ? before : span.from, to: span.to });
  const settings = await readStoredSettings(manager, channel.organisationId);
  return describePosts(rows.filter(({ publishedAt }) => publishedAt <= at), settings).posts.filter(({ localDay }) => localDay >= span.from);
}
