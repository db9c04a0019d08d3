import type { EntityManager } from 'typeorm';
import type { TenantTransaction } from '../database/tenant-transaction.js';
import type { ChannelToCompare } from './comparison-records.js';

/** Organisations whose channels were last compared on other advice than what is kept now: a channel came, changed or went, or the comparing was cut short. */
export async function organisationsToCompare(transaction: TenantTransaction): Promise<string[]> {
  const rows: { id: string }[] = await transaction.lookUp((manager) => manager.query('SELECT organisation_id AS id FROM organisations_to_compare()'));
  return rows.map(({ id }) => id);
}

/** What the channels of an organisation would be compared on; null: they were, or nothing is kept of any. */
export async function comparisonDue(manager: EntityManager, organisationId: string): Promise<string | null> {
  const [row] = await manager.query<{ present: string | null; compared: string | null }[]>(
    'SELECT advice_fingerprint($1) AS present, (SELECT c.fingerprint FROM channels_compared c WHERE c.organisation_id = $1) AS compared',
    [organisationId],
  );
  return row === undefined || row.present === row.compared ? null : row.present;
}

/**
 * Lets one program at a time compare an organisation's channels, until the transaction ends. The organisation and its
 * channels are held first: who deletes them waits, instead of both waiting for each other. @returns false: it is gone
 */
export async function holdComparisons(manager: EntityManager, organisationId: string): Promise<boolean> {
  const [organisation] = await manager.query<unknown[]>('SELECT 1 FROM organisation WHERE id = $1 FOR KEY SHARE', [organisationId]);
  if (organisation === undefined) return false;
  await manager.query('SELECT 1 FROM channel WHERE organisation_id = $1 ORDER BY id FOR KEY SHARE', [organisationId]);
  await manager.query('INSERT INTO channels_compared (organisation_id) VALUES ($1) ON CONFLICT DO NOTHING', [organisationId]);
  await manager.query('SELECT 1 FROM channels_compared WHERE organisation_id = $1 FOR UPDATE', [organisationId]);
  return true;
}

export async function keepCompared(manager: EntityManager, organisationId: string, fingerprint: string): Promise<void> {
  await manager.query('UPDATE channels_compared SET fingerprint = $2 WHERE organisation_id = $1', [organisationId, fingerprint]);
}

/** What a comparison needs of each advised channel, in the order of their names. */
export function readChannelsToCompare(manager: EntityManager, organisationId: string): Promise<ChannelToCompare[]> {
  return manager.query(
    `SELECT c.id AS "channelId", c.name AS channel, (a.outlook ->> 'givesReach')::boolean AS "givesReach", a.outlook -> 'basis' AS basis, a.months
     FROM channel_advice a JOIN channel c ON c.organisation_id = $1 AND c.id = a.channel_id
     WHERE a.organisation_id = $1 ORDER BY lower(c.name), c.id`,
    [organisationId],
  );
}
