import { Inject, Injectable } from '@nestjs/common';
import { type AcceptInvitation, type CreateInvitation, localDay, type Role } from '@portee/shared';
import { type EntityManager, IsNull, Not } from 'typeorm';
import { v7 as newId } from 'uuid';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { type MailStanding, readMailStandings } from '../mail/mail-standings.query.js';
import { Outbox } from '../mail/outbox.js';
import { hashOfSecret } from '../operations/bearer-secret.js';
import { CLOCK, type Clock } from '../operations/clock.js';
import { recordAct } from '../operations/record-act.js';
import { AccountError } from './account-error.js';
import { AuthPort, type Person } from './auth-port.js';
import { freshInvitation } from './fresh-invitation.js';
import { InvitationRow } from './invitation.entity.js';
import { Membership } from './membership.entity.js';
import { addMember } from './memberships.js';
import { Organisation } from './organisation.entity.js';

/** Awaited at once. More is a mistake, or somebody who plays. */
const MAX_AWAITED = 100;

/** An invitation, with the name of who invited; null: nobody who has an account. */
export type NamedInvitation = Pick<InvitationRow, 'id' | 'email' | 'role' | 'createdAt' | 'expiresAt'> & { inviter: string | null; isOver: boolean; mail: MailStanding | null };

/** An invitation with what its link holds, which nobody can read again later; null: a mail carries it, and nobody else. */
export interface FreshInvitation {
  invitation: NamedInvitation;
  token: string | null;
}

/** What an open invitation leads to. */
export interface AnsweredInvitation {
  invitation: NamedInvitation;
  organisation: Organisation;
  hasAccount: boolean;
}

/** Who takes an invitation up. */
interface Newcomer {
  /** Null: nobody is signed in. */
  email: string | null;
  /** @param isProven  the mailbox of the invited address has answered. @returns the person's id */
  enter: (manager: EntityManager, isProven: boolean) => Promise<string>;
}

/** Who is awaited in an organisation. The link is the key: to know an address that was invited opens nothing. */
@Injectable()
export class Invitations {
  constructor(
    private readonly auth: AuthPort,
    private readonly transaction: TenantTransaction,
    private readonly outbox: Outbox,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Those awaited, latest first; those whose time is over too. */
  list(organisationId: string): Promise<NamedInvitation[]> {
    return this.transaction.run(organisationId, async (manager) =>
      this.withNames(manager, await manager.find(InvitationRow, { where: { organisationId }, order: { createdAt: 'DESC', id: 'DESC' } })));
  }

  /** An address that is awaited already is invited anew: its earlier link opens nothing any more. @throws AccountError already-member, invitation-limit */
  create(organisationId: string, { email, role }: CreateInvitation, inviter: Person): Promise<FreshInvitation> {
    const address = email?.trim().toLowerCase() ?? null;
    return this.transaction.run(organisationId, async (manager) => {
      if (address !== null && (await this.hasMember(manager, organisationId, address))) throw new AccountError('already-member');
      const others = address === null ? { organisationId } : [{ organisationId, email: Not(address) }, { organisationId, email: IsNull() }];
      if ((await manager.countBy(InvitationRow, others)) >= MAX_AWAITED) throw new AccountError('invitation-limit', { most: MAX_AWAITED });
      const { token, ...fresh } = freshInvitation(this.clock());
      const row = { organisationId, id: newId(), email: address, role, invitedBy: inviter.id, mailId: null, ...fresh };
      await manager.upsert(InvitationRow, row, ['organisationId', 'email']);
      await recordAct(manager, 'invited', { subject: role });
      return this.hand(manager, await manager.findOneByOrFail(InvitationRow, { organisationId, tokenHash: fresh.tokenHash }), { token, inviter });
    });
  }

  /** Another link for the same invitation, open as long as a new one; the earlier link opens nothing any more. @throws AccountError invitation-not-found */
  renew(organisationId: string, id: string, inviter: Person): Promise<FreshInvitation> {
    return this.transaction.run(organisationId, async (manager) => {
      const { token, ...fresh } = freshInvitation(this.clock());
      const { affected } = await manager.update(InvitationRow, { organisationId, id }, fresh);
      if (!affected) throw new AccountError('invitation-not-found');
      await recordAct(manager, 'invitation-renewed');
      return this.hand(manager, await manager.findOneByOrFail(InvitationRow, { organisationId, id }), { token, inviter });
    });
  }

  /** Its link opens nothing any more. @throws AccountError invitation-not-found */
  takeBack(organisationId: string, id: string): Promise<void> {
    return this.transaction.run(organisationId, async (manager) => {
      const { affected } = await manager.delete(InvitationRow, { organisationId, id });
      if (!affected) throw new AccountError('invitation-not-found');
      await recordAct(manager, 'invitation-taken-back');
    });
  }

  /** What a link leads to. @throws AccountError invitation-not-found, invitation-over */
  async read(token: string): Promise<AnsweredInvitation> {
    const { organisationId, id } = await this.placeOf(hashOfSecret(token));
    return this.transaction.run(organisationId, async (manager) => {
      const [invitation] = await this.withNames(manager, [await this.openOne(manager, { organisationId, id })]);
      const organisation = await manager.findOneByOrFail(Organisation, { id: organisationId });
      if (invitation === undefined) throw new AccountError('invitation-not-found');
      return { invitation, organisation, hasAccount: invitation.email !== null && (await this.auth.personByAddress(manager, invitation.email)) !== null };
    });
  }

  /**
   * Gives a place to a new person, or to the one who is signed in; the invitation is used up by it, all or nothing.
   * @returns the organisation's name in addresses
   * @throws AccountError invitation-not-found, invitation-over, invitation-for-another, already-member, email-taken, not-signed-in
   */
  async accept({ token, person }: AcceptInvitation, signedIn: Person | null): Promise<string> {
    const enter: Newcomer['enter'] = async (manager, isProven) => (person === undefined ? (signedIn?.id ?? '') : (await this.auth.createPerson(manager, { ...person, isProven })).id);
    return (await this.join(hashOfSecret(token), { email: (person ?? signedIn)?.email ?? null, enter })).slug;
  }

  /**
   * The same for whoever comes by another door, by the hash of the link's secret. `enter` finds or creates the person in the transaction.
   * @throws AccountError as `accept`
   */
  async join(hash: Buffer, { email: theirs, enter }: Newcomer): Promise<{ slug: string; personId: string }> {
    const { organisationId, id } = await this.placeOf(hash);
    return this.transaction.run(organisationId, async (manager) => {
      const { email, role, mailId } = await this.openOne(manager, { organisationId, id });
      if (theirs === null) throw new AccountError('not-signed-in');
      if (email !== null && theirs.trim().toLowerCase() !== email) throw new AccountError('invitation-for-another', { email });
      const userId = await enter(manager, mailId !== null);
      await this.giveAPlace(manager, { organisationId, userId, role });
      await manager.delete(InvitationRow, { organisationId, id });
      await recordAct(manager, 'joined', { subject: role, actor: { kind: 'person', id: userId } });
      return { slug: (await manager.findOneByOrFail(Organisation, { id: organisationId })).slug, personId: userId };
    });
  }

  /** Nobody's role changes by an invitation. */
  private async giveAPlace(manager: EntityManager, place: { organisationId: string; userId: string; role: Role }): Promise<void> {
    const { organisationId, userId } = place;
    if (await manager.existsBy(Membership, { organisationId, userId })) throw new AccountError('already-member');
    await addMember(manager, place);
    // One that an owner of another organisation made would now open this one too.
    await manager.query(`DELETE FROM auth.account_link WHERE user_id = $1 AND purpose = 'password'`, [userId]);
  }

  private async placeOf(hash: Buffer): Promise<{ organisationId: string; id: string }> {
    const [found]: { organisationId: string; id: string }[] = await this.transaction.lookUp((manager) =>
      manager.query('SELECT organisation_id AS "organisationId", invitation_id AS id FROM invitation_by_hash($1)', [hash]));
    if (found === undefined) throw new AccountError('invitation-not-found');
    return found;
  }

  /** Held until the end of the transaction: one link lets one person in, however many follow it at once. */
  private async openOne(manager: EntityManager, key: { organisationId: string; id: string }): Promise<InvitationRow> {
    const row = await manager.findOne(InvitationRow, { where: key, lock: { mode: 'pessimistic_write' } });
    if (row === null) throw new AccountError('invitation-not-found');
    if (row.expiresAt <= this.clock()) throw new AccountError('invitation-over');
    return row;
  }

  private async hasMember(manager: EntityManager, organisationId: string, email: string): Promise<boolean> {
    const places = await manager.findBy(Membership, { organisationId });
    const people = await this.auth.peopleOf(manager, places.map(({ userId }) => userId));
    return people.some((person) => person.email === email);
  }

  private async withNames(manager: EntityManager, rows: readonly InvitationRow[]): Promise<NamedInvitation[]> {
    const inviters = await this.auth.peopleOf(manager, rows.flatMap(({ invitedBy }) => invitedBy ?? []));
    const mails = await readMailStandings(manager, rows.flatMap(({ mailId }) => mailId ?? []));
    const now = this.clock();
    return rows.map(({ id, email, role, invitedBy, mailId, createdAt, expiresAt }) => ({
      id, email, role, createdAt, expiresAt, isOver: expiresAt <= now, inviter: inviters.find((one) => one.id === invitedBy)?.name ?? null, mail: mails.get(mailId ?? '') ?? null,
    }));
  }

  /** Sends the link to the mailbox it is for, and to nobody else: whoever follows it has shown that the address is theirs. Otherwise it is handed over. */
  private async hand(manager: EntityManager, row: InvitationRow, { token, inviter }: { token: string; inviter: Person }): Promise<FreshInvitation> {
    const { organisationId, id, email, role, expiresAt } = row;
    const isMailed = email !== null && this.outbox.isOpen;
    if (isMailed) {
      const organisation = await manager.findOneByOrFail(Organisation, { id: organisationId });
      const language = (await this.auth.personByAddress(manager, email))?.language ?? inviter.language;
      const content = { kind: 'invitation' as const, organisation: organisation.name, role, inviter: inviter.name, link: this.outbox.addressOf(`/invitation#${token}`), until: localDay(expiresAt, organisation.timeZone) };
      row.mailId = await this.outbox.put(manager, organisationId, { to: email, language, content });
    } else row.mailId = null;
    await manager.update(InvitationRow, { organisationId, id }, { mailId: row.mailId });
    const [invitation] = await this.withNames(manager, [row]);
    if (invitation === undefined) throw new AccountError('invitation-not-found');
    return { invitation, token: isMailed ? null : token };
  }
}
