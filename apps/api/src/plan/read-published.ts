import type { EntityManager } from 'typeorm';
import type { Channel } from '../channels/channel.entity.js';
import type { AnalysedPost } from '../insights/analysed-post.js';
import { describePosts } from '../insights/describe-posts.js';
import { readAnalysedPosts } from '../insights/queries/analysed-posts.query.js';
import { readStoredSettings } from '../insights/queries/analysis-settings.query.js';

/** All posts of a channel in a span of local days, until now, oldest first: those that count for nothing as well, and whatever the network called reach. */
export async function readPublished(manager: EntityManager, channel: Channel, { span, at }: { span: { from: string; to: string }; at: Date }): Promise<readonly AnalysedPost[]> {
  const rows = await readAnalysedPosts(manager, channel, span);
  const settings = await readStoredSettings(manager, channel.organisationId);
  return describePosts(rows.filter(({ publishedAt }) => publishedAt <= at), settings).posts;
}
