import { Inject, Injectable } from '@nestjs/common';
import type { Collection, IngestionRun } from '@portee/shared';
import { Channel } from '../channels/channel.entity.js';
import { findChannel } from '../channels/channels.service.js';
import type { ChannelKey } from '../channels/credentials.js';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { holdLedger } from '../posts/hold-ledger.js';
import { CLOCK, type Clock } from '../operations/clock.js';
import { CollectQueues } from './collect-queues.js';
import { IngestError } from './ingest-error.js';
import { readCollections, readRuns } from './collections.query.js';

type Change = Partial<Pick<Channel, 'state' | 'nextDueAt' | 'failures'>>;

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
    const network = await this.change(key, (channel, now) => {
      if (channel.state !== 'connected') throw new IngestError('channel-not-connected');
      if (channel.limitedUntil !== null && channel.limitedUntil > now) throw new IngestError('channel-limited', { until: channel.limitedUntil.toISOString() });
      return { nextDueAt: now };
    });
    await this.queues.add(network, [key]);
    return this.one(key);
  }

  /** Nothing is asked any more until it is resumed; what was read stays. */
  async pause(key: ChannelKey): Promise<Collection> {
    await this.change(key, (channel) => {
      if (channel.state !== 'connected' && channel.state !== 'paused') throw new IngestError('channel-not-connected');
      return { state: 'paused' };
    });
    return this.one(key);
  }

  async resume(key: ChannelKey): Promise<Collection> {
    const network = await this.change(key, (channel, now) => {
      if (channel.state !== 'paused' || channel.externalId === null) throw new IngestError('channel-not-connected');
      return { state: 'connected', nextDueAt: now, failures: 0 };
    });
    await this.queues.add(network, [key]);
    return this.one(key);
  }

  private change({ organisationId, channelId: id }: ChannelKey, decide: (channel: Channel, now: Date) => Change): Promise<string> {
    return this.transaction.run(organisationId, async (manager) => {
      await holdLedger(manager, organisationId);
      const channel = await findChannel(manager, organisationId, id);
      await manager.update(Channel, { organisationId, id }, decide(channel, this.clock()));
      return channel.network;
    });
  }

  private async one({ organisationId, channelId }: ChannelKey): Promise<Collection> {
    const [found] = await this.transaction.run(organisationId, (manager) => readCollections(manager, { organisationId, channelId }, this.clock()));
    if (!found) throw new IngestError('channel-not-connected');
    return found;
  }
}
