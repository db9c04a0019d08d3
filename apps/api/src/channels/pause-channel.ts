import type { EntityManager } from 'typeorm';
import { holdLedger } from '../posts/hold-ledger.js';
import { Channel } from './channel.entity.js';
import { ChannelError } from './channel-error.js';
import { findChannel } from './channels.service.js';
import type { ChannelKey } from './credentials.js';

/** Nothing is asked of the channel's network any more until it is resumed; what was read stays. @throws ChannelError channel-not-connected */
export async function pauseChannel(manager: EntityManager, key: ChannelKey): Promise<Channel> {
  return change(manager, key, { from: 'connected', to: { state: 'paused' } });
}

/** The channel is due at once. @throws ChannelError channel-not-connected  where it is not paused, or was never open to collection */
export async function resumeChannel(manager: EntityManager, key: ChannelKey, now: Date): Promise<Channel> {
  return change(manager, key, { from: 'paused', to: { state: 'connected', nextDueAt: now, failures: 0 } });
}

interface StateChange {
  from: Channel['state'];
  to: Partial<Pick<Channel, 'state' | 'nextDueAt' | 'failures'>>;
}

async function change(manager: EntityManager, { organisationId, channelId: id }: ChannelKey, { from, to }: StateChange): Promise<Channel> {
  await holdLedger(manager, organisationId);
  const channel = await findChannel(manager, organisationId, id);
  // A channel that lives on files may be paused too: it has nothing to be resumed to.
  if ((channel.state !== from && channel.state !== to.state) || channel.nextDueAt === null) throw new ChannelError('channel-not-connected');
  await manager.update(Channel, { organisationId, id }, to);
  return channel;
}
