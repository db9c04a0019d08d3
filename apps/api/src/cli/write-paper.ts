import { writeFile } from 'node:fs/promises';
import { CommandError } from './command-error.js';

/** A document where the person wants it. @throws CommandError file-unwritable */
export async function writePaper(path: string, bytes: Buffer): Promise<void> {
  await writeFile(path, bytes).catch((cause: unknown) => {
    throw new CommandError('file-unwritable', { path }, { cause });
  });
}
