import type { ChannelReport } from '../contract/report.contract.js';

/** The network's name, or the channel's own where two stand on one network. */
export function nameAmong({ channel, networkLabel }: ChannelReport, channels: readonly ChannelReport[]): string {
  return channels.filter((other) => other.channel.network === channel.network).length === 1 ? networkLabel : channel.name;
}
