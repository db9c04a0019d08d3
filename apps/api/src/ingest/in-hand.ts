import type { EntityManager } from 'typeorm';
import { holdLedger } from '../posts/hold-ledger.js';
import type { RunInHand } from './begin-run.js';

/** Another worker has taken the collection over, or the channel is no longer to be collected: nothing more may be written. */
export class HandedOver extends Error {}

/**
 * Before anything is written of a collection: the organisation's ledger, then whether the collection is still ours and its channel open.
 * A worker that was slow, or whose channel was disconnected or connected anew meanwhile, has nothing more to say of it.
 * @throws HandedOver
 */
export async function holdRun(manager: EntityManager, { organisationId, id, holder, channel }: RunInHand): Promise<void> {
  await holdLedger(manager, organisationId);
  const rows: unknown[] = await manager.query(
    `SELECT 1 FROM ingestion_run r JOIN channel c ON c.organisation_id = r.organisation_id AND c.id = r.channel_id
     WHERE r.organisation_id = $1 AND r.id = $2 AND r.holder = $3 AND r.state = 'running' AND c.state = 'connected' FOR UPDATE OF r`,
    [organisationId, id, holder],
  );
  if (rows.length === 0) throw new HandedOver(`the collection of ${channel.id} is in other hands`);
}
