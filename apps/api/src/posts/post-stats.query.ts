import { STORY_FINAL_AGE_DAYS } from '@portee/shared';
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
const STAGED = 'p.id IN (SELECT t.post_id FROM staged_reading t) AND $3::uuid IS NULL AND $4::date IS NULL';
const OF_CHANNEL = 'p.channel_id = $3 AND ($4::date IS NULL OR (p.published_at AT TIME ZONE c.time_zone)::date >= $4)';

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

/**
 * What stands for each post: of its snapshots the first at or after the final age, or else the latest; the last recorded of one instant.
 * Where the first came too late to be trusted, the first of a file.
 */
function settled(scoped: string): string {
  return `
    SELECT s.id, s.channel_id, s.published_at, s.local_day, (extract(hour FROM s.local_at) * 60 + extract(minute FROM s.local_at))::smallint AS local_minute,
      s.format, paid.paid, s.is_final, s.is_final AND s.source = 'file' AND (s.is_late OR (s.first_is_final AND s.first_source = 'file')) AS age_unknown,
      CASE
        WHEN s.is_deleted THEN 'deleted'
        WHEN s.format = 'story' THEN 'story'
        WHEN s.is_share AND s.reach IS NULL THEN 'shared-post'
        WHEN NOT s.is_final THEN 'growing'
        WHEN s.is_late AND s.source <> 'file' THEN 'read-late'
        WHEN s.reach IS NULL THEN 'no-reach'
        WHEN f.followers IS NULL THEN 'no-followers'
        WHEN f.followers < 50 THEN 'few-followers'
      END AS ineligible,
      s.definition_day, f.followers, f.estimated AS followers_estimated, s.reach, ${FIGURES.map((column) => `s.${column}`).join(', ')}, s.latest_at AS observed_at
    FROM (
      SELECT DISTINCT ON (n.id) n.*, n.local_at::date AS local_day FROM (${snapshotsOf(scoped)}) n
      ORDER BY n.id, n.is_final DESC, (n.is_late AND n.source = 'file') DESC, CASE WHEN n.is_final THEN n.read_at END, CASE WHEN NOT n.is_final THEN n.read_at END DESC, n.recorded_at DESC, n.origin_id
    ) s
    LEFT JOIN LATERAL (${followersRead('s.followers IS NULL AND d.day <= s.local_day', 'd.day DESC')}) before ON true
    LEFT JOIN LATERAL (${followersRead('s.followers IS NULL AND before.followers IS NULL AND d.day > s.local_day', 'd.day')}) later ON true
    CROSS JOIN LATERAL (
      SELECT coalesce(s.followers, before.followers, later.followers) AS followers, later.followers IS NOT NULL AS estimated
    ) f
    CROSS JOIN LATERAL (${PAID}) paid`;
}

const FIRST_IS_LATE = `(r.fading AND first_value(n.source) OVER readings <> 'file' AND first_value(n.observed_at) OVER readings > p.published_at + r."readLateDays" * interval '1 day')`;

/** Every snapshot of the posts concerned, with what the others of its post say: one sort for all posts, none for each. */
function snapshotsOf(scoped: string): string {
  return `
    SELECT p.id, p.channel_id, p.published_at, p.published_at AT TIME ZONE c.time_zone AS local_at, p.format, p.paid, p.is_share,
      p.deleted_at IS NOT NULL AS is_deleted, r."hasPaidPush" AS has_paid_push,
      n.observed_at AS read_at, n.recorded_at, n.origin_id, n.source, n.definition_day, n.followers, ${FIGURES.map((column) => `n.${column}`).join(', ')},
      age.is_final, first_value(age.is_final) OVER readings AS first_is_final,
      first_value(n.source) OVER readings AS first_source, ${FIRST_IS_LATE} AS is_late,
      max(n.observed_at) OVER readings AS latest_at,
      CASE WHEN r.fading AND NOT (${FIRST_IS_LATE} AND n.source = 'file') THEN max(n.reach) OVER (PARTITION BY p.id ORDER BY n.observed_at) ELSE n.reach END AS reach
    FROM post p
    JOIN channel c ON c.organisation_id = $1 AND c.id = p.channel_id
    JOIN jsonb_to_recordset($2::jsonb) AS r(network text, "finalAgeDays" float8, fading boolean, "hasPaidPush" boolean, "readLateDays" float8) ON r.network = c.network
    JOIN post_snapshot n ON n.organisation_id = $1 AND n.post_id = p.id
    CROSS JOIN LATERAL (
      SELECT n.observed_at >= p.published_at + CASE WHEN p.format = 'story' THEN ${STORY_FINAL_AGE_DAYS} ELSE r."finalAgeDays" END * interval '1 day' AS is_final
    ) age
    WHERE p.organisation_id = $1 AND ${scoped}
    WINDOW readings AS (
      PARTITION BY p.id ORDER BY n.observed_at, n.recorded_at DESC, n.origin_id ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    )`;
}

/** The channel's count nearest to the post's day on one side of it; the last recorded of a day. */
function followersRead(condition: string, nearest: string): string {
  return `
    SELECT d.followers FROM channel_snapshot d
    WHERE d.organisation_id = $1 AND d.channel_id = s.channel_id AND ${condition} AND d.followers IS NOT NULL
    ORDER BY ${nearest}, d.observed_at DESC, d.recorded_at DESC, d.origin_id LIMIT 1`;
}

const PAID = `
  SELECT CASE
    WHEN NOT s.has_paid_push THEN false
    WHEN s.paid IS NULL AND EXISTS (
      SELECT 1 FROM unpaid_period u WHERE u.organisation_id = $1 AND u.channel_id = s.channel_id AND s.local_day BETWEEN u.from_day AND u.to_day
    ) THEN false
    ELSE s.paid END AS paid`;
