import type { EntityManager } from 'typeorm';

/** The latest instant that a stored figure of a post, or of the channel itself, was read at: equal figures are stored once. */
const STORED_AT = `greatest(
  (SELECT max((r.figures->>'observedAt')::timestamptz) FROM channel_month r WHERE r.organisation_id = $1 AND r.channel_id = c.id),
  (SELECT max(s.observed_at) FROM channel_snapshot s WHERE s.organisation_id = $1 AND s.channel_id = c.id))`;

/** Channels by name, or the one named, and when each was last read, a collection that found nothing new included; null: it never was. */
export function plannedChannels(manager: EntityManager, organisationId: string, channelId: string | null): Promise<{ id: string; observedAt: Date | null }[]> {
  return manager.query(
    `SELECT c.id, greatest(c.collected_at, ${STORED_AT}) AS "observedAt"
     FROM channel c WHERE c.organisation_id = $1 AND ($2::uuid IS NULL OR c.id = $2) ORDER BY lower(c.name), c.id`,
    [organisationId, channelId],
  );
}

/** When a channel was last read as a whole: the end of its last collection; of one that was never collected, the latest of what its files told. Null: it never was. */
export async function lastWholeReading(manager: EntityManager, organisationId: string, channelId: string): Promise<Date | null> {
  const [row] = await manager.query<{ readAt: Date | null }[]>(`SELECT coalesce(c.collected_at, ${STORED_AT}) AS "readAt" FROM channel c WHERE c.organisation_id = $1 AND c.id = $2`, [organisationId, channelId]);
  return row?.readAt ?? null;
}
