import type { RecommendationEvidence } from '@portee/shared';
import type { EntityManager } from 'typeorm';

const iso = (column: string): string => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** Verdicts of a record, the present one first. */
export function readHistory(manager: EntityManager, organisationId: string, id: string): Promise<RecommendationEvidence['history']> {
  return manager.query(
    `SELECT verdict, effect, low, high, posts, ${iso('since')} AS since, ${iso('until')} AS until, method_version AS "methodVersion", fingerprint FROM (
       SELECT r.verdict, r.effect, r.low, r.high, r.posts, r.verdict_since AS since, NULL::timestamptz AS until, r.method_version, r.fingerprint
       FROM recommendation r WHERE r.organisation_id = $1 AND r.id = $2
       UNION ALL
       SELECT h.verdict, h.effect, h.low, h.high, h.posts, h.since, h.until, h.method_version, h.fingerprint
       FROM recommendation_change h WHERE h.organisation_id = $1 AND h.recommendation_id = $2
     ) given ORDER BY given.until DESC NULLS FIRST`,
    [organisationId, id],
  );
}
