import { Injectable } from '@nestjs/common';
import { monthlyReport } from '@portee/shared';
import type { EntityManager } from 'typeorm';
import { Channel } from '../channels/channel.entity.js';
import { findChannel } from '../channels/channels.service.js';
import type { ChannelKey } from '../channels/credentials.js';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { recordAct } from '../operations/record-act.js';
import { holdLedger } from '../posts/hold-ledger.js';
import { type Amounts, readChannelAmounts } from './deleted-amounts.query.js';
import { withoutChannel } from './without-channel.js';

/** Deletes a channel with everything that was read or said of it. */
@Injectable()
export class DeleteChannel {
  constructor(private readonly transaction: TenantTransaction) {}

  /** What would go. @throws ChannelError channel-not-found */
  amounts({ organisationId, channelId }: ChannelKey): Promise<Amounts> {
    return this.transaction.run(organisationId, async (manager) => {
      await findChannel(manager, organisationId, channelId);
      return readChannelAmounts(manager, { organisationId, channelId });
    });
  }

  /**
   * A collection under way finds its channel gone at its next page and writes nothing more; a job that waits does nothing.
   * @param fromClosedMonths  take it out of the reports of closed months too, which else stay as they were closed
   * @throws ChannelError channel-not-found
   */
  run({ organisationId, channelId }: ChannelKey, { fromClosedMonths }: { fromClosedMonths: boolean }): Promise<void> {
    return this.transaction.run(organisationId, async (manager) => {
      await holdLedger(manager, organisationId);
      const { name } = await findChannel(manager, organisationId, channelId);
      if (fromClosedMonths) await leaveClosedMonths(manager, { organisationId, channelId });
      await leaveImports(manager, { organisationId, channelId });
      await manager.query(`DELETE FROM webhook_delivery WHERE organisation_id = $1 AND facts->>'channelId' = $2`, [organisationId, channelId]);
      await manager.delete(Channel, { organisationId, id: channelId });
      await recordAct(manager, 'channel-removed', { subject: name });
    });
  }
}

/** A file that was for this channel alone goes; one that told of others too no longer says that it told of this one. */
async function leaveImports(manager: EntityManager, { organisationId, channelId }: ChannelKey): Promise<void> {
  const values = [organisationId, channelId];
  await manager.query(
    `DELETE FROM import WHERE organisation_id = $1 AND ((channel_id = $2 AND channel_ids <@ ARRAY[$2]::uuid[]) OR (channel_ids <> '{}' AND channel_ids <@ ARRAY[$2]::uuid[]))`,
    values,
  );
  await manager.query(
    `UPDATE import SET channel_ids = array_remove(channel_ids, $2), channel_id = nullif(channel_id, $2), adopted_channel_id = nullif(adopted_channel_id, $2)
     WHERE organisation_id = $1 AND ($2 = ANY (channel_ids) OR channel_id = $2 OR adopted_channel_id = $2)`,
    values,
  );
}

async function leaveClosedMonths(manager: EntityManager, { organisationId, channelId }: ChannelKey): Promise<void> {
  const closed = await manager.query<{ month: string; report: unknown }[]>(
    `SELECT month, report FROM month_review WHERE organisation_id = $1 AND position($2 IN report::text) > 0`,
    [organisationId, channelId],
  );
  for (const { month, report } of closed) {
    const left = withoutChannel(monthlyReport.parse(report), channelId);
    await manager.query('UPDATE month_review SET report = $3 WHERE organisation_id = $1 AND month = $2', [organisationId, month, JSON.stringify(left)]);
  }
}
