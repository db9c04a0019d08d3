import { METHOD_VERSION, addDays, definitionAt, firstDay, lastDay, monthOf, type MeasureDefinition } from '@portee/shared';
import type { EntityManager } from 'typeorm';
import { monthFigures, type MonthFigures } from './month-figures.js';
import { readPostStats, type PostStatRow } from './post-stat-row.js';

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
  for (const month of months) {
    const rows = await readPostStats(manager, channel, { from: firstDay(month), to: lastDay(month) });
    await replaceMonth(manager, channel, { month, parts: computeMonths(channel.definitions, rows) });
  }
}

/** The parts of every month that these posts fall in, in the order of time. */
export function computeMonths(definitions: readonly MeasureDefinition[], rows: readonly PostStatRow[]): ChannelMonth[] {
  const groups = new Map<string, PostStatRow[]>();
  for (const row of rows) {
    const key = `${monthOf(row.localDay)} ${reachDefinition(definitions, row.definitionDay)?.id ?? 'none'}`;
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  const parts = [...groups.values()].map((group) => computePart(definitions, group));
  return parts.sort((a, b) => (a.month === b.month ? a.from.localeCompare(b.from) : a.month.localeCompare(b.month)));
}

function computePart(definitions: readonly MeasureDefinition[], rows: readonly PostStatRow[]): ChannelMonth {
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

async function replaceMonth(manager: EntityManager, channel: MeasuredChannel, computed: { month: string; parts: readonly ChannelMonth[] }): Promise<void> {
  const { month, parts } = computed;
  await manager.query(
    `DELETE FROM channel_month WHERE organisation_id = $1 AND channel_id = $2 AND month = $3 AND definition <> ALL ($4::text[])`,
    [channel.organisationId, channel.id, month, parts.map((part) => part.definition)],
  );
  for (const part of parts) {
    await manager.query(
      `INSERT INTO channel_month (organisation_id, channel_id, month, definition, from_day, to_day, figures, method_version)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
       ON CONFLICT (organisation_id, channel_id, month, definition) DO UPDATE SET
         from_day = excluded.from_day, to_day = excluded.to_day, figures = excluded.figures, method_version = excluded.method_version
       WHERE (channel_month.from_day, channel_month.to_day, channel_month.figures, channel_month.method_version)
         IS DISTINCT FROM (excluded.from_day, excluded.to_day, excluded.figures, excluded.method_version)`,
      [channel.organisationId, channel.id, month, part.definition, part.from, part.to, JSON.stringify(part.figures), METHOD_VERSION],
    );
  }
}
