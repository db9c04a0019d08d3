import { resolve } from 'node:path';
import type { Command } from 'commander';
import { ArchiveError } from '../archives/archive-error.js';
import { rowsOf } from '../archives/archive-manifest.js';
import { keyFingerprint } from '../archives/key-fingerprint.js';
import { assureKnown } from '../archives/migration-steps.js';
import { type OpenedArchive, openArchive } from '../archives/open-archive.js';
import { restoreOrganisation } from '../archives/restore-organisation.js';
import { restoreInstallation } from '../archives/restore-installation.js';
import { localAddress } from '../operations/own-address.js';
import { CommandError } from './command-error.js';
import type { CommandLine } from './command-line.js';
import { textTable } from './text-table.js';

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
    await (archive.manifest.kind === 'organisation' ? restoreOne(line, archive, options) : restoreWhole(line, archive, options));
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

/** An organisation is added beside the others: it replaces none, and has no key of its own. */
async function restoreOne(line: CommandLine, archive: OpenedArchive, { replace }: RestoreOptions): Promise<void> {
  if (replace === true) throw new CommandError('restore-adds');
  await line.withInstallation(async ({ ownerUrl, secretKey }, environment) => {
    const { invitations, ...restored } = await restoreOrganisation({ ownerUrl, secretKey, now: line.now() }, archive);
    const address = environment.publicUrl ?? localAddress(environment.host, environment.port);
    const links = invitations.map(({ email, role, token }) => ({ email, role, link: `${address}/invitation#${token}` }));
    line.tell('restore.organisation', { name: restored.name, slug: restored.slug, writtenAt: archive.manifest.writtenAt, rows: rowsOf(archive.manifest) });
    if (links.length > 0) line.tell('restore.invitations');
    line.answer({ kind: archive.manifest.kind, ...restored, invitations: links }, () => textTable(links.map(({ email, role, link }) => [email, role, link])));
  });
}

/** @throws CommandError restore-unconfirmed */
async function confirm(line: CommandLine): Promise<void> {
  const word = line.words('restore.word');
  const typed = await line.terminal.readLine(line.words('restore.ask', { word }));
  if (typed.trim().toLowerCase() !== word) throw new CommandError('restore-unconfirmed');
}
