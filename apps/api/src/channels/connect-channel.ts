import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import type { AccessSecret } from '../networks/core/network-connector.js';
import { holdLedger } from '../posts/hold-ledger.js';
import { Channel } from './channel.entity.js';
import { ChannelError } from './channel-error.js';
import { findChannel } from './channels.service.js';
import type { ChannelKey, Credentials } from './credentials.js';

/** How a channel is reached from now on. */
export interface Connection {
  externalId: string;
  settings: Readonly<Record<string, string>>;
  /** null: it is read without signing in. */
  secret: AccessSecret | null;
  now: Date;
}

/**
 * Opens a channel to collection, for the first time or again: it is due at once, and all that was read of it before stays.
 * @throws ChannelError external-id-taken  where another channel is that one, or this one is another one at its network
 */
export async function connectChannel(manager: EntityManager, { key, connection }: { key: ChannelKey; connection: Connection }, credentials: Credentials): Promise<void> {
  const { organisationId, channelId: id } = key;
  const { externalId, secret, now } = connection;
  await holdLedger(manager, organisationId);
  const channel = await findChannel(manager, organisationId, id);
  if (channel.externalId !== null && channel.externalId !== externalId) throw new ChannelError('external-id-taken');
  const twin = await manager.findOneBy(Channel, { organisationId, network: channel.network, externalId });
  if (twin && twin.id !== id) throw new ChannelError('external-id-taken');
  await credentials.write(manager, key, { secret, at: now });
  // A collection on its way with the former access has nothing more to say of this one: whoever goes on with it takes it over.
  await manager.query(`UPDATE ingestion_run SET holder = $3 WHERE organisation_id = $1 AND channel_id = $2 AND state = 'running'`, [organisationId, id, newId()]);
  await manager.update(Channel, { organisationId, id }, {
    externalId, settings: connection.settings, state: 'connected', nextDueAt: now, claimedUntil: null, limitedUntil: null, failures: 0, trouble: null, troubleSince: null,
  });
}
