import type { MonthReview } from '@portee/shared';
import type { EntityManager } from 'typeorm';

/** A month that nobody has said anything of. */
const UNTOUCHED = { comment: null, closedAt: null, closedBy: null, version: 0 };
const COLUMNS = `month, comment, version, to_char(closed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "closedAt", closed_by AS "closedBy"`;

export interface MonthPlace { organisationId: string; month: string }

export async function readReview(manager: EntityManager, { organisationId, month }: MonthPlace): Promise<MonthReview> {
  const [row] = await manager.query<MonthReview[]>(`SELECT ${COLUMNS} FROM month_review WHERE organisation_id = $1 AND month = $2`, [organisationId, month]);
  return row ?? { month, ...UNTOUCHED };
}

/** The report as it was kept, foreign until it is parsed; null: the month is not closed. */
export async function readKeptReport(manager: EntityManager, { organisationId, month }: MonthPlace): Promise<unknown> {
  const [row] = await manager.query<{ report: unknown }[]>('SELECT report FROM month_review WHERE organisation_id = $1 AND month = $2', [organisationId, month]);
  return row?.report ?? null;
}

interface Written { comment: string | null; closed: { at: Date; by: string; report: object } | null; version: number }

/** Writes what is said of a month in place of what was said in this version; 0: nothing was. @returns false: another version stands */
export async function writeReview(manager: EntityManager, { organisationId, month }: MonthPlace, { comment, closed, version }: Written): Promise<boolean> {
  const rows = await manager.query<unknown[]>(
    `INSERT INTO month_review AS r (organisation_id, month, comment, closed_at, closed_by, report, version) VALUES ($1, $2, $3, $4, $5, $6, $7 + 1)
     ON CONFLICT (organisation_id, month) DO UPDATE SET comment = excluded.comment, closed_at = excluded.closed_at, closed_by = excluded.closed_by, report = excluded.report, version = r.version + 1
     WHERE r.version = $7 RETURNING 1`,
    [organisationId, month, comment, closed?.at ?? null, closed?.by ?? null, closed === null ? null : JSON.stringify(closed.report), version],
  );
  return rows.length === 1;
}
