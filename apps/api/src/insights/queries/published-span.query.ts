import type { EntityManager } from 'typeorm';

/** Local days of the first and the last post of an organisation; null: there is none. */
export async function readPublishedSpan(manager: EntityManager, organisationId: string): Promise<{ from: string; to: string } | null> {
  const [row] = await manager.query<{ from: string | null; to: string | null }[]>(
    `SELECT min(first_day)::text AS "from", max(last_day)::text AS "to" FROM channel c
     CROSS JOIN LATERAL (
       SELECT (SELECT s.local_day FROM post_stat s WHERE s.organisation_id = $1 AND s.channel_id = c.id ORDER BY s.local_day LIMIT 1) AS first_day,
         (SELECT s.local_day FROM post_stat s WHERE s.organisation_id = $1 AND s.channel_id = c.id ORDER BY s.local_day DESC LIMIT 1) AS last_day
     ) d WHERE c.organisation_id = $1`,
    [organisationId],
  );
  return row && row.from !== null && row.to !== null ? { from: row.from, to: row.to } : null;
}
