import type { EntityManager } from 'typeorm';
import type { AnalysedPost, AnalysedSpan } from '../insights/analysed-post.js';
import { readAnalysedSpan } from '../insights/read-analysed-span.js';
import type { ModelPost } from '../recommendations/model-post.js';
import { eachOnce, selectPosts } from '../recommendations/select-posts.js';

/** A channel over the 24 months that end on a day, as outcomes see it. */
export interface OutcomeChannel extends Pick<AnalysedSpan, 'since' | 'until' | 'cutAt'> {
  id: string;
  zone: string;
  givesReach: boolean;
  isPaidUnknown: boolean;
  /** Those that count and were not pushed. */
  posts: readonly ModelPost[];
  /** Those too young to count, not known to be pushed. */
  growing: readonly (AnalysedPost & Pick<ModelPost, 'isInSeries'>)[];
}

export type ReadOutcomeChannel = (channelId: string, toDay: string | null) => Promise<OutcomeChannel>;

/** Reads each channel once for each last day that is asked of it. */
export function outcomeChannels(manager: EntityManager, organisationId: string, at: Date): ReadOutcomeChannel {
  const known = new Map<string, Promise<OutcomeChannel>>();
  return (channelId, toDay) => {
    const key = `${channelId} ${toDay ?? ''}`;
    const reading = known.get(key) ?? readAnalysedSpan(manager, { organisationId, id: channelId }, { at, ...(toDay === null ? {} : { to: toDay }) }).then(toOutcomeChannel);
    known.set(key, reading);
    return reading;
  };
}

export function toOutcomeChannel({ channel, since, until, cutAt, posts }: AnalysedSpan): OutcomeChannel {
  const known = eachOnce(posts);
  const { posts: selected, isPaidUnknown } = selectPosts(known);
  return {
    id: channel.id, zone: channel.timeZone, givesReach: channel.givesReach, since, until, cutAt, isPaidUnknown,
    posts: selected.filter(({ paid }) => paid !== true),
    growing: known.filter(({ ineligible, paid }) => ineligible === 'growing' && paid !== true).map((post) => ({ ...post, isInSeries: post.series !== null })),
  };
}
