import type { Recommendation } from '@portee/shared';
import { type Comparison, compareChannels, type ComparedMonths } from './channels-compared.js';
import { comparableChannels } from './comparable-channels.js';
import { recommendationId } from './recommendation-id.js';

/** A channel with what a comparison needs of it. */
export interface ChannelToCompare extends Pick<ComparedMonths, 'months'> {
  channelId: string;
  /** Its name. */
  channel: string;
  givesReach: boolean;
  basis: { organic: number };
}

/** How each channel that counts people stands to the others; none where there is nothing to compare. Stand-ins are never compared with reach. */
export function comparisonRecords(organisationId: string, channels: readonly ChannelToCompare[]): Recommendation[] {
  const measured = channels.filter(({ givesReach, months }) => givesReach && months.length > 0);
  if (measured.length < 2) return [];
  const compared = compareChannels(new Map(comparableChannels(measured).map(({ channelId, months, basis }) => [channelId, { months, posts: basis.organic }])));
  return measured.map((channel) => toRecord(organisationId, channel, compared.find(({ channelId }) => channelId === channel.channelId)));
}

/** A channel that is not among the compared ones has too few months in common with them. */
function toRecord(organisationId: string, { channelId, channel, basis }: ChannelToCompare, compared: Comparison | undefined): Recommendation {
  const verdict = compared?.verdict ?? 'not_enough_data';
  return {
    id: recommendationId({ organisationId, channelId, dimension: 'channel', level: channel }), kind: 'comparison', channelId, channel, dimension: 'channel', level: channel,
    effect: compared?.effect ?? null, low: compared?.low ?? null, high: compared?.high ?? null, posts: basis.organic,
    verdict, reason: verdict === 'not_enough_data' ? 'too-few-months' : null,
  };
}
