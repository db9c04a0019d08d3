import type { Recommendation } from '@portee/shared';
import { adviseChannel } from '../../../apps/api/src/recommendations/advise.js';
import { comparisonRecords } from '../../../apps/api/src/recommendations/comparison-records.js';
import { monthRatesOf } from '../../../apps/api/src/recommendations/month-rates.js';
import { adviceRecords, trendRecords } from '../../../apps/api/src/recommendations/records.js';
import type { InventedChannel } from './invent-channel.js';
import type { Question } from './worlds.js';

/** What the bench reads of a record, whoever wrote it: the method itself, or the command line. */
export type ToldRecord = Pick<Recommendation, 'channel' | 'dimension' | 'level' | 'effect' | 'low' | 'high' | 'posts' | 'verdict'>;

const ORGANISATION = 'invented';

/** What the method says of the channels of an organisation, without a database between. */
export function tellRecords(channels: readonly InventedChannel[], asks: readonly Question[]): ToldRecord[] {
  return [
    ...channels.flatMap((channel) => [...(asks.includes('advice') ? adviceRecords(ownerOf(channel), adviseChannel(channel.settled).advice) : []), ...(asks.includes('trend') ? trendRecords(ownerOf(channel), organicPosts(channel)) : [])]),
    ...(asks.includes('channels') ? comparisonRecords(ORGANISATION, channels.map(toCompare)) : []),
  ];
}

function ownerOf({ name }: InventedChannel) {
  return { organisationId: ORGANISATION, channelId: name, channel: name };
}

function toCompare(channel: InventedChannel) {
  const organic = organicPosts(channel);
  return { channelId: channel.name, channel: channel.name, givesReach: true, months: monthRatesOf(organic), basis: { organic: organic.length } };
}

function organicPosts({ settled }: InventedChannel) {
  return settled.filter(({ paid }) => paid !== true);
}
