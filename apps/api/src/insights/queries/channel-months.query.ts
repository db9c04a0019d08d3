import type { EntityManager } from 'typeorm';
import { KEPT_SINCE_METHOD_2, type MonthFigures } from '../../posts/month-figures.js';

/** A month of a channel as the rollup keeps it; two rows where a seam cuts the month. */
export interface ChannelMonthRow {
  channelId: string;
  month: string;
  definition: string;
  from: string;
  to: string;
  figures: MonthFigures;
}

/** Months of channels between two months, both included, oldest first. */
export function readChannelMonths(manager: EntityManager, wanted: { organisationId: string; channelIds: readonly string[]; from: string; to: string }): Promise<ChannelMonthRow[]> {
  return manager.query(
    `SELECT channel_id AS "channelId", month, definition, from_day::text AS "from", to_day::text AS "to", $5::jsonb || figures AS figures
     FROM channel_month WHERE organisation_id = $1 AND channel_id = ANY ($2::uuid[]) AND month BETWEEN $3 AND $4
     ORDER BY channel_id, month, from_day, definition`,
    [wanted.organisationId, wanted.channelIds, wanted.from, wanted.to, KEPT_SINCE_METHOD_2],
  );
}
