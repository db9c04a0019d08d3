import { type Headline, MIN_POSTS, type Seam, addMonths, chooseHeadline, firstDay, lastCut, lastDay } from '@portee/shared';
import type { EntityManager } from 'typeorm';
import type { ChannelMonthRow } from '../insights/queries/channel-months.query.js';
import { readPostStats } from '../posts/post-stat-row.js';

export interface HeadlineSource {
  organisationId: string;
  channelId: string;
  /** Months of the channel, from a year before. */
  rows: readonly ChannelMonthRow[];
  seams: readonly Seam[];
}

/**
 * The headline of a month: from its rollup where the month alone holds enough posts, which is the usual case;
 * otherwise from the posts of the year before, by the same rule.
 */
export async function monthHeadline(manager: EntityManager, source: HeadlineSource, month: string): Promise<Headline> {
  const since = lastCut(source.seams, lastDay(month));
  const alone = fromRollup(source.rows.filter((row) => row.month === month), { month, since });
  if (alone) return alone;
  const posts = await readPostStats(manager, { organisationId: source.organisationId, id: source.channelId }, { from: firstDay(addMonths(month, -11)), to: lastDay(month) });
  return chooseHeadline({ month, posts, since });
}

function fromRollup(parts: readonly ChannelMonthRow[], { month, since }: { month: string; since: string | null }): Headline | null {
  const start = firstDay(month);
  const isCut = since !== null && since > start;
  const part = parts.at(-1);
  if (!part || (isCut && part.from < since) || (!isCut && parts.length > 1)) return null;
  const { organic, organicAndUnknown, followersEstimated } = part.figures;
  if (organicAndUnknown.posts < MIN_POSTS) return null;
  const isOrganic = organic.posts >= MIN_POSTS;
  return {
    figure: isOrganic ? organic : organicAndUnknown,
    basis: isOrganic ? 'organic' : 'organic-and-unknown',
    months: 1,
    from: isCut ? since : start,
    to: lastDay(month),
    cutAt: isCut ? since : null,
    followersEstimated,
    reason: null,
  };
}
