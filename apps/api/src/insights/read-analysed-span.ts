import type { EntityManager } from 'typeorm';
import type { Channel } from '../channels/channel.entity.js';
import { findChannel } from '../channels/channels.service.js';
import { networkOf } from '../networks/registry.js';
import type { DaySpan } from '../posts/post-stat-row.js';
import { settleAsOf } from '../posts/settle-as-of.js';
import type { AnalysedSpan } from './analysed-post.js';
import { describePosts } from './describe-posts.js';
import { type AnalysedPostRow, readAnalysedPosts } from './queries/analysed-posts.query.js';
import { readStoredSettings } from './queries/analysis-settings.query.js';
import { countedOn, type SpanQuery, spanDays } from './span-days.js';

/**
 * A channel's posts over a span, with everything that is concluded from. It begins on the last day on which the network
 * changed what reach means; posts counted otherwise than on its last day, whenever they were published, are not in it.
 * @throws ChannelError channel-not-found
 */
export async function readAnalysedSpan(manager: EntityManager, key: { organisationId: string; id: string }, query: SpanQuery): Promise<AnalysedSpan> {
  const channel = await findChannel(manager, key.organisationId, key.id);
  const { definitionDays, ...days } = spanDays(channel, query);
  const rows = await readRows(manager, channel, { span: { from: days.since, to: days.until }, ...query });
  const settings = await readStoredSettings(manager, channel.organisationId);
  const { id, name, network, timeZone } = channel;
  return {
    channel: { id, name, network, timeZone, givesReach: networkOf(network).givesReach },
    ...days,
    ...describePosts(countedOn(rows, definitionDays), settings),
  };
}

async function readRows(manager: EntityManager, channel: Channel, { span, at, asOf }: { span: DaySpan; at: Date; asOf?: Date | undefined }): Promise<AnalysedPostRow[]> {
  const rows = await readAnalysedPosts(manager, channel, span);
  const published = rows.filter(({ publishedAt }) => publishedAt <= (asOf ?? at));
  if (asOf === undefined) return published;
  const settled = await settleAsOf(manager, channel, { postIds: published.map(({ postId }) => postId), asOf });
  return published.flatMap((row) => {
    const then = settled.get(row.postId);
    return then ? { ...row, ...then } : [];
  });
}
