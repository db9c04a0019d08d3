import { Inject, Injectable } from '@nestjs/common';
import type { Collection, IngestionRun } from '@portee/shared';
import { Channel } from '../channels/channel.entity.js';
import { ChannelError } from '../channels/channel-error.js';
import { findChannel } from '../channels/channels.service.js';
import type { ChannelKey } from '../channels/credentials.js';
import { pauseChannel, resumeChannel } from '../channels/pause-channel.js';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { holdLedger } from '../posts/hold-ledger.js';
import { CLOCK, type Clock } from '../operations/clock.js';
import { CollectQueues } from './collect-queues.js';
import { readCollections, readRuns } from './collections.query.js';

/** What people see and do of collections. */
@Injectable()
export class CollectionsService {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly queues: CollectQueues,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  list(organisationId: string): Promise<Collection[]> {
    return this.transaction.run(organisationId, (manager) => readCollections(manager, { organisationId, channelId: null }, this.clock()));
  }

  runs(key: ChannelKey, limit: number): Promise<IngestionRun[]> {
    return this.transaction.run(key.organisationId, async (manager) => {
      await findChannel(manager, key.organisationId, key.channelId);
      return readRuns(manager, key, limit);
    });
  }

  /** « Actualiser maintenant »: due at once. Asked twice, it is collected once; a wait that the network asked for stands. */
  async collectNow(key: ChannelKey): Promise<Collection> {
    const { organisationId, channelId: id } = key;
    const now = this.clock();
    const network = await this.transaction.run(organisationId, async (manager) => {
      await holdLedger(manager, organisationId);
      const channel = await findChannel(manager, organisationId, id);
      if (channel.state !== 'connected') throw new ChannelError('channel-not-connected');
      if (channel.limitedUntil !== null && channel.limitedUntil > now) throw new ChannelError('channel-limited');
      await manager.update(Channel, { organisationId, id }, { nextDueAt: now });
      return channel.network;
    });
    await this.queues.add(network, [key]);
    return this.one(key);
  }

  async pause(key: ChannelKey): Promise<Collection> {
    await this.transaction.run(key.organisationId, (manager) => pauseChannel(manager, key));
    return this.one(key);
  }

  async resume(key: ChannelKey): Promise<Collection> {
    const { network } = await this.transaction.run(key.organisationId, (manager) => resumeChannel(manager, key, this.clock()));
    await this.queues.add(network, [key]);
    return this.one(key);
  }

  private async one({ organisationId, channelId }: ChannelKey): Promise<Collection> {
    const [found] = await this.transaction.run(organisationId, (manager) => readCollections(manager, { organisationId, channelId }, this.clock()));
    if (!found) throw new ChannelError('channel-not-connected');
    return found;
  }
}
