import { Inject, Injectable } from '@nestjs/common';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { CLOCK, type Clock } from '../operations/clock.js';
import { WebhookSecrets } from '../webhooks/webhook-secrets.js';
import { Credentials } from './credentials.js';
import { CredentialVault } from './credential-vault.js';
import { NetworkApplications } from './network-applications.js';

/** Changes the keys that credentials are encrypted with, while Portée runs. */
@Injectable()
export class RotateKeys {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly vault: CredentialVault,
    private readonly credentials: Credentials,
    private readonly applications: NetworkApplications,
    private readonly webhooks: WebhookSecrets,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Makes a new key, seals everything with it, and destroys the keys before. Stopped half-way, everything still opens, and it may be run again.
   * @param organisationIds  all organisations of the installation
   * @returns how many secrets of channels were sealed anew
   */
  async run(organisationIds: readonly string[]): Promise<number> {
    const keyId = await this.transaction.lookUp((manager) => this.vault.makeKey(manager));
    let sealed = 0;
    for (const id of organisationIds) {
      sealed += await this.transaction.run(id, async (manager) => {
        await manager.query('DELETE FROM connection_attempt WHERE organisation_id = $1', [id]);
        await this.webhooks.reseal(manager, id, this.clock());
        return this.credentials.reseal(manager, id);
      });
    }
    await this.transaction.together(async (manager) => {
      await this.applications.reseal(manager);
      await manager.query('DELETE FROM encryption_key WHERE id <> $1', [keyId]);
    });
    return sealed;
  }
}
