import { Inject, Injectable } from '@nestjs/common';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { AccountError } from './account-error.js';
import { ACCOUNT_SETTINGS, type AccountSettings } from './account-settings.js';
import { AuthPort, type Person, type RequestHeaders } from './auth-port.js';
import { DirectoryLinks, type WaysIn } from './directory-links.js';
import { Memberships } from './memberships.js';

/** By which ways somebody signs in. */
@Injectable()
export class DirectoryStanding {
  constructor(
    private readonly auth: AuthPort,
    private readonly links: DirectoryLinks,
    private readonly memberships: Memberships,
    private readonly transaction: TenantTransaction,
    @Inject(ACCOUNT_SETTINGS) private readonly settings: Pick<AccountSettings, 'directory'>,
  ) {}

  of(person: Person): Promise<WaysIn> {
    return this.transaction.lookUp((manager) => this.links.waysOf(manager, person.id, this.settings.directory?.issuer ?? null));
  }

  /** From now on the directory opens nothing here. @throws AccountError directory-missing, directory-not-linked, directory-only-way, password-wrong */
  async unlink(person: Person, password: string, headers: RequestHeaders): Promise<void> {
    const { directory } = this.settings;
    if (directory === null) throw new AccountError('directory-missing');
    const { hasPassword, linkedAt } = await this.of(person);
    if (linkedAt === null) throw new AccountError('directory-not-linked');
    if (!hasPassword) throw new AccountError('directory-only-way');
    await this.auth.provePassword(headers, password);
    await this.transaction.together(async (manager) => {
      if (await this.links.take(manager, person.id, directory.issuer)) await this.memberships.recordEverywhere(manager, person.id, 'directory-unlinked');
    });
  }
}
