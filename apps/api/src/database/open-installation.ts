import type { Environment } from '../config/env.js';
import { keepSecretKey } from '../config/secret-key.js';
import { StartError, type StartProblem } from '../config/start-error.js';
import { MigrationError, migrateDatabase } from './migrate-database.js';
import { type DatabaseServer, openDatabaseServer } from './open-database-server.js';

/** A database that is open, at the version of this program, and the key that goes with it. */
export interface Installation extends DatabaseServer {
  secretKey: string;
  /** Address for the application's role. */
  applicationUrl: string;
  /** Address for the queue's role. */
  queueUrl: string;
}

/**
 * Opens the database server, finds or makes the secret key, and migrates: what the program and every
 * command do first. Call `stop()` at the end, whatever happened.
 * @throws StartError
 */
export async function openInstallation(environment: Environment, purpose: 'serve' | 'command'): Promise<Installation> {
  const server = await openDatabaseServer(environment, { purpose });
  try {
    const secretKey = await keepSecretKey(environment);
    const addresses = await migrateDatabase(server.ownerUrl, secretKey);
    return { ...server, ...addresses, secretKey };
  } catch (error) {
    await server.stop();
    throw startErrorOf(error, environment.dataFolder);
  }
}

const MIGRATION_PROBLEMS: Partial<Record<MigrationError['reason'], StartProblem>> = {
  'newer-than-program': { reason: 'database-newer' },
  'needs-create-role': { reason: 'database-rights' },
};

function startErrorOf(error: unknown, folder: string): unknown {
  if (isDiskFull(error)) return new StartError({ reason: 'disk-full', folder }, { cause: error });
  const problem = error instanceof MigrationError ? MIGRATION_PROBLEMS[error.reason] : undefined;
  return problem ? new StartError(problem, { cause: error }) : error;
}

/** SQLSTATE disk_full, wherever it hides in the chain of causes. */
function isDiskFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? error.code : 'driverError' in error && isDiskFull(error.driverError) ? '53100' : null;
  return code === '53100' || code === 'ENOSPC' || isDiskFull(error.cause);
}
