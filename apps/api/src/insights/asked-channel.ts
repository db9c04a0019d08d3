import type { EntityManager } from 'typeorm';
import { findChannel } from '../channels/channels.service.js';

/** For the rooms that know insights and not channels. @throws ChannelError channel-not-found  where the organisation has no such channel */
export async function requireChannel(manager: EntityManager, organisationId: string, id: string): Promise<void> {
  await findChannel(manager, organisationId, id);
}
