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
