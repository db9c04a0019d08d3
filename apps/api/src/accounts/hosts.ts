import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { CLOCK, type Clock } from '../operations/clock.js';
import { AccountError } from './account-error.js';
import { AuthPort, type Person } from './auth-port.js';

/** Somebody who runs the installation, and since when. */
export interface HostPerson {
  person: Person;
  namedAt: Date;
}

/** Who runs the installation. There is always somebody who does, once somebody has an account. */
@Injectable()
export class Hosts {
  constructor(
    private readonly auth: AuthPort,
    private readonly transaction: TenantTransaction,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async isHost(personId: string): Promise<boolean> {
    const rows: unknown[] = await this.transaction.lookUp((manager) => manager.query('SELECT 1 FROM host WHERE person_id = $1', [personId]));
    return rows.length > 0;
  }

  /** Longest there first. */
  list(): Promise<HostPerson[]> {
    return this.transaction.together(async (manager) => {
      const rows: { id: string; namedAt: Date }[] = await manager.query('SELECT person_id AS id, named_at AS "namedAt" FROM host ORDER BY named_at, person_id');
      const people = new Map((await this.auth.peopleOf(manager, rows.map(({ id }) => id))).map((person) => [person.id, person]));
      return rows.flatMap(({ id, namedAt }) => {
        const person = people.get(id);
        return person === undefined ? [] : [{ person, namedAt }];
      });
    });
  }

  /** Who is one already stays one. @param by  null: the command line @throws AccountError account-not-found */
  name(email: string, by: string | null): Promise<Person> {
    return this.transaction.together(async (manager) => {
      const person = await this.auth.personByAddress(manager, email);
      if (person === null) throw new AccountError('account-not-found', { email });
      await manager.query('INSERT INTO host (person_id, named_by, named_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING', [person.id, by, this.clock()]);
      return person;
    });
  }

  /** Those that there are are held meanwhile: two who step down at one moment do so one after the other. @throws AccountError host-not-found, last-host */
  remove(personId: string): Promise<void> {
    return this.transaction.together(async (manager) => {
      const hosts: { id: string }[] = await manager.query('SELECT person_id AS id FROM host ORDER BY person_id FOR UPDATE');
      if (!hosts.some(({ id }) => id === personId)) throw new AccountError('host-not-found');
      if (hosts.length === 1) throw new AccountError('last-host');
      await manager.query('DELETE FROM host WHERE person_id = $1', [personId]);
    });
  }

  /** By its address, for the command line. @throws AccountError account-not-found, host-not-found, last-host */
  async removeAt(email: string): Promise<Person> {
    const person = await this.transaction.lookUp((manager) => this.auth.personByAddress(manager, email));
    if (person === null) throw new AccountError('account-not-found', { email });
    await this.remove(person.id);
    return person;
  }
}

/** Whoever opens the house runs it, as long as nobody does. In the transaction that makes the account. */
export async function becomeFirstHost(manager: EntityManager, personId: string): Promise<void> {
  await manager.query('INSERT INTO host (person_id) SELECT $1 WHERE NOT EXISTS (SELECT FROM host)', [personId]);
}

/** Before an account is deleted, in the transaction that does: as long as anybody else has one, somebody runs the house. @throws AccountError last-host-leaves */
export async function checkHostsLeft(manager: EntityManager, personId: string): Promise<void> {
  const hosts: { id: string }[] = await manager.query('SELECT person_id AS id FROM host ORDER BY person_id FOR UPDATE');
  if (hosts.length !== 1 || hosts[0]?.id !== personId) return;
  const others: unknown[] = await manager.query('SELECT 1 FROM auth."user" WHERE id <> $1 LIMIT 1', [personId]);
  if (others.length > 0) throw new AccountError('last-host-leaves');
}
