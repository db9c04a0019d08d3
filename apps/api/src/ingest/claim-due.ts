import type { TenantTransaction } from '../database/tenant-transaction.js';
import type { CollectJob } from '../jobs/queues.js';

/** Claims channels of a network that are due and in nobody's hands, the longest due first; a claim ends by itself after its lease. */
export async function claimDue(transaction: TenantTransaction, { network, at, leaseMs, most }: { network: string; at: Date; leaseMs: number; most: number }): Promise<CollectJob[]> {
  return transaction.lookUp((manager) =>
    manager.query(
      `SELECT organisation_id AS "organisationId", channel_id AS "channelId" FROM claim_due_channels($1, $2, $3 * interval '1 millisecond', $4)`,
      [network, at, leaseMs, most],
    ),
  );
}
