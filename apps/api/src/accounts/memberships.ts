import { Injectable } from '@nestjs/common';
import type { AuditAct, Role, Session } from '@portee/shared';
import type { EntityManager } from 'typeorm';
import { TenantTransaction, within } from '../database/tenant-transaction.js';
import { recordAct } from '../operations/record-act.js';
import { AccountError } from './account-error.js';
import type { Caller, OrganisationContext } from './caller.js';
import { enterOrganisation } from './enter-organisation.query.js';
import { Membership } from './membership.entity.js';
import { Organisation } from './organisation.entity.js';

interface Place {
  organisationId: string;
  role: Role;
}

/** Who belongs to which organisation. */
@Injectable()
export class Memberships {
  constructor(private readonly transaction: TenantTransaction) {}

  /**
   * Enters the organisation of this name.
   * @throws AccountError organisation-not-found  where there is none, or it is not the caller's
   */
  async enter(slug: string, caller: Caller): Promise<Omit<OrganisationContext, 'language'>> {
    const key = caller.kind === 'person' ? { personId: caller.person.id } : caller.token;
    const door = await this.transaction.lookUp((manager) => enterOrganisation(manager, slug, key));
    if (!door) throw new AccountError('organisation-not-found');
    const who = caller.kind === 'person' ? { personId: caller.person.id, tokenId: null } : { personId: null, tokenId: caller.token.tokenId };
    return { ...door, slug, ...who };
  }

  /** Where a person may go, oldest membership first. */
  async organisationsOf(personId: string): Promise<Session['organisations']> {
    const places: Place[] = await this.transaction.lookUp((manager) =>
      manager.query('SELECT organisation_id AS "organisationId", role FROM memberships_of($1)', [personId]),
    );
    const entries: Session['organisations'] = [];
    for (const { organisationId, role } of places) {
      const organisation = await this.organisation(organisationId);
      if (organisation) entries.push({ slug: organisation.slug, name: organisation.name, role, isDemonstration: organisation.isDemonstration });
    }
    return entries;
  }

  /** Writes down what somebody did about their own account, wherever they belong: each organisation has a journal of its own. */
  record(personId: string, act: AuditAct): Promise<void> {
    return this.transaction.together((manager) => this.recordEverywhere(manager, personId, act));
  }

  /** The same in the transaction that does it. */
  async recordEverywhere(manager: EntityManager, personId: string, act: AuditAct): Promise<void> {
    const places: Place[] = await manager.query('SELECT organisation_id AS "organisationId", role FROM memberships_of($1)', [personId]);
    for (const { organisationId } of places) await within(manager, organisationId, () => recordAct(manager, act, { actor: { kind: 'person', id: personId } }));
  }

  /** Gives a person a place, or another role in the place they have. */
  add(organisationId: string, personId: string, role: Role): Promise<void> {
    return this.transaction.run(organisationId, (manager) => addMember(manager, { organisationId, userId: personId, role }));
  }

  private organisation(id: string): Promise<Organisation | null> {
    return this.transaction.run(id, (manager) => manager.findOneBy(Organisation, { id }));
  }
}

/** Adds a member inside the organisation's own transaction. */
export async function addMember(manager: EntityManager, member: Pick<Membership, 'organisationId' | 'userId' | 'role'>): Promise<void> {
  await manager.upsert(Membership, member, ['organisationId', 'userId']);
}
