import { addDays, definitionAt, firstDay, lastDay, monthOf, type MeasureDefinition } from '@portee/shared';
import type { EntityManager } from 'typeorm';
import { readMonthPosts, replaceMonths } from './channel-months.query.js';
import { monthFigures, type MonthFigures, type MonthPost } from './month-figures.js';

/** Months read at once: a statement a month would be slow, and all the months of a large page would fill the memory. */
const MONTHS_AT_ONCE = 12;

/** A channel as its months need it. */
export interface MeasuredChannel {
  organisationId: string;
  id: string;
  definitions: readonly MeasureDefinition[];
}

/** A month of a channel, or the part of it on one side of a change of definition. */
export interface ChannelMonth {
  month: string;
  /** Id of the definition of reach in force; "none" where the network gives none. */
  definition: string;
  from: string;
  to: string;
  figures: MonthFigures;
}

/** Computes anew the months named, from the settled posts, and writes them; a month without posts left goes. */
export async function refreshChannelMonths(manager: EntityManager, channel: MeasuredChannel, months: Iterable<string>): Promise<void> {
  const all = [...months].toSorted();
  for (let at = 0; at < all.length; at += MONTHS_AT_ONCE) {
    const some = all.slice(at, at + MONTHS_AT_ONCE);
    const posts = await readMonthPosts(manager, channel, some);
    await replaceMonths(manager, channel, { months: some, parts: computeMonths(channel.definitions, posts) });
  }
}

/** The parts of every month that these posts fall in, in the order of time. */
export function computeMonths(definitions: readonly MeasureDefinition[], rows: readonly MonthPost[]): ChannelMonth[] {
  const groups = new Map<string, MonthPost[]>();
  for (const row of rows) {
    const key = `${monthOf(row.localDay)} ${reachDefinition(definitions, row.definitionDay)?.id ?? 'none'}`;
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  const parts = [...groups.values()].map((group) => computePart(definitions, group));
  return parts.sort((a, b) => (a.month === b.month ? a.from.localeCompare(b.from) : a.month.localeCompare(b.month)));
}

function computePart(definitions: readonly MeasureDefinition[], rows: readonly MonthPost[]): ChannelMonth {
  const [first] = rows;
  if (!first) throw new Error('a part of a month has at least one post');
  const month = monthOf(first.localDay);
  const definition = reachDefinition(definitions, first.definitionDay);
  return { month, definition: definition?.id ?? 'none', ...clip(month, definition), figures: monthFigures(rows) };
}

/** The month's days on the definition's side of a seam; the whole month where the definition was read outside its days. */
function clip(month: string, definition: MeasureDefinition | null): { from: string; to: string } {
  const [start, end] = [firstDay(month), lastDay(month)];
  const from = definition?.validFrom && definition.validFrom > start ? definition.validFrom : start;
  const to = definition?.validUntil && definition.validUntil <= end ? addDays(definition.validUntil, -1) : end;
  return from <= to && from <= end && to >= start ? { from, to } : { from: start, to: end };
}

function reachDefinition(definitions: readonly MeasureDefinition[], day: string): MeasureDefinition | null {
  return definitionAt(definitions, 'reach', day);
}
