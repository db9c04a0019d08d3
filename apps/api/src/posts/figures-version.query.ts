import type { EntityManager } from 'typeorm';

/**
 * Says that figures of channels have changed, in the transaction that changes them: what was concluded from them is concluded anew.
 * Who calls it holds the ledger: two that raise the same channels in another order would wait for each other.
 * @param channelIds  null: of all channels of the organisation
 */
export async function raiseFiguresVersion(manager: EntityManager, organisationId: string, channelIds: readonly string[] | null): Promise<void> {
  await manager.query(
    `INSERT INTO channel_figures (organisation_id, channel_id)
     SELECT c.organisation_id, c.id FROM channel c WHERE c.organisation_id = $1 AND ($2::uuid[] IS NULL OR c.id = ANY ($2)) ORDER BY c.id
     ON CONFLICT (organisation_id, channel_id) DO UPDATE SET version = channel_figures.version + 1, changed_at = now()`,
    [organisationId, channelIds],
  );
}
