import type { EntityManager } from 'typeorm';

const KEPT_DAYS = 30;

/**
 * Of the agendas that were taken out, all but the last go for good, and that one 30 days later.
 * @param last  the one that was just taken out; null: none was, and the latest stays
 */
export async function forgetAgendas(manager: EntityManager, { organisationId, last, at }: { organisationId: string; last: string | null; at: Date }): Promise<void> {
  await manager.query(
    `DELETE FROM agenda WHERE organisation_id = $1 AND (
       deleted_at < $2::timestamptz - make_interval(days => $3)
       OR (deleted_at IS NOT NULL AND id <> coalesce($4, (SELECT id FROM agenda WHERE organisation_id = $1 AND deleted_at IS NOT NULL ORDER BY deleted_at DESC, id DESC LIMIT 1)))
     )`,
    [organisationId, at, KEPT_DAYS, last],
  );
}
