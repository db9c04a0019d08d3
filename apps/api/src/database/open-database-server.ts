import type { Environment } from '../config/env.js';
import type { Locale } from '@portee/shared';
import { openEmbeddedServer } from './embedded-postgres.js';
import { checkExternalDatabase } from './external-database.js';

/** The database server that this process works with. */
export interface DatabaseServer {
  /** Address with the rights of the owner: for migrations, backup and restore only. */
  ownerUrl: string;
  isEmbedded: boolean;
  /** Resolves with the reason when the embedded server died and could not be started again; never otherwise. */
  lost: Promise<unknown>;
  /** Told first when stopping begins, so that a next start waits instead of giving up. */
  announceStop(): Promise<void>;
  /** Leaves the server; the last one to leave an embedded server stops it. */
  stop(): Promise<void>;
}

/** How a process uses the database server. */
export interface OpenDatabaseOptions {
  /** `serve`: one program per data folder. `command`: joins a running server, or starts it for itself. */
  purpose: 'serve' | 'command';
  /** Where the program that serves is found: told to a second start. */
  address: string;
  language: Locale;
  /** Receives sentences of progress. */
  say: (sentence: string) => void;
}

/** A server that starts at the same time as Portée (containers, a machine that boots) is waited for. */
const STARTING_TOGETHER_MS = 15_000;

/**
 * Opens the database: the server of DATABASE_URL as it is, otherwise the embedded one of the data folder.
 * @throws StartError  with a sentence and an exit code for each thing that can be wrong
 */
export async function openDatabaseServer(environment: Environment, options: Pick<OpenDatabaseOptions, 'purpose'>): Promise<DatabaseServer> {
  const { databaseUrl, dataFolder, language, publicUrl, port } = environment;
  if (databaseUrl !== null) {
    await checkExternalDatabase(databaseUrl, options.purpose === 'command' ? 0 : STARTING_TOGETHER_MS);
    const nothing = () => Promise.resolve();
    return { ownerUrl: databaseUrl, isEmbedded: false, lost: new Promise(() => undefined), announceStop: nothing, stop: nothing };
  }
  const address = publicUrl ?? `http://localhost:${port}`;
  return openEmbeddedServer(dataFolder, { ...options, address, language, say: (sentence) => process.stderr.write(`${sentence}\n`) });
}
