import { Injectable } from '@nestjs/common';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { Outbox } from '../mail/outbox.js';
import { recordAct } from '../operations/record-act.js';
import { AccountError } from './account-error.js';
import { AccountLinks, type HandedLink } from './account-links.service.js';
import { AuthPort } from './auth-port.js';
import { Hosts } from './hosts.js';
import { Membership } from './membership.entity.js';
import { Memberships } from './memberships.js';

/** Helping a member who has forgotten their password, without ever coming into their account. */
@Injectable()
export class HelpedPassword {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly auth: AuthPort,
    private readonly links: AccountLinks,
    private readonly memberships: Memberships,
    private readonly hosts: Hosts,
    private readonly outbox: Outbox,
  ) {}

  /**
   * A mail to the person. Without a mail server, a link to hand over; whoever holds it may come in as them, so that there is none for
   * somebody whose account opens another organisation, or the installation.
   * @returns the link; null: a mail carries it
   * @throws AccountError member-not-found, account-beyond
   */
  async help(organisationId: string, personId: string): Promise<HandedLink | null> {
    const email = await this.transaction.run(organisationId, async (manager) => {
      const [person] = (await manager.existsBy(Membership, { organisationId, userId: personId })) ? await this.auth.peopleOf(manager, [personId]) : [];
      if (person === undefined) throw new AccountError('member-not-found');
      if (!this.outbox.isOpen && (await this.reachesBeyond(personId))) throw new AccountError('account-beyond');
      await recordAct(manager, 'password-helped', { personId });
      return person.email;
    });
    if (!this.outbox.isOpen) return this.links.makePasswordLink(personId);
    await this.links.mailPasswordLink(email);
    return null;
  }

  private async reachesBeyond(personId: string): Promise<boolean> {
    return (await this.memberships.organisationsOf(personId)).length > 1 || (await this.hosts.isHost(personId));
  }
}
