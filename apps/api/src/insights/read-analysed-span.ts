import { addDays, addMonthsToDay, localDay, type MeasureDefinition } from '@portee/shared';
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
import { reachSeams } from './reach-months.js';

/** Months of history that conclusions rest on. */
const WINDOW_MONTHS = 24;
/** Before and after every day that a channel may know. */
const ALL_DAYS: DaySpan = { from: '0001-01-01', to: '9999-12-31' };

/** What of a channel is looked at. */
export interface SpanQuery {
  /** Now, as the clock tells it. */
  at: Date;
  /** Everything is as if this instant were now: what was read later is ignored; posts are settled anew from their snapshots. */
  asOf?: Date | undefined;
  /** Local days, both included. Left out: the 24 months that end on the last day; today, which no span goes beyond. */
  from?: string | undefined;
  to?: string | undefined;
}

/**
 * A channel's posts over a span, with everything that is concluded from. It begins on the last day on which the network
 * changed what reach means; posts counted otherwise than on its last day, whenever they were published, are not in it.
 * @throws ChannelError channel-not-found
 */
export async function readAnalysedSpan(manager: EntityManager, key: { organisationId: string; id: string }, query: SpanQuery): Promise<AnalysedSpan> {
  const channel = await findChannel(manager, key.organisationId, key.id);
  const { definitions, givesReach } = networkOf(channel.network);
  const asked = spanOf(query, channel.timeZone);
  const compared = comparableDays(definitions, asked.to);
  const since = compared.from > asked.from ? compared.from : asked.from;
  const rows = await readRows(manager, channel, { span: { from: since, to: asked.to }, ...query });
  const settings = await readStoredSettings(manager, channel.organisationId);
  const { id, name, network, timeZone } = channel;
  return {
    channel: { id, name, network, timeZone, givesReach },
    since, until: asked.to, cutAt: since === asked.from ? null : since,
    seams: reachSeams(definitions, asked),
    ...describePosts(rows.filter(({ definitionDay }) => compared.from <= definitionDay && definitionDay <= compared.to), settings),
  };
}

function spanOf({ at, asOf, from, to }: SpanQuery, timeZone: string): DaySpan {
  const today = localDay(asOf ?? at, timeZone);
  const last = to === undefined || to > today ? today : to;
  return { from: from ?? addMonthsToDay(last, -WINDOW_MONTHS), to: last };
}

/** The days around one on which reach is counted as on that day, or in a way that compares. */
function comparableDays(definitions: readonly MeasureDefinition[], day: string): DaySpan {
  const cuts = reachSeams(definitions, ALL_DAYS).filter(({ comparable }) => !comparable).map((cut) => cut.day);
  const next = cuts.find((cut) => cut > day);
  return { from: cuts.findLast((cut) => cut <= day) ?? ALL_DAYS.from, to: next === undefined ? ALL_DAYS.to : addDays(next, -1) };
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
