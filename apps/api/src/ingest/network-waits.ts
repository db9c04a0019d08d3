import type { NetworkDescriptor } from '@portee/shared';
import type { EntityManager } from 'typeorm';

/** Who waits together: the channels of one server, or those of the installation's application. */
export function waitsFor(collection: NonNullable<NetworkDescriptor['collection']>, settings: Readonly<Record<string, string>>): string {
  const host = URL.parse(settings['address'] ?? '')?.host;
  return collection.limitsSharedBy === 'host' && host !== undefined ? host : 'application';
}

/** The instant until which a server or application must be left alone; null: it may be asked. */
export async function waitUntil(manager: EntityManager, wait: { network: string; waitsFor: string }, now: Date): Promise<Date | null> {
  const [row] = await manager.query<{ until: Date }[]>('SELECT until FROM network_wait WHERE network = $1 AND waits_for = $2 AND until > $3', [wait.network, wait.waitsFor, now]);
  return row?.until ?? null;
}

/** Tells every worker; a longer wait stands over a shorter one. */
export async function announceWait(manager: EntityManager, wait: { network: string; waitsFor: string }, until: Date): Promise<void> {
  await manager.query(
    `INSERT INTO network_wait (network, waits_for, until) VALUES ($1, $2, $3)
     ON CONFLICT (network, waits_for) DO UPDATE SET until = greatest(network_wait.until, excluded.until)`,
    [wait.network, wait.waitsFor, until],
  );
}
