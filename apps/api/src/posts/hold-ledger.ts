import type { EntityManager } from 'typeorm';

/**
 * Makes an organisation's writers take turns until the transaction ends; readers do not wait. Without it an import
 * could rest on figures that an undo is taking away, or fill rollups in a time zone that is being changed. Call it
 * before reading what the writing rests on.
 */
export async function holdLedger(manager: EntityManager, organisationId: string): Promise<void> {
  await manager.query('SELECT 1 FROM organisation WHERE id = $1 FOR NO KEY UPDATE', [organisationId]);
}
