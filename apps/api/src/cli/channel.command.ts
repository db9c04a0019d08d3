import type { INestApplicationContext } from '@nestjs/common';
import { type Channel, channelKinds, type CreateChannel } from '@portee/shared';
import type { Command } from 'commander';
import type { EntityManager } from 'typeorm';
import { OrganisationsService } from '../accounts/organisations.service.js';
import { ChannelsService } from '../channels/channels.service.js';
import { connectChannel } from '../channels/connect-channel.js';
import { type ChannelKey, Credentials } from '../channels/credentials.js';
import { pauseChannel, resumeChannel } from '../channels/pause-channel.js';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { findNetwork, listNetworks } from '../networks/registry.js';
import { holdLedger } from '../posts/hold-ledger.js';
import { DeleteChannel } from '../privacy/delete-channel.service.js';
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
  address?: string;
  tokenStdin?: boolean;
}

interface RemoveOptions { organisation: string; fromClosedMonths?: boolean }

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
    .option('--from-closed-months', line.words('channel.remove.from-closed-months'))
    .action((wanted: string, options: RemoveOptions) => remove(line, wanted, options));
  for (const [name, act] of [['pause', pause], ['resume', resume]] as const) {
    channel
      .command(name)
      .description(line.words(`channel.${name}.about`))
      .argument('<channel>', line.words('channel.remove.id'))
      .requiredOption('--organisation <slug>', line.words('option.organisation'))
      .action((wanted: string, { organisation }: { organisation: string }) => act(line, organisation, wanted));
  }
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
    .option('--address <address>', line.words('channel.add.address'))
    .option('--token-stdin', line.words('channel.add.token'))
    .action((options: AddOptions) => add(line, options));
}

function add(line: CommandLine, { organisation: slug, parent, address, tokenStdin, ...wanted }: AddOptions): Promise<void> {
  return line.withServices(async (services) => {
    const organisation = await services.get(OrganisationsService).bySlug(slug);
    const token = tokenStdin === true ? await line.terminal.readSecret(line.words('channel.add.ask-token')) : null;
    const created = await services.get(ChannelsService).create(organisation, { ...wanted, ...(parent === undefined ? {} : { parentChannelId: parent }) });
    line.tell('channel.added', { name: created.name, network: created.network, id: created.id });
    if (wanted.externalId !== undefined && isReachable(wanted.network, { address, token })) {
      await connect(services, { organisationId: organisation.id, channelId: created.id }, { externalId: wanted.externalId, address, token, now: line.now() });
      line.tell('channel.connected', { name: created.name });
    }
    line.answer(created, () => [created.id]);
  });
}

/** Whether what was given is enough to ask the network: its server's address where it has several, a token where it wants one. */
function isReachable(network: string, given: { address: string | undefined; token: string | null }): boolean {
  const connect = findNetwork(network)?.descriptor.connect;
  if (!connect) return false;
  const find = connect.ways.find(({ way }) => way === 'find');
  const needsAddress = connect.ways.some(({ settings }) => settings.some(({ name }) => name === 'address'));
  return (given.token !== null || find !== undefined) && (given.address !== undefined || !needsAddress);
}

function connect(services: INestApplicationContext, key: ChannelKey, given: { externalId: string; address: string | undefined; token: string | null; now: Date }): Promise<void> {
  const { externalId, address, token, now } = given;
  const secret = token === null ? null : { accessToken: token, refreshToken: null, renewAt: null, expiresAt: null, scopes: [] };
  const connection = { externalId, settings: address === undefined ? {} : { address: address.replace(/\/+$/, '') }, secret, now };
  return services.get(TenantTransaction).run(key.organisationId, async (manager) => {
    await holdLedger(manager, key.organisationId);
    await connectChannel(manager, { key, connection }, services.get(Credentials));
  });
}

function pause(line: CommandLine, organisation: string, wanted: string): Promise<void> {
  return changeChannel(line, { organisation, wanted, told: 'channel.paused' }, pauseChannel);
}

function resume(line: CommandLine, organisation: string, wanted: string): Promise<void> {
  return changeChannel(line, { organisation, wanted, told: 'channel.resumed' }, (manager, key) => resumeChannel(manager, key, line.now()));
}

interface Told { organisation: string; wanted: string; told: 'channel.paused' | 'channel.resumed' }

function changeChannel(line: CommandLine, { organisation: slug, wanted, told }: Told, change: (manager: EntityManager, key: ChannelKey) => Promise<unknown>): Promise<void> {
  return line.withServices(async (services) => {
    const { id: organisationId } = await services.get(OrganisationsService).bySlug(slug);
    const channels = services.get(ChannelsService);
    const { id: channelId } = findByName(await channels.list(organisationId), { channel: wanted, organisation: slug });
    await services.get(TenantTransaction).run(organisationId, (manager) => change(manager, { organisationId, channelId }));
    const changed = await channels.one(organisationId, channelId);
    line.tell(told, { name: changed.name });
    line.answer(changed, () => []);
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

function remove(line: CommandLine, wanted: string, { organisation: slug, fromClosedMonths = false }: RemoveOptions): Promise<void> {
  return line.withServices(async (services) => {
    const { id } = await services.get(OrganisationsService).bySlug(slug);
    const found = findByName(await services.get(ChannelsService).list(id), { channel: wanted, organisation: slug });
    await services.get(DeleteChannel).run({ organisationId: id, channelId: found.id }, { fromClosedMonths });
    line.tell('channel.removed', { name: found.name, posts: found.posts });
    line.answer(found, () => []);
  });
}
