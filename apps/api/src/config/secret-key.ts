import { randomBytes, randomUUID } from 'node:crypto';
import { link, readFile, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { hasCode } from './system-error.js';
import type { Environment } from './env.js';

const KEY_BYTES = 32;

/** File of the kept key, inside the data folder. */
export const SECRET_KEY_FILE = 'secret-key';

/**
 * The installation's secret key: the one given, or the one made once and kept in the data folder,
 * readable by its owner alone. The folder must exist.
 */
export async function keepSecretKey({ secretKey, dataFolder }: Pick<Environment, 'secretKey' | 'dataFolder'>): Promise<string> {
  if (secretKey !== null) return secretKey;
  const file = join(dataFolder, SECRET_KEY_FILE);
  return (await readKey(file)) ?? (await makeKey(file));
}

async function makeKey(file: string): Promise<string> {
  const draft = `${file}.${randomUUID()}`;
  await writeFile(draft, randomBytes(KEY_BYTES).toString('base64url'), { mode: 0o600 });
  try {
    // A link appears whole and only once: of two simultaneous starts, the second reads the first one's key.
    await link(draft, file);
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
  } finally {
    await unlink(draft);
  }
  return (await readFile(file, 'utf8')).trim();
}

async function readKey(file: string): Promise<string | null> {
  try {
    return (await readFile(file, 'utf8')).trim() || null;
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null;
    throw error;
  }
}
