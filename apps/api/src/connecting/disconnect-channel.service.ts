import { Inject, Injectable } from '@nestjs/common';
import type { Channel as ChannelView } from '@portee/shared';
import { Channel } from '../channels/channel.entity.js';
import { readChannels } from '../channels/channel-list.query.js';
import { ChannelError } from '../channels/channel-error.js';
import { findChannel } from '../channels/channels.service.js';
import { type ChannelKey, Credentials } from '../channels/credentials.js';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { CLOCK, type Clock } from '../operations/clock.js';
import { recordAct } from '../operations/record-act.js';
import { holdLedger } from '../posts/hold-ledger.js';

/** Shuts a channel's door: what was read stays, what opened it is deleted. */
@Injectable()
export class DisconnectChannel {
  constructor(private readonly transaction: TenantTransaction, private readonly credentials: Credentials, @Inject(CLOCK) private readonly clock: Clock) {}

  /** From now on the channel lives on files. @throws ChannelError channel-not-found */
  run(key: ChannelKey): Promise<ChannelView> {
    const { organisationId, channelId: id } = key;
    return this.transaction.run(organisationId, async (manager) => {
      await holdLedger(manager, organisationId);
      const { name } = await findChannel(manager, organisationId, id);
      await this.credentials.write(manager, key, { secret: null, at: this.clock() });
      await manager.update(Channel, { organisationId, id }, { state: 'file', nextDueAt: null, limitedUntil: null, failures: 0, trouble: null, troubleSince: null });
      await recordAct(manager, 'channel-disconnected', { subject: name });
      const [view] = await readChannels(manager, organisationId, id);
      if (!view) throw new ChannelError('channel-not-found');
      return view;
    });
  }
}
