import { resolve } from 'node:path';
import type { Command } from 'commander';
import { rowsOf } from '../archives/archive-manifest.js';
import { writeArchiveFile } from '../archives/write-archive-file.js';
import { writeBackup } from '../archives/write-backup.js';
import type { CommandLine } from './command-line.js';

export function addBackup(program: Command, line: CommandLine): void {
  program
    .command('backup')
    .description(line.words('backup.about'))
    .argument('<file>', line.words('backup.file'))
    .option('--with-key', line.words('backup.with-key'))
    .action((file: string, options: { withKey?: boolean }) => backup(line, resolve(file), options.withKey === true));
}

function backup(line: CommandLine, file: string, withKey: boolean): Promise<void> {
  return line.withInstallation(async ({ ownerUrl, secretKey }) => {
    const now = line.now();
    const manifest = await writeArchiveFile(file, now, (archive) => writeBackup({ ownerUrl, secretKey, withKey, now }, archive));
    const [organisations, rows] = [manifest.parts.filter(({ organisationId }) => organisationId !== null).length, rowsOf(manifest)];
    line.tell('backup.written', { file, organisations, rows });
    line.tell(withKey ? 'backup.key-inside' : 'backup.key-apart');
    line.answer({ file, writtenAt: manifest.writtenAt, organisations, rows, withKey }, () => []);
  });
}
