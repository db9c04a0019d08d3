import { locale } from '@portee/shared';
import { hashPassword } from 'better-auth/crypto';
import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import { z } from 'zod';
import { isUniqueViolation } from '../database/unique-violation.js';
import { AccountError } from './account-error.js';
import type { NewPerson, Person } from './auth-port.js';

/** better-auth's words are not ours: its rows are parsed like any foreign data. */
export const knownPerson = z
  .object({ id: z.string(), name: z.string(), email: z.string(), language: locale, timeZone: z.string().nullish(), twoFactorEnabled: z.boolean().nullish() })
  .transform(({ twoFactorEnabled, timeZone = null, ...person }) => ({ ...person, timeZone, hasSecondFactor: twoFactorEnabled === true }));
const PERSON = 'SELECT id, name, email, language, "timeZone", "twoFactorEnabled" FROM auth."user"';

/** An address as it is kept: small and capital letters are the same mailbox everywhere that matters. */
export function addressOf(email: string): string {
  return email.trim().toLowerCase();
}

/** Written by ourselves, in better-auth's tables, so that a person and a place in an organisation come as one. @throws AccountError email-taken */
export async function insertPerson(manager: EntityManager, { name, email, password, language, isProven = false }: NewPerson): Promise<Person> {
  const person = { id: newId(), name, email: addressOf(email), language, timeZone: null, hasSecondFactor: false };
  await refuseTaken(manager.query(`INSERT INTO auth."user" (id, name, email, "emailVerified", language) VALUES ($1, $2, $3, $4, $5)`, [person.id, person.name, person.email, isProven, language]));
  if (password !== null) await insertPassword(manager, person.id, password);
  return person;
}

export async function findPeople(manager: EntityManager, ids: readonly string[]): Promise<Person[]> {
  return knownPerson.array().parse(await manager.query(`${PERSON} WHERE id = ANY ($1)`, [ids]));
}

export async function findPersonByAddress(manager: EntityManager, email: string): Promise<Person | null> {
  const [found] = knownPerson.array().parse(await manager.query(`${PERSON} WHERE email = $1`, [addressOf(email)]));
  return found ?? null;
}

/** Puts another password in the place of theirs, or gives one to somebody who had none, and signs them out everywhere. */
export async function replacePassword(manager: EntityManager, personId: string, password: string): Promise<void> {
  const [, changed]: [unknown, number] = await manager.query(`UPDATE auth.account SET password = $2, "updatedAt" = now() WHERE "userId" = $1 AND "providerId" = 'credential'`, [personId, await hashPassword(password)]);
  if (changed === 0) await insertPassword(manager, personId, password);
  await manager.query('DELETE FROM auth.session WHERE "userId" = $1', [personId]);
}

/** The address they sign in with; whoever confirmed it has its mailbox. @throws AccountError email-taken */
export async function replaceAddress(manager: EntityManager, personId: string, { email, isProven }: { email: string; isProven: boolean }): Promise<void> {
  await refuseTaken(manager.query('UPDATE auth."user" SET email = $2, "emailVerified" = $3, "updatedAt" = now() WHERE id = $1', [personId, addressOf(email), isProven]));
}

async function insertPassword(manager: EntityManager, personId: string, password: string): Promise<void> {
  await manager.query(
    `INSERT INTO auth.account (id, "accountId", "providerId", "userId", password, "updatedAt") VALUES ($1, $2, 'credential', $2, $3, now())`,
    [newId(), personId, await hashPassword(password)],
  );
}

async function refuseTaken(writing: Promise<unknown>): Promise<void> {
  try {
    await writing;
  } catch (cause) {
    throw isUniqueViolation(cause) ? new AccountError('email-taken', {}, { cause }) : cause;
  }
}
