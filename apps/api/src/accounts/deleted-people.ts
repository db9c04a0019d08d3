import type { Pool } from 'pg';
import type { EntityManager } from 'typeorm';
import { AccountError } from './account-error.js';
import type { Person } from './auth-port.js';

/** Who comes by a directory proves to be themselves by having come from there so lately. */
const RECENT_SECONDS = 600;

/** Sessions, passwords and second factors go with the row of the person; what a step under way remembers holds the identifier or the address in its text. */
export async function deleteAccount(manager: EntityManager, { id, email }: Pick<Person, 'id' | 'email'>): Promise<void> {
  await manager.query('DELETE FROM auth.verification WHERE position($1 IN value || identifier) > 0 OR position($2 IN value || identifier) > 0', [id, email]);
  await manager.query('DELETE FROM auth."user" WHERE id = $1', [id]);
}

/** Sessions and steps of signing in whose time is over. */
export async function deleteExpired(pool: Pool, now: Date): Promise<void> {
  for (const table of ['session', 'verification']) await pool.query(`DELETE FROM ${table} WHERE "expiresAt" < $1`, [now]);
  await pool.query('DELETE FROM directory_attempt WHERE expires_at < $1', [now]);
}

export async function hasPassword(pool: Pool, personId: string): Promise<boolean> {
  const { rowCount } = await pool.query('SELECT 1 FROM account WHERE "userId" = $1 AND password IS NOT NULL', [personId]);
  return rowCount !== 0;
}

/** Whom a directory vouches for has nothing to give again here: they come from there anew. @throws AccountError sign-in-again */
export async function proveRecent(pool: Pool, sessionId: string): Promise<void> {
  const { rowCount } = await pool.query('SELECT 1 FROM session WHERE id = $1 AND "createdAt" > now() - make_interval(secs => $2)', [sessionId, RECENT_SECONDS]);
  if (rowCount === 0) throw new AccountError('sign-in-again');
}
