import { effectivePaid, followersOn, ineligibleReason, localDay, localTime, type NetworkDescriptor, settlePost } from '@portee/shared';
import type { EntityManager } from 'typeorm';
import { networkOf } from '../networks/registry.js';
import type { LedgerChannel } from './ledger-channel.js';
import { type LedgerPost, type ReadUntil, readFollowerDays, readUnpaidPeriods } from './ledger-posts.query.js';
import type { FullPostStatRow } from './post-stat-row.js';

/** What a channel's posts are judged by. */
export interface JudgedBy {
  channel: LedgerChannel;
  network: NetworkDescriptor;
  followerDays: readonly { day: string; followers: number }[];
  unpaidPeriods: readonly { from: string; to: string }[];
}

/** What a channel's posts are judged by, as it had been read until an instant. */
export async function readJudgedBy(manager: EntityManager, channel: LedgerChannel, read: ReadUntil): Promise<JudgedBy> {
  const followerDays = await readFollowerDays(manager, channel.id, read);
  return { channel, network: networkOf(channel.network), followerDays, unpaidPeriods: await readUnpaidPeriods(manager, channel.id, read) };
}

/** The row of `post_stat` that a post's snapshots call for, by the pure functions alone; null without a snapshot. */
export function expectedPostStat(post: LedgerPost, { channel, network, followerDays, unpaidPeriods }: JudgedBy): FullPostStatRow | null {
  const isStory = post.format === 'story';
  const settled = settlePost(post.snapshots, { publishedAt: post.publishedAt, finalAgeDays: network.finalAgeDays, fading: isFading(network), isStory });
  if (!settled) return null;
  const { figures, isFinal, readLate } = settled;
  const day = localDay(post.publishedAt, channel.timeZone);
  const carried = figures.followers === null ? followersOn(day, followerDays) : { followers: figures.followers, estimated: false };
  const followers = carried?.followers ?? null;
  return {
    ...figures,
    postId: post.id, channelId: post.channelId, publishedAt: post.publishedAt, localDay: day, localMinute: minuteOf(localTime(post.publishedAt, channel.timeZone)),
    format: post.format, paid: effectivePaid(post.paid, day, { hasPaidPush: network.hasPaidPush, unpaidPeriods }),
    isFinal, ageUnknown: settled.ageUnknown,
    ineligible: ineligibleReason({ isDeleted: post.deletedAt !== null, isStory, isShare: post.isShare, isFinal, readLate, reach: figures.reach, followers }),
    definitionDay: settled.definitionDay ?? day,
    followers, followersEstimated: carried?.estimated ?? false, observedAt: settled.observedAt,
  };
}

function isFading({ definitions }: NetworkDescriptor): boolean {
  return definitions.some(({ level, measure, fading }) => level === 'post' && measure === 'reach' && fading);
}

function minuteOf(time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return hour * 60 + minute;
}
