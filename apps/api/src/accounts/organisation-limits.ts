import type { EntityManager } from 'typeorm';
import { AccountError } from './account-error.js';

/** Null: none. */
export interface OrganisationLimits {
  channels: number | null;
  storageBytes: number | null;
}

/** What grows with an organisation; everything else together is less than one of these. */
const HOLDING = ['post', 'post_snapshot', 'channel_snapshot', 'import_chunk', 'import_replaced'] as const;
const MEGABYTE = 1_000_000;

/** Bytes of the rows of the organisation of this transaction: posts, readings, files kept. Indexes and what the server needs besides are not counted. */
export async function readStorage(manager: EntityManager): Promise<number> {
  const sums = HOLDING.map((table) => `(SELECT coalesce(sum(pg_column_size(t.*)), 0) FROM ${table} t)`);
  const [row]: { bytes: string }[] = await manager.query(`SELECT (${sums.join(' + ')})::text AS bytes`);
  return Number(row?.bytes ?? 0);
}

/** Before a channel is added, under what keeps others from adding one. @throws AccountError channel-limit */
export async function checkChannelRoom(manager: EntityManager, organisationId: string): Promise<void> {
  const { channels: most } = await readLimits(manager, organisationId);
  if (most === null) return;
  const [row]: { count: number }[] = await manager.query('SELECT count(*)::int AS count FROM channel WHERE organisation_id = $1', [organisationId]);
  if ((row?.count ?? 0) >= most) throw new AccountError('channel-limit', { most });
}

/** Once what is added stands there. @throws AccountError storage-limit */
export async function checkStorageRoom(manager: EntityManager, organisationId: string): Promise<void> {
  const { storageBytes: most } = await readLimits(manager, organisationId);
  if (most !== null && (await readStorage(manager)) > most) throw new AccountError('storage-limit', { megabytes: Math.floor(most / MEGABYTE) });
}

export async function readLimits(manager: EntityManager, organisationId: string): Promise<OrganisationLimits> {
  const [row]: { channels: number | null; bytes: string | null }[] = await manager.query('SELECT most_channels AS channels, most_bytes::text AS bytes FROM organisation WHERE id = $1', [organisationId]);
  const bytes = row?.bytes ?? null;
  return { channels: row?.channels ?? null, storageBytes: bytes === null ? null : Number(bytes) };
}
