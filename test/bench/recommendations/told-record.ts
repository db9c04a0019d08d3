import type { Recommendation } from '@portee/shared';
import { adviseChannel } from '../../../apps/api/src/recommendations/advise.js';
import { compareChannels } from '../../../apps/api/src/recommendations/channels-compared.js';
import { monthRatesOf } from '../../../apps/api/src/recommendations/month-rates.js';
import { changePointOf, trendOf } from '../../../apps/api/src/recommendations/trend.js';
import type { InventedChannel } from './invent-channel.js';
import type { Question } from './worlds.js';

/** What the benchmark reads of a record, whoever wrote it: the method itself, or the command line. */
export type ToldRecord = Pick<Recommendation, 'channel' | 'dimension' | 'level' | 'effect' | 'low' | 'high' | 'posts' | 'verdict'>;

const NO_FIGURES = { effect: null, low: null, high: null };

/** What the method says of the channels of an organisation, without a database between. */
export function tellRecords(channels: readonly InventedChannel[], asks: readonly Question[]): ToldRecord[] {
  return [
    ...channels.flatMap((channel) => [...(asks.includes('advice') ? tellAdvice(channel) : []), ...(asks.includes('trend') ? tellTrend(channel) : [])]),
    ...(asks.includes('channels') ? tellComparison(channels) : []),
  ];
}

function tellAdvice(channel: InventedChannel): ToldRecord[] {
  return adviseChannel(channel.settled).advice.map((advice) => ({ ...advice, channel: channel.name }));
}

function tellTrend(channel: InventedChannel): ToldRecord[] {
  const organic = organicPosts(channel);
  const [trend, change] = [trendOf(organic), changePointOf(organic)];
  return [
    { ...trend, channel: channel.name, dimension: 'trend', level: 'annual', posts: organic.length },
    { ...NO_FIGURES, effect: change.effect, verdict: change.verdict, channel: channel.name, dimension: 'change_point', level: change.from === null ? null : `${change.from}-01`, posts: organic.length },
  ];
}

function tellComparison(channels: readonly InventedChannel[]): ToldRecord[] {
  const compared = compareChannels(new Map(channels.map((channel) => [channel.name, { months: monthRatesOf(organicPosts(channel)), posts: organicPosts(channel).length }])));
  return compared.map((comparison) => ({ ...comparison, channel: comparison.channelId, dimension: 'channel', level: comparison.channelId }));
}

function organicPosts(channel: InventedChannel) {
  return channel.settled.filter(({ paid }) => paid !== true);
}
