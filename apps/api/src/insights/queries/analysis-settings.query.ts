import { holidayPeriod, type HolidayPeriod } from '@portee/shared';
import type { EntityManager } from 'typeorm';

/** What an organisation tells of its place. Null: Portée's own list. */
export interface StoredSettings {
  holidays: HolidayPeriod[] | null;
  shareCalls: string[] | null;
}

export async function readStoredSettings(manager: EntityManager, organisationId: string): Promise<StoredSettings> {
  const [row] = await manager.query<{ holidays: unknown; shareCalls: string[] | null }[]>(
    `SELECT holidays, share_calls AS "shareCalls" FROM analysis_settings WHERE organisation_id = $1`, [organisationId],
  );
  return { holidays: holidayPeriod.array().nullable().parse(row?.holidays ?? null), shareCalls: row?.shareCalls ?? null };
}

/** Writes what is given; the rest stays as it is. */
export async function writeSettings(manager: EntityManager, organisationId: string, { holidays, shareCalls }: Partial<StoredSettings>): Promise<void> {
  await manager.query(
    `INSERT INTO analysis_settings AS kept (organisation_id, holidays, share_calls) VALUES ($1, $2, $3)
     ON CONFLICT (organisation_id) DO UPDATE SET
       holidays = CASE WHEN $4 THEN excluded.holidays ELSE kept.holidays END, share_calls = CASE WHEN $5 THEN excluded.share_calls ELSE kept.share_calls END`,
    [organisationId, holidays ? JSON.stringify(holidays) : null, shareCalls ?? null, holidays !== undefined, shareCalls !== undefined],
  );
}
