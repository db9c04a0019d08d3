import { type AdviceDimension, firstDay, type Recommendation } from '@portee/shared';
import type { Advice } from './advise.js';
import type { ModelPost } from './model-post.js';
import { type RecommendationName, recommendationId } from './recommendation-id.js';
import { changePointOf, trendOf } from './trend.js';

/** What all records of a channel have in common. */
export interface RecordOwner {
  organisationId: string;
  channelId: string;
  /** Name of the channel. */
  channel: string;
}

/** A recommendation about a choice, of one level of it. */
export interface AdviceRecord extends Recommendation {
  kind: 'advice';
  dimension: AdviceDimension;
}

/** What is said of a channel's choices, in the order of levelsOf; a channel without any post has one record all the same. */
export function adviceRecords(owner: RecordOwner, advice: readonly Advice[]): AdviceRecord[] {
  if (advice.length === 0) return [emptyRecord(owner, 'channel-too-small')];
  return advice.map(({ dimension, level, effect, low, high, posts, verdict, reason }) => ({
    ...identity(owner, { dimension, level }), kind: 'advice', dimension, effect, low, high, posts, verdict, reason,
  }));
}

/** The one record of a channel of which no level can be named: it has no posts, or the network counts no people. */
export function emptyRecord(owner: RecordOwner, reason: 'no-reach' | 'channel-too-small'): AdviceRecord {
  return {
    ...identity(owner, { dimension: 'hour_band', level: null }), kind: 'advice', dimension: 'hour_band', effect: null, low: null, high: null, posts: 0,
    verdict: 'not_enough_data', reason,
  };
}

/** How reach moved, as a line and as a jump: each says what it found, also where the other found more. */
export function trendRecords(owner: RecordOwner, organic: readonly ModelPost[]): Recommendation[] {
  const [trend, change] = [trendOf(organic), changePointOf(organic)];
  const level = change.from === null ? null : firstDay(change.from);
  const told = ({ verdict, effect, low, high }: typeof trend | typeof change) => ({
    kind: 'trend' as const, effect, low, high, posts: organic.length, verdict, reason: verdict === 'not_enough_data' ? ('too-few-months' as const) : null,
  });
  return [{ ...identity(owner, { dimension: 'trend', level: 'annual' }), ...told(trend) }, { ...identity(owner, { dimension: 'change_point', level }), ...told(change) }];
}

function identity<Name extends Pick<RecommendationName, 'dimension' | 'level'>>({ organisationId, channelId, channel }: RecordOwner, { dimension, level }: Name) {
  return { id: recommendationId({ organisationId, channelId, dimension, level }), channelId, channel, dimension, level };
}
