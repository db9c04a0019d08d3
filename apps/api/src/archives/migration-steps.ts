import type { QueryRunner } from 'typeorm';
import { migrations } from '../database/migrations/index.js';
import type { Ask } from './archive-connection.js';
import { ArchiveError } from './archive-error.js';

const byName = new Map(migrations.map((Migration) => [new Migration().name, Migration]));

/** Names of the migrations that a database has seen, oldest first. */
export async function readMigrations(ask: Ask): Promise<string[]> {
  return (await ask('SELECT name FROM portee_migration ORDER BY timestamp, id')).map(({ name }) => String(name));
}

/** @throws ArchiveError archive-newer  where one of them is not of this program */
export function assureKnown(names: readonly string[]): void {
  const unknown = names.find((name) => !byName.has(name));
  if (unknown !== undefined) throw new ArchiveError('archive-newer');
}

/** Takes back every migration of the database, latest first, in the running transaction: no table is left. */
export async function migrateToNothing(runner: QueryRunner): Promise<void> {
  for (const name of (await readMigrations((sql) => runner.query(sql))).toReversed()) {
    await stepOf(name).down(runner);
    await runner.query('DELETE FROM portee_migration WHERE name = $1', [name]);
  }
}

/** Runs those of the named migrations that the database has not seen, in the order of the program and in the running transaction. */
export async function migrateUpTo(runner: QueryRunner, wanted: ReadonlySet<string> | 'newest'): Promise<void> {
  const seen = new Set(await readMigrations((sql) => runner.query(sql)));
  for (const name of byName.keys()) {
    if (seen.has(name) || (wanted !== 'newest' && !wanted.has(name))) continue;
    await stepOf(name).up(runner);
    await runner.query('INSERT INTO portee_migration (timestamp, name) VALUES ($1, $2)', [Number(/\d+$/.exec(name)?.[0]), name]);
  }
}

function stepOf(name: string) {
  const Migration = byName.get(name);
  if (Migration === undefined) throw new ArchiveError('archive-newer');
  return new Migration();
}
