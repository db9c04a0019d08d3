import { type Figure, type MeasureDefinition, type ReachMonth, type Seam, firstDay, lastDay, monthsBetween, reachFigures, seamsBetween } from '@portee/shared';
import type { ChannelMonthRow } from './queries/channel-months.query.js';

/** A month as the contract shows it. */
function toReachMonth({ month, from, to, definition, figures }: ChannelMonthRow): ReachMonth {
  const { all, organic, paid, unknown, followersReached, followersEstimated } = figures;
  return { month, from, to, definition, growing: figures.counts.growing, all, organic, paid, unknown, followersReached, followersEstimated };
}

/** Every month of a span, oldest first: one without posts is kept, as nulls; what would part a month that no seam cuts is not. */
export function fillMonths(rows: readonly ChannelMonthRow[], span: { from: string; to: string }): ReachMonth[] {
  return monthsBetween(span.from, span.to).flatMap((month) => {
    const parts = shownParts(rows, month);
    return parts.length > 0 ? parts.map(toReachMonth) : [emptyMonth(month)];
  });
}

/** A month of a channel in the parts that a seam cuts it in; none where it has no posts. */
export function shownParts(rows: readonly ChannelMonthRow[], month: string): ChannelMonthRow[] {
  const parts = rows.filter((row) => row.month === month);
  return parts.filter((part) => !isShadow(part, parts));
}

/**
 * A part that rates no post, of the same days as one that does: posts that the API told of so late that they do not count.
 * Their definition is that of the day they were read, while the other posts of the month have that of its days.
 */
function isShadow({ from, to, figures }: ChannelMonthRow, parts: readonly ChannelMonthRow[]): boolean {
  if (figures.all.posts > 0 || figures.counts.growing > 0) return false;
  return parts.some((other) => other.figures.all.posts > 0 && other.from === from && other.to === to);
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
