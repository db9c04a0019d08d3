import { Inject, Injectable } from '@nestjs/common';
import type { Session } from '@portee/shared';
import { Outbox } from '../mail/outbox.js';
import { ACCOUNT_SETTINGS, type AccountSettings } from './account-settings.js';
import type { Person } from './auth-port.js';
import { FirstAccountService } from './first-account.service.js';
import { Hosts } from './hosts.js';
import { Memberships } from './memberships.js';

/** What the web app asks first: who is here, and which doors are open. */
@Injectable()
export class SessionService {
  constructor(
    private readonly memberships: Memberships,
    private readonly firstAccount: FirstAccountService,
    private readonly hosts: Hosts,
    private readonly outbox: Outbox,
    @Inject(ACCOUNT_SETTINGS) private readonly settings: AccountSettings,
  ) {}

  async view(person: Person | null): Promise<Session> {
    const directory = this.settings.directory?.label ?? null;
    if (person) return { user: person, organisations: await this.memberships.organisationsOf(person.id), isHost: await this.hosts.isHost(person.id), needsFirstAccount: false, needsSetupCode: false, sendsMail: this.outbox.isOpen, needsCode: false, directory };
    const needsFirstAccount = await this.firstAccount.isNeeded();
    return { user: null, organisations: [], isHost: false, needsFirstAccount, needsSetupCode: needsFirstAccount && this.settings.setupCode !== null, sendsMail: this.outbox.isOpen, needsCode: false, directory };
  }

  /** After a right password: whoever has a second factor is nobody yet. */
  async viewAccepted(person: Person | null): Promise<Session> {
    return person === null ? { ...(await this.view(null)), needsCode: true } : this.view(person);
  }
}
