import type { INestApplicationContext } from '@nestjs/common';
import type { Command } from 'commander';
import type { Organisation } from '../accounts/organisation.entity.js';
import { OrganisationsService } from '../accounts/organisations.service.js';
import { ChannelsService } from '../channels/channels.service.js';
import { listNetworks } from '../networks/registry.js';
import { CommandError } from './command-error.js';
import type { CommandLine } from './command-line.js';
import { lookFor } from './find-channel.js';
import { type ImportedFile, importFile } from './import-file.js';
import { exitCodeOf, tellImport } from './tell-import.js';
import { choice, readInstant, taking } from './values.js';

interface ImportOptions {
  organisation: string;
  channel?: string;
  network?: string;
  timeZone?: string;
  observedAt?: string;
  skipRejected?: boolean;
}

export function addImport(program: Command, line: CommandLine): void {
  const networks = listNetworks().map(({ network }) => network);
  program
    .command('import')
    .description(line.words('import.about'))
    .argument('<files...>', line.words('import.files'))
    .requiredOption('--organisation <slug>', line.words('option.organisation'))
    .option('--channel <channel>', line.words('import.channel'))
    .addOption(choice('--network <network>', line.words('import.network', { networks: networks.join(', ') }), networks))
    .option('--time-zone <zone>', line.words('import.time-zone'), taking('time-zone', '--time-zone'))
    .option('--observed-at <instant>', line.words('import.observed-at'))
    .option('--skip-rejected', line.words('import.skip-rejected'))
    .action((files: string[], options: ImportOptions) => importAll(line, files, options));
}

/** One file after the other, each whole or not at all; a refused one does not keep the next from being tried. */
function importAll(line: CommandLine, files: readonly string[], options: ImportOptions): Promise<void> {
  return line.withServices(async (services, environment) => {
    const organisation = await services.get(OrganisationsService).bySlug(options.organisation);
    const observedAt = options.observedAt === undefined ? null : readInstant('--observed-at', options.observedAt, organisation.timeZone);
    const wishes = { channelId: await channelFor(services, organisation, options), mapping: null, timeZone: options.timeZone ?? null, skipRejected: options.skipRejected ?? false };
    const done: ImportedFile[] = [];
    for (const path of files) {
      const imported = await importFile(services, { organisationId: organisation.id, at: line.now(), limit: environment.maxUploadBytes }, { path, wishes, observedAt, locale: line.language });
      tellImport(line, imported);
      done.push(imported);
    }
    line.exitCode = Math.max(...done.map(({ view }) => exitCodeOf(view)));
    line.answer(done.map(({ path, view }) => ({ file: path, ...view })), () => []);
  });
}

/** The channel named, made where there is none and its network is told; null: the file itself says which. */
async function channelFor(services: INestApplicationContext, organisation: Organisation, { channel, network, organisation: slug }: ImportOptions): Promise<string | null> {
  const channels = services.get(ChannelsService);
  const known = await channels.list(organisation.id);
  if (channel === undefined) {
    const ofNetwork = known.filter((one) => one.network === network);
    return ofNetwork.length === 1 ? (ofNetwork[0]?.id ?? null) : null;
  }
  const found = lookFor(known, { channel, network, organisation: slug });
  if (found) return found.id;
  if (network === undefined) throw new CommandError('channel-unknown', { channel, organisation: slug });
  return (await channels.create(organisation, { network, name: channel })).id;
}
