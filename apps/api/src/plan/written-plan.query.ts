import { localDay, type WritePlanDocument, type WrittenPlan, writtenPlan } from '@portee/shared';
import type { EntityManager } from 'typeorm';

/** Of what a plan's text consists: all but its adoption. */
const text = writtenPlan.omit({ adoption: true, version: true, textDay: true });

/** Nothing is written. */
const BLANK: WrittenPlan = {
  aims: null, publics: [], duties: [], rules: { tone: null, answers: null, images: null, never: null }, rhythm: null, revisionDay: null, adoption: null, version: 0, textDay: null,
};

interface Row { text: unknown; changedAt: Date; adoptedDay: string | null; adoptedBy: string | null; version: number }

/** @param timeZone  of the organisation: its day on which the text was changed last */
export async function readWrittenPlan(manager: EntityManager, { organisationId, timeZone }: { organisationId: string; timeZone: string }): Promise<WrittenPlan> {
  const [row] = await manager.query<Row[]>(
    `SELECT text, text_changed_at AS "changedAt", adopted_day::text AS "adoptedDay", adopted_by AS "adoptedBy", version FROM written_plan WHERE organisation_id = $1`, [organisationId],
  );
  if (row === undefined) return BLANK;
  const { adoptedDay, adoptedBy, version, changedAt } = row;
  return { ...text.parse(row.text), adoption: adoptedDay === null || adoptedBy === null ? null : { day: adoptedDay, by: adoptedBy }, version, textDay: localDay(changedAt, timeZone) };
}

/**
 * Writes the plan in place of its version; 0: nothing was. To write down an adoption changes no text.
 * @returns false: another version stands
 */
export async function writePlan(manager: EntityManager, organisationId: string, { wanted: { version, adoption, ...written }, at }: { wanted: WritePlanDocument; at: Date }): Promise<boolean> {
  const rows = await manager.query<unknown[]>(
    `INSERT INTO written_plan AS p (organisation_id, text, text_changed_at, adopted_day, adopted_by, version) VALUES ($1, $2, $3, $4, $5, $6 + 1)
     ON CONFLICT (organisation_id) DO UPDATE SET text = excluded.text, adopted_day = excluded.adopted_day, adopted_by = excluded.adopted_by, version = p.version + 1,
       text_changed_at = CASE WHEN p.text = excluded.text THEN p.text_changed_at ELSE excluded.text_changed_at END
     WHERE p.version = $6 RETURNING 1`,
    [organisationId, JSON.stringify(written), at, adoption?.day ?? null, adoption?.by ?? null, version],
  );
  return rows.length === 1;
}
