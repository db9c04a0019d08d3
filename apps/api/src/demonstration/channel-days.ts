import { addDays, weekdayOf } from '@portee/shared';
import { NO_CHANNEL_FIGURES, type ChannelReading } from '../networks/core/readings.js';
import type { DemonstrationChannel } from './centre.js';
import { Random } from './random.js';
import { at, followersOf, isInHole, type StoryLine } from './story-line.js';

/** Of a hundred followers of Instagram, how many saw at least one post in 28 days. */
const FOLLOWERS_REACHED = 0.38;

/** Followers as counted every Monday morning, and on the first and the last day. */
export function channelDays(story: StoryLine, channel: DemonstrationChannel): ChannelReading[] {
  const readings: ChannelReading[] = [];
  for (let day = story.firstDay; day <= story.lastDay; day = addDays(day, 1)) {
    const isCounted = weekdayOf(day) === 'mon' || day === story.firstDay || day === story.lastDay;
    const morning = at(`${day}T06:05`);
    const observedAt = morning < story.lastCollection ? morning : story.lastCollection;
    if (isCounted && !isInHole(story, channel, observedAt)) readings.push(readingOf(channel, { day, observedAt, followers: followersOf(story, channel, day) }));
  }
  return readings;
}

function readingOf(channel: DemonstrationChannel, count: { day: string; observedAt: Date; followers: number }): ChannelReading {
  const random = new Random(channel.seed, Date.parse(count.day) / 86_400_000, 1);
  const followers = Math.round(count.followers + random.normal());
  const reached = channel.network === 'instagram' ? Math.round(followers * (FOLLOWERS_REACHED + 0.025 * random.normal())) : null;
  return { ...NO_CHANNEL_FIGURES, day: count.day, observedAt: count.observedAt, followers, followersReached28Days: reached };
}
