import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import type { NetworkApplication } from '../networks/core/network-connector.js';
import { CredentialVault } from './credential-vault.js';

/** The application of an installation at a network; host is empty where one serves the whole network. */
export interface ApplicationKey {
  network: string;
  host: string;
}

/** What is kept encrypted. Earlier rows hold the secret alone. */
const keptSecret = z.union([
  z.string().transform((clientSecret) => ({ clientSecret })),
  z.object({ clientSecret: z.string(), scopes: z.array(z.string()).exactOptional(), redirectUri: z.string().exactOptional() }),
]);

/** An application, and the address it was registered with where Portée registered it itself. */
export interface RegisteredApplication extends NetworkApplication {
  redirectUri?: string;
}

/** Portée as networks know it: set once per installation by its host, or registered on the fly at a server. */
@Injectable()
export class NetworkApplications {
  constructor(private readonly vault: CredentialVault) {}

  /** null: none is registered. @throws VaultError */
  async read(manager: EntityManager, key: ApplicationKey): Promise<RegisteredApplication | null> {
    const [row] = await manager.query<{ client_id: string; key_id: string; sealed: Buffer }[]>(
      'SELECT client_id, key_id, sealed FROM network_application WHERE network = $1 AND host = $2', [key.network, key.host],
    );
    if (!row) return null;
    const secret = keptSecret.parse(await this.vault.open(manager, { keyId: row.key_id, sealed: row.sealed }, placeOf(key)));
    return { clientId: row.client_id, ...secret };
  }

  async write(manager: EntityManager, key: ApplicationKey, change: { application: RegisteredApplication; at: Date }): Promise<void> {
    const { clientId, ...secret } = change.application;
    const { keyId, sealed } = await this.vault.seal(manager, secret, placeOf(key));
    await manager.query(
      `INSERT INTO network_application (network, host, client_id, key_id, sealed, registered_at) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (network, host) DO UPDATE SET client_id = excluded.client_id, key_id = excluded.key_id, sealed = excluded.sealed, registered_at = excluded.registered_at`,
      [key.network, key.host, clientId, keyId, sealed, change.at],
    );
  }

  /** Whether a network has an application, and what it is called there; the secret stays. */
  async list(manager: EntityManager): Promise<{ network: string; host: string; clientId: string; registeredAt: Date }[]> {
    return manager.query('SELECT network, host, client_id AS "clientId", registered_at AS "registeredAt" FROM network_application ORDER BY network, host');
  }

  async remove(manager: EntityManager, key: ApplicationKey): Promise<void> {
    await manager.query('DELETE FROM network_application WHERE network = $1 AND host = $2', [key.network, key.host]);
  }

  /** Seals every secret with the newest key. */
  async reseal(manager: EntityManager): Promise<void> {
    for (const { network, host, registeredAt } of await this.list(manager)) {
      const application = await this.read(manager, { network, host });
      if (application) await this.write(manager, { network, host }, { application, at: registeredAt });
    }
  }
}

function placeOf({ network, host }: ApplicationKey): string {
  return `application/${network}/${host}`;
}
