import type { OrganisationView } from '@portee/shared';
import type { EntityManager } from 'typeorm';

type FigureSpan = Pick<OrganisationView, 'observedAt' | 'firstMonth' | 'lastMonth'>;

/** First and last month with any post, and the latest instant at which a figure was read, or a collection found that nothing had changed. Null: nothing yet. */
export async function readFigureSpan(manager: EntityManager, organisationId: string): Promise<FigureSpan> {
  const rows: (Omit<FigureSpan, 'observedAt'> & { observedAt: Date | null })[] = await manager.query(
    `SELECT greatest(p.observed_at, d.observed_at, c.collected_at) AS "observedAt", left(p.first_day::text, 7) AS "firstMonth", left(p.last_day::text, 7) AS "lastMonth"
     FROM (SELECT max(observed_at) AS observed_at, min(local_day) AS first_day, max(local_day) AS last_day FROM post_stat WHERE organisation_id = $1) p
     CROSS JOIN (SELECT max(observed_at) AS observed_at FROM channel_snapshot WHERE organisation_id = $1) d
     CROSS JOIN (SELECT max(collected_at) AS collected_at FROM channel WHERE organisation_id = $1) c`,
    [organisationId],
  );
  const [span] = rows;
  return { observedAt: span?.observedAt?.toISOString() ?? null, firstMonth: span?.firstMonth ?? null, lastMonth: span?.lastMonth ?? null };
}
