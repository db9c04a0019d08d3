import { randomBytes } from 'node:crypto';
import { chmod, mkdir, open, readFile, rename, stat, statfs, unlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { StartError } from '../config/start-error.js';
import { hasCode } from '../config/system-error.js';
import type { DatabaseAccount } from './embedded-binaries.js';

/** Files of the embedded database inside the data folder. */
export interface DataFolder {
  path: string;
  /** The cluster itself, made by initdb. */
  cluster: string;
  /** What the server says, kept from the last start. */
  log: string;
  /** Held while a start decides what to do. */
  openingLock: string;
  settings: string;
}

const serverSettings = z.object({ port: z.number().int().min(1).max(65_535).nullable(), password: z.string().min(16) });
/** Password of the embedded server, and the port it last listened on (null: not yet). */
export type ServerSettings = z.infer<typeof serverSettings>;

/** A new cluster takes 40 MB and the log of its first writes as much again. */
const ROOM_FOR_NEW_BYTES = 200 * 1024 ** 2;
const ROOM_TO_START_BYTES = 32 * 1024 ** 2;
const PERMISSIONS = 0o7777;
const OTHERS_MAY_ENTER = 0o001;
const GROUP_MAY_ENTER = 0o010;

/** Paths inside a data folder. */
export function dataFolderAt(path: string): DataFolder {
  return {
    path,
    cluster: join(path, 'database'),
    log: join(path, 'database.log'),
    openingLock: join(path, 'opening.lock'),
    settings: join(path, 'database-server.json'),
  };
}

/**
 * Makes the data folder when missing and makes sure that it can be written.
 * Others may enter it, not list it: the user postgres has to pass when root starts Portée.
 * @throws StartError  data-folder-unwritable, disk-full
 */
export async function prepareDataFolder(folder: DataFolder): Promise<void> {
  const trial = join(folder.path, `.trial-${process.pid}`);
  try {
    await mkdir(folder.path, { recursive: true, mode: 0o711 });
    await writeFile(trial, 'portee');
    await unlink(trial);
  } catch (cause) {
    throw folderError(folder.path, cause);
  }
  const { bavail, bsize } = await statfs(folder.path);
  const needed = (await hasCluster(folder)) ? ROOM_TO_START_BYTES : ROOM_FOR_NEW_BYTES;
  if (bavail * bsize < needed) throw new StartError({ reason: 'disk-full', folder: folder.path });
}

/** Whether a cluster was made here. */
async function hasCluster(folder: DataFolder): Promise<boolean> {
  return (await majorVersion(folder)) !== null;
}

/** PostgreSQL version that made the cluster ("18"); null: there is none yet. */
export async function majorVersion(folder: DataFolder): Promise<string | null> {
  try {
    return (await readFile(join(folder.cluster, 'PG_VERSION'), 'utf8')).trim();
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'ENOTDIR')) return null;
    throw folderError(folder.path, error);
  }
}

/** Lets the account of the database enter the data folder itself, when that folder is ours to open. */
export async function openFolderTo(path: string, account: DatabaseAccount): Promise<void> {
  const { mode, uid } = await stat(path);
  if (uid !== account.uid && uid === process.getuid?.()) await chmod(path, (mode & PERMISSIONS) | GROUP_MAY_ENTER | OTHERS_MAY_ENTER);
}

/**
 * Makes sure that another account can pass through all parents of a path.
 * @throws StartError  data-folder-unreachable, naming the first closed folder
 */
export async function assureReachable(path: string, account: DatabaseAccount): Promise<void> {
  const parents: string[] = [];
  for (let parent = path; dirname(parent) !== parent; parent = dirname(parent)) parents.unshift(parent);
  for (const parent of parents) {
    const { mode, uid, gid } = await stat(parent);
    const isOpen = uid === account.uid || (mode & OTHERS_MAY_ENTER) !== 0 || (gid === account.gid && (mode & GROUP_MAY_ENTER) !== 0);
    if (!isOpen) throw new StartError({ reason: 'data-folder-unreachable', folder: parent, user: account.name });
  }
}

/** Password and port of the embedded server, made at the first start and kept for its owner's eyes alone. */
export async function readServerSettings(folder: DataFolder): Promise<ServerSettings> {
  try {
    return serverSettings.parse(JSON.parse(await readFile(folder.settings, 'utf8')));
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) throw folderError(folder.path, error);
    const settings = { port: null, password: randomBytes(24).toString('base64url') };
    await writeServerSettings(folder, settings);
    return settings;
  }
}

/** Writes them whole or not at all: a start cut short never loses the password. */
export async function writeServerSettings(folder: DataFolder, settings: ServerSettings): Promise<void> {
  const draft = `${folder.settings}.${process.pid}`;
  try {
    const file = await open(draft, 'w', 0o600);
    await file.writeFile(JSON.stringify(settings));
    await file.sync();
    await file.close();
    await rename(draft, folder.settings);
  } catch (cause) {
    throw folderError(folder.path, cause);
  }
}

/** What an error of the file system means for the data folder. */
function folderError(folder: string, cause: unknown): unknown {
  if (hasCode(cause, 'ENOSPC', 'EDQUOT')) return new StartError({ reason: 'disk-full', folder }, { cause });
  const isRefused = hasCode(cause, 'EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'ENOENT');
  return isRefused ? new StartError({ reason: 'data-folder-unwritable', folder }, { cause }) : cause;
}
