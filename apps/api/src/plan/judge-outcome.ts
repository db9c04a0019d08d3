import { type PlanOutcome, toInstant } from '@portee/shared';
import type { ModelPost } from '../recommendations/model-post.js';
import { isOfKind } from '../recommendations/of-kind.js';
import { type Change, changedMeanwhile, isChangedBy } from './changed-posts.js';
import { measureOutcome, type OutcomePost, type Sides } from './outcome.js';
import type { OutcomeChannel } from './outcome-channel.js';

export type Judged = Exclude<PlanOutcome, { kind: 'unmeasured' }>;

/** All that an outcome is judged with. */
export interface OutcomeSight {
  change: Change;
  /** Those of all lines, this one among them. */
  changes: readonly Change[];
  channel: OutcomeChannel;
  /** To be asked where the channel's own unchanged posts do not do. */
  others: readonly OutcomeChannel[];
}

/** What following a line changed. Pure: the same posts and lines, the same answer. */
export function judgeOutcome(sight: OutcomeSight): Judged {
  const { change, channel, others } = sight;
  const { dimension, level, fromDay } = change;
  const meanwhile = changedMeanwhile(sight.changes, { ...change, ...channel });
  const outcome = measureOutcome({
    channelId: channel.id, startedAt: toInstant(`${fromDay}T00:00`, channel.zone).instant,
    posts: [...ownPosts(sight, meanwhile), ...others.flatMap((other) => controlPosts(other, { change, meanwhile }))],
  });
  return {
    lineId: change.lineId, channelId: channel.id, dimension, level, isAdapted: change.isAdapted,
    since: channel.since, fromDay, until: channel.until, cutAt: channel.cutAt, isPaidUnknown: channel.isPaidUnknown,
    followed: followedOf(channel, change), growing: channel.growing.filter((post) => post.localDay >= fromDay && isOfKind(post, change) === true).length,
    sharedWith: sharedWith(sight, meanwhile), ...outcome,
  };
}

/** Posts of the kind, and those of no other change: what another line did to a post must not stand for what would have been. */
function ownPosts({ change, channel }: OutcomeSight, meanwhile: readonly Change[]): OutcomePost[] {
  return channel.posts.flatMap((post) => {
    const isChanged = isOfKind(post, change);
    if (isChanged === null || (!isChanged && isChangedBy(meanwhile, channel.id, post))) return [];
    return [toOutcomePost(post, { channelId: channel.id, isChanged })];
  });
}

/** Of another channel: whatever no line changed there, this one included where it is of all channels. */
function controlPosts({ id, posts }: OutcomeChannel, { change, meanwhile }: { change: Change; meanwhile: readonly Change[] }): OutcomePost[] {
  return posts.filter((post) => !isChangedBy([change, ...meanwhile], id, post)).map((post) => toOutcomePost(post, { channelId: id, isChanged: false }));
}

function toOutcomePost({ publishedAt, reach, followers }: ModelPost, of: { channelId: string; isChanged: boolean }): OutcomePost {
  return { publishedAt, reach, followers, ...of };
}

function followedOf({ posts }: OutcomeChannel, change: Change): Judged['followed'] {
  const known = posts.filter((post) => isOfKind(post, change) !== null);
  const share = (side: readonly ModelPost[]) => ({ ofKind: side.filter((post) => isOfKind(post, change)).length, posts: side.length });
  const sides: Sides<ModelPost[]> = { before: known.filter(({ localDay }) => localDay < change.fromDay), after: known.filter(({ localDay }) => localDay >= change.fromDay) };
  return { before: share(sides.before), after: share(sides.after) };
}

/** Lines whose own change lies in the same span, and in part on the same posts: nobody can tell which of them did what. */
function sharedWith({ change, channel }: OutcomeSight, meanwhile: readonly Change[]): string[] {
  const changed = channel.posts.filter((post) => isOfKind(post, change));
  return meanwhile.filter((other) => changed.some((post) => isChangedBy([other], channel.id, post))).map(({ lineId }) => lineId);
}
