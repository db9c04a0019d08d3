import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { CredentialVault } from '../channels/credential-vault.js';

/** Of which address a secret is. */
export interface WebhookKey {
  organisationId: string;
  webhookId: string;
}

interface SealedRow {
  id: string;
  key_id: string;
  sealed: Buffer;
  former_key_id: string | null;
  former_sealed: Buffer | null;
  former_until: Date | null;
}

const COLUMNS = 'id, key_id, sealed, former_key_id, former_sealed, former_until';

/** What messages are signed with: encrypted in the row, told once. */
@Injectable()
export class WebhookSecrets {
  constructor(private readonly vault: CredentialVault) {}

  async seal(manager: EntityManager, key: WebhookKey, secret: string): Promise<{ keyId: string; sealed: Buffer }> {
    return this.vault.seal(manager, secret, placeOf(key));
  }

  /** Those that hold at an instant, the present one first. @throws VaultError */
  async holding(manager: EntityManager, key: WebhookKey, now: Date): Promise<string[]> {
    const [row] = await manager.query<SealedRow[]>(`SELECT ${COLUMNS} FROM webhook WHERE organisation_id = $1 AND id = $2`, [key.organisationId, key.webhookId]);
    return row === undefined ? [] : this.openAll(manager, key, { row, now });
  }

  /** Seals those of an organisation with the newest key; one that holds no more goes. */
  async reseal(manager: EntityManager, organisationId: string, now: Date): Promise<void> {
    const rows = await manager.query<SealedRow[]>(`SELECT ${COLUMNS} FROM webhook WHERE organisation_id = $1 FOR UPDATE`, [organisationId]);
    for (const row of rows) {
      const key = { organisationId, webhookId: row.id };
      const [present = '', former] = await this.openAll(manager, key, { row, now });
      const [one, other] = [await this.seal(manager, key, present), former === undefined ? null : await this.seal(manager, key, former)];
      await manager.query(
        'UPDATE webhook SET key_id = $3, sealed = $4, former_key_id = $5, former_sealed = $6, former_until = $7 WHERE organisation_id = $1 AND id = $2',
        [organisationId, row.id, one.keyId, one.sealed, other?.keyId ?? null, other?.sealed ?? null, other === null ? null : row.former_until],
      );
    }
  }

  private async openAll(manager: EntityManager, key: WebhookKey, { row, now }: { row: SealedRow; now: Date }): Promise<string[]> {
    const open = async (keyId: string, sealed: Buffer): Promise<string> => z.string().parse(await this.vault.open(manager, { keyId, sealed }, placeOf(key)));
    const present = await open(row.key_id, row.sealed);
    const isFormer = row.former_key_id !== null && row.former_sealed !== null && row.former_until !== null && row.former_until > now;
    return isFormer && row.former_key_id !== null && row.former_sealed !== null ? [present, await open(row.former_key_id, row.former_sealed)] : [present];
  }
}

function placeOf({ organisationId, webhookId }: WebhookKey): string {
  return `${organisationId}/webhook/${webhookId}`;
}
