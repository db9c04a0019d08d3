import { type Figure, type MeasureDefinition, type ReachMonth, type Seam, firstDay, lastDay, monthsBetween, reachFigures, seamsBetween } from '@portee/shared';
import type { ChannelMonthRow } from './queries/channel-months.query.js';

/** A month as the contract shows it. */
function toReachMonth({ month, from, to, definition, figures }: ChannelMonthRow): ReachMonth {
  const { all, organic, paid, unknown, followersReached, followersEstimated } = figures;
  return { month, from, to, definition, growing: figures.counts.growing, all, organic, paid, unknown, followersReached, followersEstimated };
}

/** Every month of a span, oldest first: one without posts is kept, as nulls. */
export function fillMonths(rows: readonly ChannelMonthRow[], span: { from: string; to: string }): ReachMonth[] {
  return monthsBetween(span.from, span.to).flatMap((month) => {
    const parts = rows.filter((row) => row.month === month);
    return parts.length > 0 ? parts.map(toReachMonth) : [emptyMonth(month)];
  });
}

function emptyMonth(month: string): ReachMonth {
  return { month, from: firstDay(month), to: lastDay(month), definition: 'none', growing: 0, ...reachFigures([]) };
}

/** Days within a span on which the network changed what reach means. */
export function reachSeams(definitions: readonly MeasureDefinition[], span: { from: string; to: string }): Seam[] {
  return seamsBetween(definitions, ['reach'], span);
}

/** Nothing measured. */
export const NO_FIGURE: Figure = { median: null, low: null, high: null, posts: 0 };
