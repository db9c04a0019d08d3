import type { ClientBase } from 'pg';
import type { QueryRunner } from 'typeorm';
import { sessionSecretFrom } from '../accounts/account-settings.js';
import { resealSecondFactors } from '../accounts/second-factor-keys.js';
import { CredentialVault, vaultKeyFrom } from '../channels/credential-vault.js';
import { MIGRATION_LOCK, ownerDataSource } from '../database/migrate-database.js';
import { sqlState } from '../database/sql-state.js';
import { asking, SAME_EVERYWHERE } from './archive-connection.js';
import { ArchiveError } from './archive-error.js';
import { placeOf } from './cells.js';
import { fillPart, openStagedRows } from './fill-tables.js';
import { assureKnown, migrateToNothing, migrateUpTo } from './migration-steps.js';
import type { OpenedArchive } from './open-archive.js';
import { readStoredTables, type StoredTable } from './stored-tables.query.js';
import { LEFT_OUT } from './write-backup.js';

export interface RestoreTarget {
  ownerUrl: string;
  secretKey: string;
  /** Whether what is there may go. */
  replaces: boolean;
  /** The secret key of the installation that was backed up, where it is another one and known. */
  previousKey: string | null;
}

/** Longer than any ordinary transaction; a large import may take longer, and is left alone then. */
const LOCK_PATIENCE = '60s';
const DEADLOCK = '40P01';
const NO_LOCK = '55P03';
const TRIES = 3;

/**
 * Puts the whole installation back as it was, in one transaction: whatever ends it half-way leaves everything as it stands. The archive has been checked.
 * @throws ArchiveError archive-newer, archive-damaged, restore-not-empty, restore-busy
 */
export async function restoreInstallation(target: RestoreTarget, archive: OpenedArchive): Promise<void> {
  if (archive.manifest.kind !== 'installation') throw new ArchiveError('archive-not-ours');
  assureKnown(archive.manifest.migrations);
  const source = await ownerDataSource(target.ownerUrl).initialize();
  try {
    await restorePatiently(() => tryRestore(source.createQueryRunner(), target, archive));
    await source.query('ANALYZE');
  } finally {
    await source.destroy();
  }
}

async function restorePatiently(attempt: () => Promise<boolean>): Promise<void> {
  for (let tried = 0; tried < TRIES; tried += 1) if (await attempt()) return;
  throw new ArchiveError('restore-busy');
}

/** False: a transaction of the running program and this one waited for each other. */
async function tryRestore(runner: QueryRunner, target: RestoreTarget, archive: OpenedArchive): Promise<boolean> {
  await runner.startTransaction();
  try {
    await restoreIn(runner, target, archive);
    await runner.commitTransaction();
    return true;
  } catch (error) {
    await runner.rollbackTransaction().catch(() => undefined); // a connection that broke has rolled back
    if (sqlState(error) === NO_LOCK) throw new ArchiveError('restore-busy', {}, { cause: error });
    if (sqlState(error) === DEADLOCK) return false;
    throw error;
  } finally {
    await runner.release();
  }
}

async function restoreIn(runner: QueryRunner, target: RestoreTarget, archive: OpenedArchive): Promise<void> {
  const client: ClientBase = await runner.connect();
  await takeEverything(client);
  if (!target.replaces && (await isInUse(client))) throw new ArchiveError('restore-not-empty');
  await migrateToNothing(runner);
  await migrateUpTo(runner, new Set(archive.manifest.migrations));
  await fillInstallation(client, archive);
  await migrateUpTo(runner, 'newest');
  if (target.previousKey !== null) await reseal(runner, target.previousKey, target.secretKey);
}

/** Nobody reads or writes, and nobody migrates, from here to the end. */
async function takeEverything(client: ClientBase): Promise<void> {
  await client.query('SELECT pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
  await client.query(`SET LOCAL lock_timeout = '${LOCK_PATIENCE}'; ${SAME_EVERYWHERE}`);
  const tables = await readStoredTables(asking(client));
  if (tables.length > 0) await client.query(`LOCK TABLE ${tables.map(placeOf).join(', ')} IN ACCESS EXCLUSIVE MODE`);
}

/** An installation with a person or an organisation in it. */
async function isInUse(client: ClientBase): Promise<boolean> {
  const [found] = await asking(client)('SELECT EXISTS (SELECT 1 FROM organisation_ids()) OR EXISTS (SELECT 1 FROM auth."user") AS used');
  return found?.['used'] === true;
}

/** Fills empty tables at the level of the archive. */
export async function fillInstallation(client: ClientBase, { manifest, stream }: OpenedArchive): Promise<void> {
  const tables = (await readStoredTables(asking(client))).filter(({ schema, table }) => !LEFT_OUT.includes(`${schema}.${table}`));
  const ofPart = (isTenant: boolean): StoredTable[] => tables.filter((stored) => stored.isTenant === isTenant);
  await openStagedRows(client, tables);
  // What belongs to nobody comes first: rows of organisations refer to it, and it to none of them.
  const parts = manifest.parts.toSorted((one, other) => Number(one.organisationId !== null) - Number(other.organisationId !== null));
  for (const part of parts) await fillPart({ client, tables: ofPart(part.organisationId !== null), stream }, part, part.organisationId);
}

/** What was encrypted with the key of the installation that was backed up is, from now on, with the key of this one. */
async function reseal({ manager }: QueryRunner, before: string, now: string): Promise<void> {
  await new CredentialVault(vaultKeyFrom(now)).rewrapKeys(manager, vaultKeyFrom(before));
  await resealSecondFactors(manager, sessionSecretFrom(before), sessionSecretFrom(now));
}
