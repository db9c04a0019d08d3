import type { EntityManager } from 'typeorm';
import type { LedgerChannel } from './ledger-channel.js';
import { refreshRollups } from './refresh-rollups.js';

/** Posts that their network no longer has leave the figures; what was read of them stays. @returns how many there were */
export async function markDeleted(manager: EntityManager, organisationId: string, change: { channel: LedgerChannel; externalIds: readonly string[]; at: Date }): Promise<number> {
  const { channel, externalIds, at } = change;
  if (externalIds.length === 0) return 0;
  const rows: { day: string }[] = await manager.query(
    `WITH gone AS (UPDATE post SET deleted_at = $4, described_at = $4 WHERE organisation_id = $1 AND channel_id = $2 AND external_id = ANY ($3::text[]) AND deleted_at IS NULL RETURNING published_at)
     SELECT ((published_at AT TIME ZONE $5)::date)::text AS day FROM gone`,
    [organisationId, channel.id, externalIds, at, channel.timeZone],
  );
  if (rows.length === 0) return 0;
  const from = rows.map(({ day }) => day).reduce((first, day) => (day < first ? day : first));
  await refreshRollups(manager, { organisationId, channels: [channel], scope: { kind: 'channel', channelId: channel.id, from } });
  return rows.length;
}
