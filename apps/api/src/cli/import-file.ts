import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { INestApplicationContext } from '@nestjs/common';
import type { ImportView, Locale } from '@portee/shared';
import { ApplyImport } from '../imports/apply-import.js';
import type { ImportKey } from '../imports/import-file.js';
import { ImportsService } from '../imports/imports.service.js';
import { type ImportWishes, ReceiveImport, type Sender } from '../imports/receive-import.js';
import { CommandError } from './command-error.js';

/** Whoever holds the installation's command line may do everything. */
const ROLE = 'owner';
const PROBLEMS_TOLD = 20;
/** Between two looks at an import that a running Portée has taken in hand. */
const LOOK_AGAIN_MS = 200;

export interface WantedFile {
  path: string;
  wishes: Omit<ImportWishes, 'observedAt'>;
  /** Null: the file's date. */
  observedAt: Date | null;
  locale: Locale;
}

/** A file and what became of it. */
export interface ImportedFile {
  path: string;
  view: ImportView;
}

/**
 * Receives a file and applies it here and now, without the queue; where a running Portée was faster, waits for it.
 * @throws CommandError file-unreadable
 */
export async function importFile(services: INestApplicationContext, sender: Omit<Sender, 'role'>, file: WantedFile): Promise<ImportedFile> {
  const modifiedAt = await dateOf(file.path);
  const observedAt = file.observedAt ?? new Date(Math.min(modifiedAt.getTime(), sender.at.getTime()));
  const key = await services.get(ReceiveImport).run(
    { ...sender, role: ROLE },
    { name: basename(file.path), bytes: createReadStream(file.path), wishes: () => Promise.resolve({ ...file.wishes, observedAt }) },
  );
  return { path: file.path, view: await untilSettled(services, key, file.locale) };
}

async function dateOf(path: string): Promise<Date> {
  const found = await stat(path).catch((cause: unknown) => {
    throw new CommandError('file-unreadable', { path }, { cause });
  });
  if (!found.isFile()) throw new CommandError('file-unreadable', { path });
  return found.mtime;
}

async function untilSettled(services: INestApplicationContext, key: ImportKey, locale: Locale): Promise<ImportView> {
  for (;;) {
    await services.get(ApplyImport).run(key);
    const view = await services.get(ImportsService).one(key, { locale, problems: PROBLEMS_TOLD });
    if (view.state !== 'waiting' && view.state !== 'reading') return view;
    await pause(LOOK_AGAIN_MS);
  }
}
