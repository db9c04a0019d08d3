import type { EntityManager } from 'typeorm';
import { AccountError } from '../accounts/account-error.js';
import { Channel } from '../channels/channel.entity.js';
import { createChannel } from '../channels/channels.service.js';
import type { FileChannel } from '../networks/core/export-reader.js';
import type { SeenChannel } from './file-channels.js';

/** Why no channel could be found for a file. */
export class UnresolvedFile extends Error {
  constructor(
    readonly reason: 'file-of-another-page' | 'file-of-another-network' | 'channel-needed' | 'channel-limit' | 'nothing-left',
    readonly params: Record<string, string | number> = {},
  ) {
    super(reason);
  }
}

/** What a file's rows are to be written to. */
export interface ResolvedChannels {
  /** By the numbers of the staged rows; rows of other numbers are left out. */
  channels: Map<number, Channel>;
  /** Channels of the file that are not the target. */
  leftOut: SeenChannel[];
  created: number;
  /** A channel that now takes its network's identifier from the file. */
  adoptedChannelId: string | null;
}

export interface ResolveRequest {
  organisation: { id: string; timeZone: string };
  importId: string;
  seen: readonly SeenChannel[];
  /** Chosen by the person before sending. */
  chosenId: string | null;
  /** A network's own file may hold other pages of a portfolio, or collaborators: one channel is meant. Portée CSV means all. */
  oneChannel: boolean;
}

/**
 * Finds or makes the channels of a file: the one chosen; else those the organisation already has; else, for a
 * network's own file, the page with most rows. @throws UnresolvedFile
 */
export async function resolveChannels(manager: EntityManager, request: ResolveRequest): Promise<ResolvedChannels> {
  const own = await manager.findBy(Channel, { organisationId: request.organisation.id });
  if (request.chosenId !== null) return resolveChosen(manager, request, own.find(({ id }) => id === request.chosenId));
  if (request.seen.some(({ channel }) => channel.network === '')) throw new UnresolvedFile('channel-needed');
  const known = request.seen.filter(({ channel }) => match(own, channel) !== undefined);
  const wanted = !request.oneChannel ? request.seen : known.length > 0 ? known : request.seen.slice(0, 1);
  const channels = new Map<number, Channel>();
  let created = 0;
  for (const { number, channel } of wanted) {
    const found = match(own, channel);
    if (!found) created += 1;
    channels.set(number, found ?? (await makeChannel(manager, request, channel)));
  }
  return { channels, leftOut: request.seen.filter(({ number }) => !channels.has(number)), created, adoptedChannelId: null };
}

async function resolveChosen(manager: EntityManager, request: ResolveRequest, chosen: Channel | undefined): Promise<ResolvedChannels> {
  if (!chosen) throw new UnresolvedFile('channel-needed');
  const ofNetwork = request.seen.filter(({ channel }) => channel.network === '' || channel.network === chosen.network);
  const [first] = request.seen;
  if (ofNetwork.length === 0) throw new UnresolvedFile('file-of-another-network', { network: first?.channel.network ?? '', channel: chosen.name });
  const target = ofNetwork.find(({ channel }) => match([chosen], channel)) ?? (chosen.externalId === null ? ofNetwork[0] : undefined);
  if (!target) throw new UnresolvedFile('file-of-another-page', { page: first?.channel.name ?? first?.channel.externalId ?? '', channel: chosen.name });
  const adopts = chosen.externalId === null && target.channel.externalId !== null;
  if (adopts) await manager.update(Channel, { organisationId: chosen.organisationId, id: chosen.id }, { externalId: target.channel.externalId });
  const leftOut = request.seen.filter((seen) => seen !== target);
  return { channels: new Map([[target.number, chosen]]), leftOut, created: 0, adoptedChannelId: adopts ? chosen.id : null };
}

/** By the network's identifier; by name where the file or the channel has none. */
function match(own: readonly Channel[], { network, externalId, name }: FileChannel): Channel | undefined {
  const alike = own.filter((channel) => channel.network === network || network === '');
  const byId = externalId === null ? undefined : alike.find((channel) => channel.externalId === externalId);
  return byId ?? alike.find((channel) => (externalId === null || channel.externalId === null) && channel.name.toLowerCase() === name?.toLowerCase());
}

async function makeChannel(manager: EntityManager, request: ResolveRequest, { network, externalId, name }: FileChannel): Promise<Channel> {
  const id = await createChannel(manager, request.organisation, {
    network, name: (name ?? externalId ?? network).slice(0, 120), ...(externalId === null ? {} : { externalId }), originId: request.importId,
  }).catch((error: unknown) => {
    throw error instanceof AccountError && error.reason === 'channel-limit' ? new UnresolvedFile('channel-limit', error.values) : error;
  });
  return manager.findOneByOrFail(Channel, { organisationId: request.organisation.id, id });
}
