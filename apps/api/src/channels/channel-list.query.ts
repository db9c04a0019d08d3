import type { Channel } from '@portee/shared';
import type { EntityManager } from 'typeorm';

/** Channels of the organisation as people see them, the main one first, then by name. Null id: all of them. */
export async function readChannels(manager: EntityManager, organisationId: string, id: string | null = null): Promise<Channel[]> {
  const rows: ChannelRow[] = await manager.query(
    `SELECT c.id, c.network, c.name, c.kind, c.external_id AS "externalId", c.audience, c.parent_channel_id AS "parentChannelId",
       c.time_zone AS "timeZone", c.state, c.settings->>'door' AS door, c.is_main AS "isMain",
       f.followers, f.day, f.source, coalesce(m.posts, 0)::int AS posts, greatest(m.observed_at, d.observed_at) AS "observedAt"
     FROM channel c
     LEFT JOIN LATERAL (
       SELECT s.followers, s.day::text AS day, s.source FROM channel_snapshot s
       WHERE s.organisation_id = $1 AND s.channel_id = c.id AND s.followers IS NOT NULL
       ORDER BY s.day DESC, s.observed_at DESC, s.recorded_at DESC, s.origin_id LIMIT 1
     ) f ON true
     LEFT JOIN LATERAL (
       SELECT sum((r.figures->'counts'->>'published')::int) AS posts, max((r.figures->>'observedAt')::timestamptz) AS observed_at
       FROM channel_month r WHERE r.organisation_id = $1 AND r.channel_id = c.id
     ) m ON true
     LEFT JOIN LATERAL (SELECT max(s.observed_at) AS observed_at FROM channel_snapshot s WHERE s.organisation_id = $1 AND s.channel_id = c.id) d ON true
     WHERE c.organisation_id = $1 AND ($2::uuid IS NULL OR c.id = $2)
     ORDER BY c.is_main DESC, lower(c.name), c.id`,
    [organisationId, id],
  );
  return rows.map(toView);
}

interface ChannelRow extends Omit<Channel, 'followers' | 'observedAt'> {
  followers: number | null;
  day: string | null;
  source: 'api' | 'file' | 'hand' | 'demo' | null;
  observedAt: Date | null;
}

function toView({ followers, day, source, observedAt, ...rest }: ChannelRow): Channel {
  const known = followers !== null && day !== null && source !== null;
  return { ...rest, followers: known ? { count: followers, day, source } : null, observedAt: observedAt?.toISOString() ?? null };
}
