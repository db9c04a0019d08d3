import { type MeasureDefinition, addDays, addMonthsToDay, localDay } from '@portee/shared';
import { networkOf } from '../networks/registry.js';
import type { DaySpan } from '../posts/post-stat-row.js';
import type { AnalysedSpan } from './analysed-post.js';
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

/** The days of a span. */
export interface SpanDays extends Pick<AnalysedSpan, 'since' | 'until' | 'cutAt' | 'seams'> {
  /** A post whose figures follow the definitions of another day than these was counted otherwise than on the span's last day, and is not in it. */
  definitionDays: DaySpan;
}

/** The span asked for, from the last day on which the network changed what reach means. */
export function spanDays(channel: { network: string; timeZone: string }, query: SpanQuery): SpanDays {
  const { definitions } = networkOf(channel.network);
  const asked = askedDays(query, channel.timeZone);
  const definitionDays = comparableDays(definitions, asked.to);
  const since = definitionDays.from > asked.from ? definitionDays.from : asked.from;
  return { since, until: asked.to, cutAt: since === asked.from ? null : since, seams: reachSeams(definitions, asked), definitionDays };
}

function askedDays({ at, asOf, from, to }: SpanQuery, timeZone: string): DaySpan {
  const today = localDay(asOf ?? at, timeZone);
  const last = to === undefined || to > today ? today : to;
  return { from: from ?? addMonthsToDay(last, -WINDOW_MONTHS), to: last };
}

/** Of posts, those whose reach was counted on one of these days, whenever they were published: a figure read after a change of definition is of what came after it. */
export function countedOn<Post extends { definitionDay: string }>(posts: readonly Post[], days: DaySpan): Post[] {
  return posts.filter(({ definitionDay }) => days.from <= definitionDay && definitionDay <= days.to);
}

/** The days around one on which reach is counted as on that day, or in a way that compares. */
export function comparableDays(definitions: readonly MeasureDefinition[], day: string): DaySpan {
  const cuts = reachSeams(definitions, ALL_DAYS).filter(({ comparable }) => !comparable).map((cut) => cut.day);
  const next = cuts.find((cut) => cut > day);
  return { from: cuts.findLast((cut) => cut <= day) ?? ALL_DAYS.from, to: next === undefined ? ALL_DAYS.to : addDays(next, -1) };
}
