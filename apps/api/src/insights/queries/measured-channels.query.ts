import type { EntityManager } from 'typeorm';
import { Channel } from '../../channels/channel.entity.js';
import { networkOf } from '../../networks/registry.js';
import type { MeasuredChannel } from '../../posts/channel-months.js';

/** The organisation's channels, or the one named, with the definitions of their network. */
export async function readMeasuredChannels(manager: EntityManager, organisationId: string, id?: string): Promise<MeasuredChannel[]> {
  const channels = await manager.find(Channel, { where: { organisationId, ...(id === undefined ? {} : { id }) }, order: { name: 'ASC', id: 'ASC' } });
  return channels.map((channel) => ({ organisationId, id: channel.id, definitions: networkOf(channel.network).definitions.filter(({ level }) => level === 'post') }));
}
