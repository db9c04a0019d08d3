import type { EntityManager } from 'typeorm';

/** What a network's posts are judged by, from its descriptor. */
export interface NetworkRules {
  network: string;
  finalAgeDays: number;
  /** The network lowers reach as a post ages. */
  fading: boolean;
  hasPaidPush: boolean;
  /** A first reading later than this age cannot be trusted where reach fades. */
  readLateDays: number;
}

/** Which posts to refresh: those of the staged rows, or those of a channel from a local day on (null: all). */
export type RefreshScope = { kind: 'staged' } | { kind: 'channel'; channelId: string; from: string | null };

const FIGURES = ['reach_organic', 'reach_paid', 'reach_followers', 'views', 'views_organic', 'views_paid', 'views_followers', 'likes', 'comments', 'shares', 'saves', 'clicks'];
const COLUMNS = [
  'channel_id', 'published_at', 'local_day', 'local_minute', 'format', 'paid', 'is_final', 'age_unknown', 'ineligible', 'definition_day',
  'followers', 'followers_estimated', 'reach', ...FIGURES, 'observed_at',
];
const STAGED = `p.id IN (SELECT p2.id FROM staged_post s JOIN staged_channel c2 ON c2.number = s.channel_number
  JOIN post p2 ON p2.organisation_id = $1 AND p2.channel_id = c2.channel_id AND p2.external_id = s.external_id)
  AND $3::uuid IS NULL AND $4::date IS NULL`;
const OF_CHANNEL = `p.channel_id = $3 AND ($4::date IS NULL OR l.local_day >= $4)`;

/**
 * Settles posts anew from their snapshots: selection only, no ratio. The rules are those of settlePost,
 * ineligibleReason, followersOn and effectivePaid in libs/shared, which `rollups check` holds against it.
 */
export async function refreshPostStats(manager: EntityManager, organisationId: string, request: { scope: RefreshScope; rules: readonly NetworkRules[] }): Promise<void> {
  const { scope, rules } = request;
  const channel = scope.kind === 'channel' ? scope : { channelId: null, from: null };
  await manager.query('SET LOCAL jit = off');
  await manager.query(
    `INSERT INTO post_stat (organisation_id, post_id, ${COLUMNS.join(', ')})
     SELECT $1, x.id, ${COLUMNS.map((column) => `x.${column}`).join(', ')} FROM (${settled(scope.kind === 'staged' ? STAGED : OF_CHANNEL)}) x
     ON CONFLICT (organisation_id, post_id) DO UPDATE SET ${COLUMNS.map((column) => `${column} = excluded.${column}`).join(', ')}
     WHERE (${COLUMNS.map((column) => `post_stat.${column}`).join(', ')}) IS DISTINCT FROM (${COLUMNS.map((column) => `excluded.${column}`).join(', ')})`,
    [organisationId, JSON.stringify(rules), channel.channelId, channel.from],
  );
}

function settled(scoped: string): string {
  return `
    SELECT p.id, p.channel_id, p.published_at, l.local_day, l.local_minute, p.format, paid.paid, s.is_final,
      s.is_final AND s.source = 'file' AND s.first_source = 'file' AND NOT s.had_younger AS age_unknown,
      CASE
        WHEN p.deleted_at IS NOT NULL THEN 'deleted'
        WHEN p.format = 'story' THEN 'story'
        WHEN p.is_share AND reach.reach IS NULL THEN 'shared-post'
        WHEN NOT s.is_final THEN 'growing'
        WHEN r.fading AND s.first_source <> 'file' AND s.first_observed_at > p.published_at + r.read_late_days * interval '1 day' THEN 'read-late'
        WHEN reach.reach IS NULL THEN 'no-reach'
        WHEN f.followers IS NULL THEN 'no-followers'
        WHEN f.followers < 50 THEN 'few-followers'
      END AS ineligible,
      s.definition_day, f.followers, coalesce(f.estimated, false) AS followers_estimated, reach.reach,
      ${FIGURES.map((column) => `s.${column}`).join(', ')}, s.latest_at AS observed_at
    FROM post p
    JOIN channel c ON c.organisation_id = $1 AND c.id = p.channel_id
    JOIN jsonb_to_recordset($2::jsonb) AS raw(network text, "finalAgeDays" float8, fading boolean, "hasPaidPush" boolean, "readLateDays" float8) ON raw.network = c.network
    CROSS JOIN LATERAL (SELECT raw."finalAgeDays" AS final_age_days, raw.fading, raw."hasPaidPush" AS has_paid_push, raw."readLateDays" AS read_late_days) r
    CROSS JOIN LATERAL (SELECT p.published_at AT TIME ZONE c.time_zone AS at) local
    CROSS JOIN LATERAL (SELECT local.at::date AS local_day, (extract(hour FROM local.at) * 60 + extract(minute FROM local.at))::smallint AS local_minute) l
    JOIN LATERAL (${SETTLED_SNAPSHOT}) s ON true
    LEFT JOIN LATERAL (
      SELECT max(h.reach) AS reach FROM post_snapshot h
      WHERE r.fading AND h.organisation_id = $1 AND h.post_id = p.id AND h.observed_at <= s.observed_at
    ) highest ON true
    CROSS JOIN LATERAL (SELECT CASE WHEN r.fading THEN highest.reach ELSE s.reach END AS reach) reach
    LEFT JOIN LATERAL (${FOLLOWERS}) f ON true
    CROSS JOIN LATERAL (${PAID}) paid
    WHERE p.organisation_id = $1 AND ${scoped}`;
}

/** The first snapshot at or after the final age, or else the latest; the last recorded of one instant. */
const SETTLED_SNAPSHOT = `
  SELECT n.*, age.is_final,
    first_value(n.source) OVER w AS first_source, first_value(n.observed_at) OVER w AS first_observed_at,
    bool_or(NOT age.is_final) OVER whole AS had_younger, max(n.observed_at) OVER whole AS latest_at
  FROM post_snapshot n
  CROSS JOIN LATERAL (SELECT n.observed_at >= p.published_at + r.final_age_days * interval '1 day' AS is_final) age
  WHERE n.organisation_id = $1 AND n.post_id = p.id
  WINDOW w AS (ORDER BY n.observed_at, n.recorded_at DESC, n.origin_id), whole AS ()
  ORDER BY age.is_final DESC, CASE WHEN age.is_final THEN n.observed_at END, CASE WHEN NOT age.is_final THEN n.observed_at END DESC, n.recorded_at DESC, n.origin_id
  LIMIT 1`;

/** What the post itself says, else the channel's last count on or before its day, else the earliest one, marked estimated. */
const FOLLOWERS = `
  SELECT s.followers, false AS estimated WHERE s.followers IS NOT NULL
  UNION ALL (
    SELECT d.followers, d.day > l.local_day FROM channel_snapshot d
    WHERE s.followers IS NULL AND d.organisation_id = $1 AND d.channel_id = p.channel_id AND d.followers IS NOT NULL
    ORDER BY d.day <= l.local_day DESC, CASE WHEN d.day <= l.local_day THEN d.day END DESC, d.day, d.observed_at DESC, d.recorded_at DESC, d.origin_id LIMIT 1
  )`;

const PAID = `
  SELECT CASE
    WHEN NOT r.has_paid_push THEN false
    WHEN p.paid IS NULL AND EXISTS (
      SELECT 1 FROM unpaid_period u WHERE u.organisation_id = $1 AND u.channel_id = p.channel_id AND l.local_day BETWEEN u.from_day AND u.to_day
    ) THEN false
    ELSE p.paid END AS paid`;
