import type { EntityManager } from 'typeorm';
import type { TenantTransaction } from '../database/tenant-transaction.js';
import { ADVICE_METHOD_VERSION } from './fingerprint.js';

/** A channel whose advice has to be looked at. */
export interface ChannelKey {
  organisationId: string;
  channelId: string;
}

/** Posts leave the window as days pass: advice is looked at once a day even where no figure changed. */
const OLDEST = '1 day';

/** Channels of the whole installation whose figures have changed since they were last advised on, the longest waiting first. */
export function channelsToAdvise(transaction: TenantTransaction, at: Date, most: number): Promise<ChannelKey[]> {
  return transaction.lookUp((manager) =>
    manager.query(`SELECT organisation_id AS "organisationId", channel_id AS "channelId" FROM channels_to_advise($1, $2, $3)`, [at, ADVICE_METHOD_VERSION, most]),
  );
}

/** Channels of one organisation that must be advised on anew, or the one named if it must; those never given a figure included. */
export async function channelsOutdated(manager: EntityManager, asked: { organisationId: string; channelId?: string; at: Date }): Promise<string[]> {
  const rows: { id: string }[] = await manager.query(
    `SELECT c.id FROM channel c
     LEFT JOIN channel_figures f ON f.organisation_id = $1 AND f.channel_id = c.id
     LEFT JOIN channel_advice a ON a.organisation_id = $1 AND a.channel_id = c.id
     WHERE c.organisation_id = $1 AND ($2::uuid IS NULL OR c.id = $2)
       AND (a.channel_id IS NULL OR a.figures_version < coalesce(f.version, 0) OR a.method_version <> $3 OR a.checked_at < $4::timestamptz - interval '${OLDEST}')
     ORDER BY c.id`,
    [asked.organisationId, asked.channelId ?? null, ADVICE_METHOD_VERSION, asked.at],
  );
  return rows.map(({ id }) => id);
}

/** Every channel of an organisation, by name. */
export async function channelsToCompare(manager: EntityManager, organisationId: string): Promise<string[]> {
  const rows: { id: string }[] = await manager.query('SELECT id FROM channel WHERE organisation_id = $1 ORDER BY lower(name), id', [organisationId]);
  return rows.map(({ id }) => id);
}

/**
 * Version of a channel's figures, held until the transaction ends: two programs do not advise on the channel at once, and
 * who writes its figures waits. The channel is held first: who deletes it waits, instead of both waiting for each other.
 * Null: the channel is gone.
 */
export async function holdFiguresVersion(manager: EntityManager, { organisationId, channelId }: ChannelKey): Promise<number | null> {
  await manager.query(
    'INSERT INTO channel_figures (organisation_id, channel_id) SELECT organisation_id, id FROM channel WHERE organisation_id = $1 AND id = $2 FOR KEY SHARE ON CONFLICT DO NOTHING',
    [organisationId, channelId],
  );
  const [row] = await manager.query<{ version: number }[]>('SELECT version FROM channel_figures WHERE organisation_id = $1 AND channel_id = $2 FOR UPDATE', [organisationId, channelId]);
  return row?.version ?? null;
}
