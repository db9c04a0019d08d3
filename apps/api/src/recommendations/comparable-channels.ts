import { type ComparedMonths, comparableMonths, FEWEST_MONTHS } from './channels-compared.js';

/**
 * The channels that can be compared with each other: months count only where all have posts, so that one channel with few of
 * them would keep all others from being compared. While too few months are common, the channel with the fewest steps aside.
 */
export function comparableChannels<Channel extends Pick<ComparedMonths, 'months'> & { channelId: string }>(channels: readonly Channel[]): Channel[] {
  let kept = channels.map((channel) => ({ channel, months: comparableMonths(channel.months) })).toSorted((a, b) => b.months.length - a.months.length || (a.channel.channelId < b.channel.channelId ? -1 : 1));
  while (kept.length > 2 && commonMonths(kept) < FEWEST_MONTHS) kept = kept.slice(0, -1);
  return kept.map(({ channel }) => channel);
}

function commonMonths(channels: readonly { months: readonly string[] }[]): number {
  const [first, ...others] = channels.map(({ months }) => new Set(months));
  return [...(first ?? [])].filter((month) => others.every((months) => months.has(month))).length;
}
