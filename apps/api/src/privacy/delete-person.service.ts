import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AccountError } from '../accounts/account-error.js';
import { AuthPort, type Person } from '../accounts/auth-port.js';
import { checkHostsLeft } from '../accounts/hosts.js';
import { Membership } from '../accounts/membership.entity.js';
import { Organisation } from '../accounts/organisation.entity.js';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { recordAct } from '../operations/record-act.js';
import { DELETED_PERSON, forgetTraces } from './person-traces.js';

/** Deletes a person's account and their name wherever it is, in one transaction over all organisations: also those they have left. */
@Injectable()
export class DeletePerson {
  constructor(
    private readonly auth: AuthPort,
    private readonly transaction: TenantTransaction,
  ) {}

  /** @throws AccountError account-holds-organisations, last-host-leaves  where an organisation would be left without an owner, or the installation without a host */
  async run(person: Person): Promise<void> {
    await this.transaction.inEach(async (manager, organisations) => {
      const held: string[] = [];
      for await (const organisationId of organisations()) held.push(...(await heldOrganisation(manager, { organisationId, personId: person.id })));
      if (held.length > 0) throw new AccountError('account-holds-organisations', { names: held.join(', ') });
      await checkHostsLeft(manager, person.id);
      await this.auth.deletePerson(manager, person);
      for await (const organisationId of organisations()) await takeOut(manager, { organisationId, person });
    });
  }
}

/**
 * The name of the organisation, where the person is its only owner. Its owners are held until the end of the transaction: nobody steps down
 * meanwhile. A demonstration needs no owner: it is anybody's to load anew.
 */
async function heldOrganisation(manager: EntityManager, { organisationId, personId }: { organisationId: string; personId: string }): Promise<string[]> {
  const owners = await manager.find(Membership, { where: { organisationId, role: 'owner' }, lock: { mode: 'pessimistic_write' } });
  if (owners.length !== 1 || owners[0]?.userId !== personId) return [];
  const organisation = await manager.findOneByOrFail(Organisation, { id: organisationId });
  return organisation.isDemonstration ? [] : [organisation.name];
}

async function takeOut(manager: EntityManager, { organisationId, person }: { organisationId: string; person: Person }): Promise<void> {
  const isMember = await manager.existsBy(Membership, { organisationId, userId: person.id });
  await forgetTraces(manager, { organisationId, personId: person.id, email: person.email });
  if (!isMember) return;
  await recordAct(manager, 'account-deleted', { actor: { kind: 'person', id: DELETED_PERSON } });
  // A demonstration in which nobody is left is nobody's to remove.
  if (!(await manager.existsBy(Membership, { organisationId }))) await manager.delete(Organisation, { id: organisationId, isDemonstration: true });
}
