import { type RegisterFields, registerFields, type Retention, retention } from '@portee/shared';
import type { EntityManager } from 'typeorm';

/** Three years of the journal; all else until somebody deletes it. */
export const PROPOSED: Retention = { texts: null, journal: 36, imports: null, figures: null };

interface PrivacySettings {
  retention: Retention;
  fields: RegisterFields;
}

export async function readPrivacySettings(manager: EntityManager, organisationId: string): Promise<PrivacySettings> {
  const [row] = await manager.query<(Record<keyof Retention, number | null> & { register: unknown })[]>(
    `SELECT texts_months AS texts, journal_months AS journal, imports_months AS imports, figures_months AS figures, register FROM privacy_settings WHERE organisation_id = $1`,
    [organisationId],
  );
  return { retention: row === undefined ? PROPOSED : retention.parse(row), fields: registerFields.parse(row?.register ?? {}) };
}

export async function writeRetention(manager: EntityManager, organisationId: string, { texts, journal, imports, figures }: Retention): Promise<void> {
  await manager.query(
    `INSERT INTO privacy_settings (organisation_id, texts_months, journal_months, imports_months, figures_months) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (organisation_id) DO UPDATE SET texts_months = $2, journal_months = $3, imports_months = $4, figures_months = $5`,
    [organisationId, texts, journal, imports, figures],
  );
}

export async function writeRegister(manager: EntityManager, organisationId: string, fields: RegisterFields): Promise<void> {
  await manager.query(
    `INSERT INTO privacy_settings (organisation_id, register) VALUES ($1, $2) ON CONFLICT (organisation_id) DO UPDATE SET register = $2`,
    [organisationId, JSON.stringify(fields)],
  );
}
