import { READ_LATE_FINAL_AGES, type NetworkDescriptor } from '@portee/shared';
import { networkOf } from '../networks/registry.js';
import type { MeasuredChannel } from './channel-months.js';
import type { NetworkRules } from './post-stats.query.js';
import type { StagedChannel } from './staging-tables.js';

/** What the ledger must know of a channel. */
export interface LedgerChannel {
  id: string;
  network: string;
  timeZone: string;
}

/** How a network's posts are judged, in the form the settling query takes. */
export function networkRules(descriptor: NetworkDescriptor): NetworkRules {
  return {
    network: descriptor.network,
    finalAgeDays: descriptor.finalAgeDays,
    fading: descriptor.definitions.some((definition) => definition.level === 'post' && definition.measure === 'reach' && definition.fading),
    hasPaidPush: descriptor.hasPaidPush,
    readLateDays: descriptor.finalAgeDays * READ_LATE_FINAL_AGES,
  };
}

export function measuredChannel(organisationId: string, channel: LedgerChannel): MeasuredChannel {
  return { organisationId, id: channel.id, definitions: networkOf(channel.network).definitions };
}

export function stagedChannel(number: number, channel: LedgerChannel): StagedChannel {
  return {
    number,
    channelId: channel.id,
    timeZone: channel.timeZone,
    finalAgeDays: networkOf(channel.network).finalAgeDays,
    followersAreOfChannel: channel.network !== 'newsletter',
  };
}
