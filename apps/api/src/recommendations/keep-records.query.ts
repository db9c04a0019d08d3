import type { Recommendation } from '@portee/shared';
import type { EntityManager } from 'typeorm';

/** The records of one kind of reasoning, which take the place of those kept. */
export interface KeptRecords {
  organisationId: string;
  /** Null: of all its channels. */
  channelId: string | null;
  /** Records of other kinds stay as they are. */
  kinds: readonly Recommendation['kind'][];
  /** In the order in which they are shown. */
  records: readonly Recommendation[];
  /** Place of the first among its channel's records. */
  from: number;
  at: Date;
  methodVersion: number;
  fingerprint: string;
}

const OF_KIND = 'r.organisation_id = $1 AND ($2::uuid IS NULL OR r.channel_id = $2) AND r.kind = ANY ($3::text[])';

/**
 * Keeps records in place of those that stood there. A verdict that is no longer given is put on record with the days it
 * stood: « le mois passé : à vérifier ». Figures that move under the same verdict are not. A verdict begins when the one
 * before it ended, or later: also where a clock is put back.
 */
export async function keepRecords(manager: EntityManager, kept: KeptRecords): Promise<void> {
  const { organisationId, channelId, kinds, records, from, at } = kept;
  const rows = JSON.stringify(records.map((record, index) => ({ ...record, position: from + index })));
  await manager.query(
    `INSERT INTO recommendation_change (organisation_id, recommendation_id, channel_id, since, until, verdict, effect, low, high, posts, method_version, fingerprint)
     SELECT $1, r.id, r.channel_id, r.verdict_since, greatest($5, r.verdict_since + interval '1 millisecond'), r.verdict, r.effect, r.low, r.high, r.posts, r.method_version, r.fingerprint
     FROM recommendation r LEFT JOIN jsonb_to_recordset($4::jsonb) AS n(id uuid, verdict text) ON n.id = r.id
     WHERE ${OF_KIND} AND n.verdict IS DISTINCT FROM r.verdict`,
    [organisationId, channelId, kinds, rows, at],
  );
  await manager.query(
    `DELETE FROM recommendation r WHERE ${OF_KIND} AND NOT EXISTS (SELECT 1 FROM jsonb_to_recordset($4::jsonb) AS n(id uuid) WHERE n.id = r.id)`,
    [organisationId, channelId, kinds, rows],
  );
  await manager.query(
    `INSERT INTO recommendation AS r (organisation_id, channel_id, id, position, kind, dimension, level, effect, low, high, posts, verdict, reason, verdict_since, method_version, fingerprint)
     SELECT $1, n."channelId", n.id, n.position, n.kind, n.dimension, n.level, n.effect, n.low, n.high, n.posts, n.verdict, n.reason,
       greatest($3, (SELECT max(h.until) FROM recommendation_change h WHERE h.organisation_id = $1 AND h.recommendation_id = n.id)), $4, $5
     FROM jsonb_to_recordset($2::jsonb)
       AS n(id uuid, "channelId" uuid, position int, kind text, dimension text, level text, effect float8, low float8, high float8, posts int, verdict text, reason text)
     ON CONFLICT (organisation_id, id) DO UPDATE SET
       verdict_since = CASE WHEN r.verdict = excluded.verdict THEN r.verdict_since ELSE excluded.verdict_since END,
       position = excluded.position, kind = excluded.kind, level = excluded.level, effect = excluded.effect, low = excluded.low, high = excluded.high, posts = excluded.posts,
       verdict = excluded.verdict, reason = excluded.reason, method_version = excluded.method_version, fingerprint = excluded.fingerprint`,
    [organisationId, rows, at, kept.methodVersion, kept.fingerprint],
  );
}
