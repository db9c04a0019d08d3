import type { MeasureDefinition } from '@portee/shared';
import type { EntityManager } from 'typeorm';
import { networkOf } from '../../networks/registry.js';
import type { MeasuredChannel } from '../../posts/channel-months.js';

/** A channel whose figures are looked at. */
export interface MeasuredChannelRow extends MeasuredChannel {
  name: string;
  network: string;
  timeZone: string;
  /** Of posts. */
  definitions: readonly MeasureDefinition[];
}

/** The organisation's channels by name, or the one named, with the definitions of their network. */
export async function readMeasuredChannels(manager: EntityManager, organisationId: string, id: string | null = null): Promise<MeasuredChannelRow[]> {
  const channels = await manager.query<Omit<MeasuredChannelRow, 'organisationId' | 'definitions'>[]>(
    `SELECT id, name, network, time_zone AS "timeZone" FROM channel WHERE organisation_id = $1 AND ($2::uuid IS NULL OR id = $2) ORDER BY name, id`,
    [organisationId, id],
  );
  return channels.map((channel) => ({ ...channel, organisationId, definitions: networkOf(channel.network).definitions.filter(({ level }) => level === 'post') }));
}
