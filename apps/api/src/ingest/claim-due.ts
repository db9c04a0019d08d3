import type { TenantTransaction } from '../database/tenant-transaction.js';
import type { CollectJob } from '../jobs/queues.js';
import { findNetwork } from '../networks/registry.js';

/** Which channels to claim. */
export interface Claim {
  network: string;
  /** null: of every organisation. */
  organisationId: string | null;
  at: Date;
  leaseMs: number;
  /** null: all that are due. */
  most: number | null;
}

/** Claims channels of a network that are due and in nobody's hands, the longest due first; a claim ends by itself after its lease. */
export async function claimDue(transaction: TenantTransaction, { network, organisationId, at, leaseMs, most }: Claim): Promise<CollectJob[]> {
  return transaction.lookUp((manager) =>
    manager.query(
      `SELECT organisation_id AS "organisationId", channel_id AS "channelId" FROM claim_due_channels($1, $2, $3, $4 * interval '1 millisecond', $5)`,
      [network, organisationId, at, leaseMs, most],
    ),
  );
}

/** Networks on which some organisation of the installation has a connected channel, and which this program can ask. */
export async function connectedNetworks(transaction: TenantTransaction): Promise<string[]> {
  const rows: { network: string }[] = await transaction.lookUp((manager) => manager.query('SELECT * FROM connected_networks() AS network'));
  return rows.map(({ network }) => network).filter((network) => findNetwork(network)?.connector);
}
