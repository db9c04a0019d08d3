import type { EntityManager } from 'typeorm';
import { networkOf } from '../networks/registry.js';
import { refreshChannelMonths } from './channel-months.js';
import { raiseFiguresVersion } from './figures-version.query.js';
import { measuredChannel, networkRules, type LedgerChannel } from './ledger-channel.js';
import { type RefreshScope, refreshPostStats } from './post-stats.query.js';

/** What has changed in the ledger and must show in the rollups. */
export interface RollupChange {
  organisationId: string;
  channels: readonly LedgerChannel[];
  scope: RefreshScope;
}

/** Brings posts and months up to date with the snapshots, inside the transaction that changed them. */
export async function refreshRollups(manager: EntityManager, change: RollupChange): Promise<void> {
  const { organisationId, channels, scope } = change;
  const before = await monthsConcerned(manager, organisationId, scope);
  const networks = new Set(channels.map((channel) => channel.network));
  await refreshPostStats(manager, organisationId, { scope, rules: [...networks].map((network) => networkRules(networkOf(network))) });
  const after = await monthsConcerned(manager, organisationId, scope);
  for (const channel of channels) {
    const months = new Set([...before, ...after].filter((row) => row.channelId === channel.id).map((row) => row.month));
    await refreshChannelMonths(manager, measuredChannel(organisationId, channel), months);
  }
  await raiseFiguresVersion(manager, organisationId, channels.map(({ id }) => id));
}

/**
 * First local day whose posts may rest on follower counts that this origin brought; null: all of them,
 * because posts before the first day that has a count are estimated from that day, whose count may have changed too.
 */
export async function firstDayConcerned(manager: EntityManager, origin: { organisationId: string; channelId: string; originId: string }): Promise<string | null> {
  const [row] = await manager.query<{ brought: string | null; others: string | null }[]>(
    `SELECT min(day) FILTER (WHERE origin_id = $3)::text AS brought, min(day) FILTER (WHERE origin_id <> $3)::text AS others
     FROM channel_snapshot WHERE organisation_id = $1 AND channel_id = $2 AND followers IS NOT NULL`,
    [origin.organisationId, origin.channelId, origin.originId],
  );
  if (!row || row.brought === null || row.others === null) return null;
  return row.others < row.brought ? row.brought : null;
}

function monthsConcerned(manager: EntityManager, organisationId: string, scope: RefreshScope): Promise<{ channelId: string; month: string }[]> {
  const columns = `SELECT DISTINCT s.channel_id AS "channelId", to_char(s.local_day, 'YYYY-MM') AS month FROM post_stat s`;
  if (scope.kind === 'channel') {
    return manager.query(`${columns} WHERE s.organisation_id = $1 AND s.channel_id = $2 AND ($3::date IS NULL OR s.local_day >= $3)`, [
      organisationId, scope.channelId, scope.from,
    ]);
  }
  return manager.query(
    `${columns} WHERE s.organisation_id = $1 AND s.post_id IN (SELECT t.post_id FROM staged_reading t)`,
    [organisationId],
  );
}

/** Makes a channel's rollups anew from its snapshots, whatever stood there. */
export async function rebuildRollups(manager: EntityManager, organisationId: string, channel: LedgerChannel): Promise<void> {
  await manager.query('DELETE FROM channel_month WHERE organisation_id = $1 AND channel_id = $2', [organisationId, channel.id]);
  await refreshRollups(manager, { organisationId, channels: [channel], scope: { kind: 'channel', channelId: channel.id, from: null } });
}
