import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import type { AccessSecret } from '../networks/core/network-connector.js';
import { CredentialVault } from './credential-vault.js';

const accessSecret = z.object({
  accessToken: z.string(), refreshToken: z.string().nullable(), renewAt: z.string().nullable(), expiresAt: z.string().nullable(), scopes: z.array(z.string()),
});

/** A channel of an organisation. */
export interface ChannelKey {
  organisationId: string;
  channelId: string;
}

/** What opens each channel: encrypted in its row, never logged, never sent to a browser. */
@Injectable()
export class Credentials {
  constructor(private readonly vault: CredentialVault) {}

  /** null: the channel is read without signing in. @throws VaultError */
  async read(manager: EntityManager, key: ChannelKey): Promise<AccessSecret | null> {
    const [row] = await manager.query<{ key_id: string; sealed: Buffer }[]>(
      'SELECT key_id, sealed FROM credential WHERE organisation_id = $1 AND channel_id = $2', [key.organisationId, key.channelId],
    );
    return row ? accessSecret.parse(await this.vault.open(manager, { keyId: row.key_id, sealed: row.sealed }, placeOf(key))) : null;
  }

  /** Puts a secret in the place of the one before; null takes it away. */
  async write(manager: EntityManager, key: ChannelKey, change: { secret: AccessSecret | null; at: Date }): Promise<void> {
    const { secret, at } = change;
    if (secret === null) {
      await manager.query('DELETE FROM credential WHERE organisation_id = $1 AND channel_id = $2', [key.organisationId, key.channelId]);
      return;
    }
    const { keyId, sealed } = await this.vault.seal(manager, secret, placeOf(key));
    await manager.query(
      `INSERT INTO credential (organisation_id, channel_id, key_id, sealed, expires_at, renew_at, scopes, issued_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
       ON CONFLICT (organisation_id, channel_id) DO UPDATE SET key_id = excluded.key_id, sealed = excluded.sealed, expires_at = excluded.expires_at,
         renew_at = excluded.renew_at, scopes = excluded.scopes, issued_at = excluded.issued_at`,
      [key.organisationId, key.channelId, keyId, sealed, secret.expiresAt, secret.renewAt, secret.scopes, at],
    );
  }

  /** Seals every secret of an organisation with the newest key. @returns how many there are */
  async reseal(manager: EntityManager, organisationId: string): Promise<number> {
    const rows: { channelId: string }[] = await manager.query('SELECT channel_id AS "channelId" FROM credential WHERE organisation_id = $1 FOR UPDATE', [organisationId]);
    for (const { channelId } of rows) {
      const key = { organisationId, channelId };
      const { keyId, sealed } = await this.vault.seal(manager, await this.read(manager, key), placeOf(key));
      await manager.query('UPDATE credential SET key_id = $3, sealed = $4 WHERE organisation_id = $1 AND channel_id = $2', [organisationId, channelId, keyId, sealed]);
    }
    return rows.length;
  }
}

function placeOf({ organisationId, channelId }: ChannelKey): string {
  return `${organisationId}/${channelId}`;
}
