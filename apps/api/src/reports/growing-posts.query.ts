import type { EntityManager } from 'typeorm';

/** The youngest post of a channel that is still too young to be judged. */
export interface YoungestGrowingRow { channelId: string; day: string }

/** Of each channel the local day of its youngest growing post in a span of days; channels where none grows are left out. */
export function readYoungestGrowing(manager: EntityManager, wanted: { organisationId: string; channelIds: readonly string[]; from: string; to: string }): Promise<YoungestGrowingRow[]> {
  return manager.query(
    `SELECT channel_id AS "channelId", max(local_day)::text AS day FROM post_stat
     WHERE organisation_id = $1 AND channel_id = ANY ($2::uuid[]) AND local_day BETWEEN $3 AND $4 AND ineligible = 'growing'
     GROUP BY channel_id`,
    [wanted.organisationId, wanted.channelIds, wanted.from, wanted.to],
  );
}
