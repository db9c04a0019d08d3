import { Injectable } from '@nestjs/common';
import { Timeout } from '@nestjs/schedule';
import { METHOD_VERSION } from '@portee/shared';
import type { EntityManager } from 'typeorm';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { refreshChannelMonths } from './channel-months.js';
import { holdLedger } from './hold-ledger.js';
import { measuredChannel } from './ledger-channel.js';

const AFTER_START_MS = 1_000;

interface OldChannel {
  id: string;
  network: string;
  timeZone: string;
  months: string[];
}

/** Makes anew, soon after a start, the months that an older version has made: once, after an update. */
@Injectable()
export class RenewMonths {
  constructor(private readonly transaction: TenantTransaction) {}

  @Timeout(AFTER_START_MS)
  async sweep(): Promise<void> {
    const organisations: { id: string }[] = await this.transaction.lookUp((manager) => manager.query('SELECT organisation_ids AS id FROM organisation_ids()'));
    for (const { id } of organisations) {
      const channels = await this.transaction.run(id, (manager) => readOldChannels(manager, id));
      for (const channel of channels) await this.transaction.run(id, (manager) => renew(manager, id, channel));
    }
  }
}

async function renew(manager: EntityManager, organisationId: string, channel: OldChannel): Promise<void> {
  await holdLedger(manager, organisationId);
  await refreshChannelMonths(manager, measuredChannel(organisationId, channel), channel.months);
}

function readOldChannels(manager: EntityManager, organisationId: string): Promise<OldChannel[]> {
  return manager.query(
    `SELECT c.id, c.network, c.time_zone AS "timeZone", array_agg(DISTINCT m.month) AS months
     FROM channel_month m JOIN channel c ON c.organisation_id = $1 AND c.id = m.channel_id
     WHERE m.organisation_id = $1 AND m.method_version < $2 GROUP BY c.id, c.network, c.time_zone`,
    [organisationId, METHOD_VERSION],
  );
}
