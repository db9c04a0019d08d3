import type { ChildProcess } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { StartError } from '../config/start-error.js';
import { terminalMessages } from '../config/terminal-messages.js';
import type { DatabaseServer, OpenDatabaseOptions } from './open-database-server.js';
import { assureDatabase, awaitServer, embeddedUrl } from './embedded-connection.js';
import { assureReachable, dataFolderAt, majorVersion, openFolderTo, prepareDataFolder, readServerSettings, writeServerSettings } from './data-folder.js';
import { databaseAccount, findEmbeddedBinaries } from './embedded-binaries.js';
import { type EmbeddedCluster, explainLog, freePort, makeCluster, spawnServer, stopServer } from './embedded-cluster.js';
import { whileHolding } from './opening-lock.js';
import { findRunningServer } from './postmaster-file.js';
import { type UsageLocks, joinUsers } from './usage-locks.js';

/** Major version of the embedded programs; another one cannot read the cluster. */
const MAJOR_VERSION = '18';
const PATIENCE_MS = 30_000;
const RETRY_MS = 250;

/** What opening needs beside the cluster. */
interface Opening extends OpenDatabaseOptions {
  cluster: EmbeddedCluster;
  /** Kept when the program already works with it: it cannot move to another port. */
  fixedPort: number | null;
}

/** One process's place among the users of the server. */
interface Place {
  port: number;
  password: string;
  locks: UsageLocks;
}

/**
 * Opens the embedded server of a data folder: starts it, or joins the one that lives there (a command beside
 * the running program, or the server that a killed program left: its new user becomes its keeper). Whoever
 * leaves last stops it. While serving, a server that dies is started again.
 * @throws StartError
 */
export async function openEmbeddedServer(dataFolder: string, options: OpenDatabaseOptions): Promise<DatabaseServer> {
  const folder = dataFolderAt(dataFolder);
  await prepareDataFolder(folder);
  const binaries = findEmbeddedBinaries();
  const account = databaseAccount(folder.cluster);
  if (account) {
    await openFolderTo(dataFolder, account);
    await Promise.all([dataFolder, binaries.postgres].map((path) => assureReachable(path, account)));
  }
  const opening: Opening = { ...options, cluster: { binaries, account, folder }, fixedPort: null };
  return keep(opening, await takePlace(opening));
}

function keep(opening: Opening, first: Place): DatabaseServer {
  let place = first;
  let isStopping = false;
  const lost = opening.purpose === 'command' ? new Promise<never>(() => undefined) : supervise();
  return {
    ownerUrl: embeddedUrl(first),
    isEmbedded: true,
    lost,
    announceStop: async () => {
      isStopping = true;
      await place.locks.announceStop().catch(() => undefined); // it may be the server's death that stops us
    },
    stop: async () => {
      isStopping = true;
      await leave(opening.cluster, place);
    },
  };

  /** Starts the server again each time it dies; resolves with the error when that fails. */
  async function supervise(): Promise<unknown> {
    for (;;) {
      await place.locks.gone;
      if (isStopping) return new Promise<never>(() => undefined);
      try {
        place = await takePlace({ ...opening, fixedPort: first.port });
        opening.say(terminalMessages(opening.language).databaseRestarted);
      } catch (error) {
        return error;
      }
    }
  }
}

async function leave({ folder }: EmbeddedCluster, place: Place): Promise<void> {
  // A connection that is already broken means that the server died or that another keeper has it.
  const isLast = await place.locks.leave().catch(() => false);
  const server = isLast ? await findRunningServer(folder.cluster) : null;
  if (server) await stopServer(server.pid);
}

function takePlace(opening: Opening): Promise<Place> {
  return whileHolding(opening.cluster.folder.openingLock, async () => {
    const deadline = Date.now() + PATIENCE_MS;
    for (;;) {
      const place = await tryPlace(opening);
      if (place) return place;
      if (Date.now() > deadline) throw await explainLog(opening.cluster.folder);
      await pause(RETRY_MS);
    }
  });
}

/** One attempt; null: worth another, since the server is stopping, recovering or releasing its memory. */
async function tryPlace(opening: Opening): Promise<Place | null> {
  const { folder } = opening.cluster;
  const settings = await readServerSettings(folder);
  const port = await serverPort(opening, settings.password);
  if (port === null) return null;
  const locks = await joinUsers(embeddedUrl({ port, password: settings.password }, 'postgres'));
  if (!locks) return null;
  const place = { port, password: settings.password, locks };
  if (settings.port !== port) await writeServerSettings(folder, { ...settings, port });
  const isOurs = await claim(opening, place);
  if (!isOurs) return null;
  await assureDatabase(place);
  return place;
}

/** False: the program that serves is about to be gone. */
async function claim(opening: Opening, place: Place): Promise<boolean> {
  if (opening.purpose === 'command' || (await place.locks.claimService(opening.address))) return true;
  const address = await place.locks.servedAt();
  await leave(opening.cluster, place);
  if (address) throw new StartError({ reason: 'already-running', address });
  return false;
}

/** Port of a server that answers; null: it does not yet. */
async function serverPort(opening: Opening, password: string): Promise<number | null> {
  const { cluster } = opening;
  const running = await findRunningServer(cluster.folder.cluster);
  const messages = terminalMessages(opening.language);
  const onRecovery = () => opening.say(messages.recoveringDatabase);
  if (running) return (await awaitServer({ port: running.port, password, child: null, onRecovery })) ? running.port : null;
  await assureCluster(opening, password);
  const port = opening.fixedPort ?? (await freePort((await readServerSettings(cluster.folder)).port));
  const child = await spawnServer(cluster, port);
  if (await awaitServer({ port, password, child, onRecovery })) return port;
  await refuseHopeless(cluster, child);
  return null;
}

async function assureCluster({ cluster, language, say }: Opening, password: string): Promise<void> {
  const found = await majorVersion(cluster.folder);
  if (found === MAJOR_VERSION) return;
  if (found !== null) throw new StartError({ reason: 'data-folder-other-version', folder: cluster.folder.path, found, expected: MAJOR_VERSION });
  say(terminalMessages(language).preparingDatabase);
  await makeCluster(cluster, password);
}

/** A full disk does not empty itself in thirty seconds. */
async function refuseHopeless({ folder }: EmbeddedCluster, child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) return;
  const problem = await explainLog(folder);
  if (problem.problem.reason === 'disk-full') throw problem;
}
