import { resolve } from 'node:path';
import type { Command } from 'commander';
import { rowsOf } from '../archives/archive-manifest.js';
import { ExportOrganisation } from '../archives/export-organisation.service.js';
import { writeArchiveFile } from '../archives/write-archive-file.js';
import { OrganisationsService } from '../accounts/organisations.service.js';
import type { CommandLine } from './command-line.js';

export function addExport(program: Command, line: CommandLine): void {
  program
    .command('export')
    .description(line.words('export.about'))
    .argument('<file>', line.words('export.file'))
    .requiredOption('--organisation <slug>', line.words('option.organisation'))
    .action((file: string, { organisation }: { organisation: string }) => exportOne(line, resolve(file), organisation));
}

function exportOne(line: CommandLine, file: string, slug: string): Promise<void> {
  return line.withServices(async (services) => {
    const organisation = await services.get(OrganisationsService).bySlug(slug);
    const manifest = await writeArchiveFile(file, line.now(), (archive) => services.get(ExportOrganisation).write(organisation, archive));
    line.tell('export.written', { file, name: organisation.name, rows: rowsOf(manifest) });
    line.answer({ file, organisation: slug, writtenAt: manifest.writtenAt, rows: rowsOf(manifest) }, () => []);
  });
}
