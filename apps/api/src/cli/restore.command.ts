import { resolve } from 'node:path';
import type { Command } from 'commander';
import { ArchiveError } from '../archives/archive-error.js';
import { rowsOf } from '../archives/archive-manifest.js';
import { keyFingerprint } from '../archives/key-fingerprint.js';
import { assureKnown } from '../archives/migration-steps.js';
import { type OpenedArchive, openArchive } from '../archives/open-archive.js';
import { restoreInstallation } from '../archives/restore-installation.js';
import { CommandError } from './command-error.js';
import type { CommandLine } from './command-line.js';

interface RestoreOptions {
  replace?: boolean;
  yes?: boolean;
  secretKeyStdin?: boolean;
}

export function addRestore(program: Command, line: CommandLine): void {
  program
    .command('restore')
    .description(line.words('restore.about'))
    .argument('<file>', line.words('restore.file'))
    .option('--replace', line.words('restore.replace', { word: line.words('restore.word') }))
    .option('--yes', line.words('restore.yes'))
    .option('--secret-key-stdin', line.words('restore.secret-key'))
    .action((file: string, options: RestoreOptions) => restore(line, resolve(file), options));
}

async function restore(line: CommandLine, file: string, options: RestoreOptions): Promise<void> {
  const archive = await openArchive(file);
  try {
    assureKnown(archive.manifest.migrations);
    await archive.check();
    await restoreWhole(line, archive, options);
  } finally {
    archive.close();
  }
}

async function restoreWhole(line: CommandLine, archive: OpenedArchive, options: RestoreOptions): Promise<void> {
  const { manifest } = archive;
  const given = options.secretKeyStdin === true ? await line.terminal.readSecret(line.words('restore.ask-key')) : await archive.secretKey();
  if (given !== null && keyFingerprint(given) !== manifest.keyFingerprint) throw new ArchiveError('archive-wrong-key');
  const replaces = options.replace === true;
  if (replaces && options.yes !== true) await confirm(line);
  await line.withInstallation(async ({ ownerUrl, secretKey }) => {
    const isSameKey = keyFingerprint(secretKey) === manifest.keyFingerprint;
    await restoreInstallation({ ownerUrl, secretKey, replaces, previousKey: isSameKey ? null : given }, archive);
    const organisations = manifest.parts.filter(({ organisationId }) => organisationId !== null).length;
    line.tell('restore.done', { writtenAt: manifest.writtenAt, organisations, rows: rowsOf(manifest) });
    if (!isSameKey && given === null) line.tell('restore.other-key');
    line.answer({ kind: manifest.kind, writtenAt: manifest.writtenAt, organisations, rows: rowsOf(manifest), opensSecrets: isSameKey || given !== null }, () => []);
  });
}

/** @throws CommandError restore-unconfirmed */
async function confirm(line: CommandLine): Promise<void> {
  const word = line.words('restore.word');
  const typed = await line.terminal.readLine(line.words('restore.ask', { word }));
  if (typed.trim().toLowerCase() !== word) throw new CommandError('restore-unconfirmed');
}
