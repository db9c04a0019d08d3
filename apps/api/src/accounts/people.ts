import { Injectable } from '@nestjs/common';
import type { Role } from '@portee/shared';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { recordAct } from '../operations/record-act.js';
import { AuthPort, type NewPerson, type Person } from './auth-port.js';
import { becomeFirstHost } from './hosts.js';
import { addMember } from './memberships.js';

/** People with an account, created from within: there is no open sign-up. */
@Injectable()
export class People {
  constructor(
    private readonly auth: AuthPort,
    private readonly transaction: TenantTransaction,
  ) {}

  /** Creates a person with a place in an organisation, both or neither. @throws AccountError email-taken */
  create(person: NewPerson, place: { organisationId: string; role: Role }): Promise<Person> {
    return this.transaction.run(place.organisationId, async (manager) => {
      const created = await this.auth.createPerson(manager, person);
      await addMember(manager, { organisationId: place.organisationId, userId: created.id, role: place.role });
      if (place.role === 'owner') await becomeFirstHost(manager, created.id);
      await recordAct(manager, 'member-added', { personId: created.id, subject: place.role });
      return created;
    });
  }
}
