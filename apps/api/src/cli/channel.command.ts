import { type Channel, channelKinds, type CreateChannel } from '@portee/shared';
import type { Command } from 'commander';
import { OrganisationsService } from '../accounts/organisations.service.js';
import { ChannelsService } from '../channels/channels.service.js';
import { listNetworks } from '../networks/registry.js';
import type { CommandLine } from './command-line.js';
import { findByName } from './find-channel.js';
import { textTable } from './text-table.js';
import { choice, taking } from './values.js';

interface AddOptions {
  organisation: string;
  network: string;
  name: string;
  externalId?: string;
  kind?: NonNullable<CreateChannel['kind']>;
  audience?: string;
  parent?: string;
  timeZone?: string;
}

export function addChannel(program: Command, line: CommandLine): void {
  const channel = program.command('channel').description(line.words('channel.about'));
  addAdd(channel, line);
  channel
    .command('list')
    .description(line.words('channel.list.about'))
    .requiredOption('--organisation <slug>', line.words('option.organisation'))
    .action(({ organisation }: { organisation: string }) => list(line, organisation));
  channel
    .command('remove')
    .description(line.words('channel.remove.about'))
    .argument('<channel>', line.words('channel.remove.id'))
    .requiredOption('--organisation <slug>', line.words('option.organisation'))
    .action((wanted: string, { organisation }: { organisation: string }) => remove(line, organisation, wanted));
}

function addAdd(channel: Command, line: CommandLine): void {
  const networks = listNetworks().map(({ network }) => network);
  channel
    .command('add')
    .description(line.words('channel.add.about'))
    .requiredOption('--organisation <slug>', line.words('option.organisation'))
    .addOption(choice('--network <network>', line.words('channel.add.network', { networks: networks.join(', ') }), networks).makeOptionMandatory())
    .requiredOption('--name <name>', line.words('channel.add.name'), taking('name', '--name'))
    .option('--external-id <id>', line.words('channel.add.external-id'))
    .addOption(choice('--kind <kind>', line.words('channel.add.kind', { kinds: channelKinds.join(', ') }), channelKinds))
    .option('--audience <audience>', line.words('channel.add.audience'), taking('name', '--audience'))
    .option('--parent <id>', line.words('channel.add.parent'), taking('identifier', '--parent'))
    .option('--time-zone <zone>', line.words('option.time-zone'), taking('time-zone', '--time-zone'))
    .action((options: AddOptions) => add(line, options));
}

function add(line: CommandLine, { organisation: slug, parent, ...wanted }: AddOptions): Promise<void> {
  return line.withServices(async (services) => {
    const organisation = await services.get(OrganisationsService).bySlug(slug);
    const created = await services.get(ChannelsService).create(organisation, { ...wanted, ...(parent === undefined ? {} : { parentChannelId: parent }) });
    line.tell('channel.added', { name: created.name, network: created.network, id: created.id });
    line.answer(created, () => [created.id]);
  });
}

function list(line: CommandLine, slug: string): Promise<void> {
  return line.withServices(async (services) => {
    const { id } = await services.get(OrganisationsService).bySlug(slug);
    const channels = await services.get(ChannelsService).list(id);
    if (channels.length === 0) line.tell('channel.none');
    line.answer(channels, () => textTable(channels.map(row)));
  });
}

function row({ id, network, name, followers, posts }: Channel): string[] {
  return [id, network, name, String(followers?.count ?? '—'), String(posts)];
}

function remove(line: CommandLine, slug: string, wanted: string): Promise<void> {
  return line.withServices(async (services) => {
    const { id } = await services.get(OrganisationsService).bySlug(slug);
    const channels = services.get(ChannelsService);
    const found = findByName(await channels.list(id), { channel: wanted, organisation: slug });
    await channels.remove(id, found.id);
    line.tell('channel.removed', { name: found.name, posts: found.posts });
    line.answer(found, () => []);
  });
}
