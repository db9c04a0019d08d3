import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { Outbox } from '../mail/outbox.js';
import { hashOfSecret, newSecret } from '../operations/bearer-secret.js';
import { CLOCK, type Clock } from '../operations/clock.js';
import { AccountError } from './account-error.js';
import { AuthPort, type Person } from './auth-port.js';
import { Memberships } from './memberships.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** Whoever asks is at their mailbox. */
const MAILED_MINUTES = 60;
/** A link that is handed over is read when one meets. */
const HANDED_HOURS = 24;
const ADDRESS_HOURS = 24;
/** One mail in so long: nobody's mailbox is filled by somebody who knows their address. */
const BETWEEN_MS = 5 * MINUTE_MS;

type Purpose = 'password' | 'address';

/** A link that is told once. */
export interface HandedLink {
  token: string;
  expiresAt: Date;
}

/** Links about one's own account: to choose another password, to confirm another address. Each serves once, the newest alone opens. */
@Injectable()
export class AccountLinks {
  constructor(
    private readonly auth: AuthPort,
    private readonly transaction: TenantTransaction,
    private readonly memberships: Memberships,
    private readonly outbox: Outbox,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Sends a link to choose another password, where somebody has this address. What is answered never tells. @throws AccountError no-mail-server */
  async mailPasswordLink(email: string): Promise<void> {
    if (!this.outbox.isOpen) throw new AccountError('no-mail-server');
    await this.transaction.together(async (manager) => {
      const person = await this.auth.personByAddress(manager, email);
      if (person === null || (await this.wasJustMailed(manager, person.id))) return;
      const { token } = await this.makeLink(manager, person.id, { purpose: 'password', email: null, lastsMs: MAILED_MINUTES * MINUTE_MS });
      const link = this.outbox.addressOf(`/mot-de-passe#${token}`);
      await this.outbox.putForAccount(manager, { to: person.email, language: person.language, personId: person.id, content: { kind: 'password-reset', name: person.name, link, minutes: MAILED_MINUTES } });
    });
  }

  /** A link to choose another password, for somebody to hand over. Whoever asks for it may do so for this person. */
  makePasswordLink(personId: string): Promise<HandedLink> {
    return this.transaction.together((manager) => this.makeLink(manager, personId, { purpose: 'password', email: null, lastsMs: HANDED_HOURS * HOUR_MS }));
  }

  /** Puts another password in the place of the old; every device is signed out, and a second factor stays. @throws AccountError link-not-found */
  async choosePassword(token: string, password: string): Promise<void> {
    await this.transaction.together(async (manager) => {
      const { personId } = await this.useLink(manager, token, 'password');
      await this.auth.setPassword(manager, personId, password);
      await this.tellPasswordChanged(manager, personId);
      await this.memberships.recordEverywhere(manager, personId, 'password-reset');
    });
  }

  /** They changed it themselves, signed in. */
  async passwordWasChanged(personId: string): Promise<void> {
    await this.transaction.together(async (manager) => {
      await this.tellPasswordChanged(manager, personId);
      await this.memberships.recordEverywhere(manager, personId, 'password-changed');
    });
  }

  /**
   * Changes the address somebody signs in with: once its mailbox has confirmed it, or at once where there is no mail server.
   * @returns whether it is changed already
   * @throws AccountError email-taken
   */
  async changeAddress(person: Person, email: string): Promise<boolean> {
    const isMailed = this.outbox.isOpen;
    await this.transaction.together(async (manager) => {
      if ((await this.auth.personByAddress(manager, email)) !== null) throw new AccountError('email-taken');
      if (!isMailed) return this.replaceAddress(manager, person.id, { email, isProven: false });
      const { token } = await this.makeLink(manager, person.id, { purpose: 'address', email, lastsMs: ADDRESS_HOURS * HOUR_MS });
      const link = this.outbox.addressOf(`/adresse#${token}`);
      await this.outbox.putForAccount(manager, { to: email, language: person.language, personId: person.id, content: { kind: 'address-confirm', name: person.name, link, hours: ADDRESS_HOURS } });
    });
    return !isMailed;
  }

  /** The mailbox answered: the address is theirs, and the former one is told. @returns the address @throws AccountError link-not-found, email-taken */
  async confirmAddress(token: string): Promise<string> {
    return this.transaction.together(async (manager) => {
      const link = await this.useLink(manager, token, 'address');
      const [person] = await this.auth.peopleOf(manager, [link.personId]);
      if (person === undefined || link.email === null) throw new AccountError('link-not-found');
      await this.replaceAddress(manager, person.id, { email: link.email, isProven: true });
      await this.mailIfOpen(manager, { ...person, content: { kind: 'address-changed', name: person.name, address: link.email } });
      return link.email;
    });
  }

  private async replaceAddress(manager: EntityManager, personId: string, address: { email: string; isProven: boolean }): Promise<void> {
    await this.auth.setAddress(manager, personId, address);
    await this.memberships.recordEverywhere(manager, personId, 'address-changed');
  }

  private async tellPasswordChanged(manager: EntityManager, personId: string): Promise<void> {
    const [person] = await this.auth.peopleOf(manager, [personId]);
    if (person !== undefined) await this.mailIfOpen(manager, { ...person, content: { kind: 'password-changed', name: person.name, link: this.outbox.addressOf('/mot-de-passe') } });
  }

  private async mailIfOpen(manager: EntityManager, { id, email, language, content }: Person & { content: Parameters<Outbox['putForAccount']>[1]['content'] }): Promise<void> {
    if (this.outbox.isOpen) await this.outbox.putForAccount(manager, { to: email, language, personId: id, content });
  }

  private async wasJustMailed(manager: EntityManager, personId: string): Promise<boolean> {
    const rows: unknown[] = await manager.query(`SELECT 1 FROM auth.account_link WHERE user_id = $1 AND purpose = 'password' AND created_at > $2`, [personId, new Date(this.clock().getTime() - BETWEEN_MS)]);
    return rows.length > 0;
  }

  private async makeLink(manager: EntityManager, personId: string, { purpose, email, lastsMs }: { purpose: Purpose; email: string | null; lastsMs: number }): Promise<HandedLink> {
    const [token, now] = [newSecret(), this.clock()];
    const expiresAt = new Date(now.getTime() + lastsMs);
    await manager.query(
      `INSERT INTO auth.account_link (user_id, purpose, token_hash, email, created_at, expires_at) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (user_id, purpose) DO UPDATE SET token_hash = excluded.token_hash, email = excluded.email, created_at = excluded.created_at, expires_at = excluded.expires_at`,
      [personId, purpose, hashOfSecret(token), email, now, expiresAt],
    );
    return { token, expiresAt };
  }

  /** Two who follow it at once: one of them finds it gone. */
  private async useLink(manager: EntityManager, token: string, purpose: Purpose): Promise<{ personId: string; email: string | null }> {
    const [rows]: [{ personId: string; email: string | null; expiresAt: Date }[], number] = await manager.query(
      `DELETE FROM auth.account_link WHERE token_hash = $1 AND purpose = $2 RETURNING user_id AS "personId", email, expires_at AS "expiresAt"`, [hashOfSecret(token), purpose]);
    const [found] = rows;
    if (found === undefined || found.expiresAt <= this.clock()) throw new AccountError('link-not-found');
    return found;
  }
}
