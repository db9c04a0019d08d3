import { Injectable } from '@nestjs/common';
import type { MyNotices, Role } from '@portee/shared';
import type { EntityManager } from 'typeorm';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { actorNow } from '../operations/acting.js';
import { recordAct } from '../operations/record-act.js';
import { AccountError } from './account-error.js';
import { AuthPort, type Person } from './auth-port.js';
import { Membership } from './membership.entity.js';

/** Somebody with a place in an organisation. */
export interface PersonWithPlace {
  person: Person;
  role: Role;
  since: Date;
}

/** The people of one organisation. It always keeps an owner. */
@Injectable()
export class Members {
  constructor(
    private readonly auth: AuthPort,
    private readonly transaction: TenantTransaction,
  ) {}

  /** Everybody, longest there first. */
  list(organisationId: string): Promise<PersonWithPlace[]> {
    return this.transaction.run(organisationId, async (manager) => {
      const places = await manager.find(Membership, { where: { organisationId }, order: { createdAt: 'ASC', userId: 'ASC' } });
      const people = new Map((await this.auth.peopleOf(manager, places.map(({ userId }) => userId))).map((person) => [person.id, person]));
      return places.flatMap(({ userId, role, createdAt }) => {
        const person = people.get(userId);
        return person === undefined ? [] : [{ person, role, since: createdAt }];
      });
    });
  }

  /** @throws AccountError member-not-found, last-owner */
  changeRole(organisationId: string, personId: string, role: Role): Promise<void> {
    return this.transaction.run(organisationId, async (manager) => {
      if (role !== 'owner') await keepAnOwner(manager, { organisationId, besides: personId });
      const { affected } = await manager.update(Membership, { organisationId, userId: personId }, { role });
      if (!affected) throw new AccountError('member-not-found');
      await recordAct(manager, 'role-changed', { personId, subject: role });
    });
  }

  /** @throws AccountError member-not-found */
  notices(organisationId: string, personId: string): Promise<MyNotices> {
    return this.transaction.run(organisationId, async (manager) => {
      const place = await manager.findOneBy(Membership, { organisationId, userId: personId });
      if (place === null) throw new AccountError('member-not-found');
      return { wantsWarnings: place.wantsWarnings };
    });
  }

  /** @throws AccountError member-not-found */
  async setNotices(organisationId: string, personId: string, { wantsWarnings }: MyNotices): Promise<void> {
    const { affected } = await this.transaction.run(organisationId, (manager) => manager.update(Membership, { organisationId, userId: personId }, { wantsWarnings }));
    if (!affected) throw new AccountError('member-not-found');
  }

  /** Takes their place away: from the next request on, nothing of the organisation opens to them. @throws AccountError member-not-found, last-owner */
  remove(organisationId: string, personId: string): Promise<void> {
    return this.transaction.run(organisationId, async (manager) => {
      await keepAnOwner(manager, { organisationId, besides: personId });
      const { affected } = await manager.delete(Membership, { organisationId, userId: personId });
      if (!affected) throw new AccountError('member-not-found');
      if (actorNow().id === personId) await recordAct(manager, 'left');
      else await recordAct(manager, 'member-removed', { personId });
    });
  }
}

/** Owners are held until the end of the transaction: two who step down at the same moment do so one after the other. */
async function keepAnOwner(manager: EntityManager, { organisationId, besides }: { organisationId: string; besides: string }): Promise<void> {
  const owners = await manager.find(Membership, { where: { organisationId, role: 'owner' }, lock: { mode: 'pessimistic_write' } });
  if (owners.length === 1 && owners[0]?.userId === besides) throw new AccountError('last-owner');
}
