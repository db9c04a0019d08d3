import type { EntityManager } from 'typeorm';

/** Channels by name, or the one named, and when each was last read; null: it never was. */
export function plannedChannels(manager: EntityManager, organisationId: string, channelId: string | null): Promise<{ id: string; observedAt: Date | null }[]> {
  return manager.query(
    `SELECT c.id, (SELECT max((r.figures->>'observedAt')::timestamptz) FROM channel_month r WHERE r.organisation_id = $1 AND r.channel_id = c.id) AS "observedAt"
     FROM channel c WHERE c.organisation_id = $1 AND ($2::uuid IS NULL OR c.id = $2) ORDER BY lower(c.name), c.id`,
    [organisationId, channelId],
  );
}
