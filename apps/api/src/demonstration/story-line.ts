import { addDays, addMonths, firstDay, localDay, monthOf, toInstant } from '@portee/shared';
import { DEMONSTRATION_TIME_ZONE, type DemonstrationChannel } from './centre.js';

const MONTHS = 18;
const HOLE_MONTHS_AGO = 8;
const RESUMED_ON = '16T06:10';
/** Minutes since the last collection when the demonstration is loaded. */
const LAST_COLLECTION_MINUTES = 25;
const DAYS_A_YEAR = 365.25;

/** The eighteen months that end now, and what happened to the collection in them. */
export interface StoryLine {
  now: Date;
  /** Last time anything was read. */
  lastCollection: Date;
  firstDay: string;
  lastDay: string;
  /** Nothing was read of Facebook from `from` (included) to `until`, when the collection resumed. */
  hole: { from: Date; until: Date };
}

export function storyLine(now: Date): StoryLine {
  const lastDay = localDay(now, DEMONSTRATION_TIME_ZONE);
  const holeMonth = addMonths(monthOf(lastDay), -HOLE_MONTHS_AGO);
  return {
    now, lastDay,
    lastCollection: new Date(now.getTime() - LAST_COLLECTION_MINUTES * 60_000),
    firstDay: addDays(firstDay(addMonths(monthOf(lastDay), -MONTHS)), Number(lastDay.slice(8)) - 1),
    hole: { from: at(`${firstDay(holeMonth)}T00:00`), until: at(`${addMonths(holeMonth, 1)}-${RESUMED_ON}`) },
  };
}

/** Instant of a local time of the centre. */
export function at(local: string): Date {
  return toInstant(local, DEMONSTRATION_TIME_ZONE).instant;
}

/** Whether the collection of this channel stood still at that instant. */
export function isInHole(story: StoryLine, channel: DemonstrationChannel, instant: Date): boolean {
  return channel.network === 'facebook' && instant >= story.hole.from && instant < story.hole.until;
}

/** Followers on a day, growing evenly towards the last day's count. */
export function followersOf(story: StoryLine, channel: DemonstrationChannel, day: string): number {
  const years = (Date.parse(story.lastDay) - Date.parse(day)) / 86_400_000 / DAYS_A_YEAR;
  return channel.followers / (1 + channel.growth) ** years;
}
