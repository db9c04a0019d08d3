import { addDays, hourBand, type HourBand, type PostFormat, postFormats, weekdayOf, weekdays } from '@portee/shared';
import type { AnalysedPost } from '../insights/analysed-post.js';
import type { Arm, TriedLevels } from './draw-arms.js';

/** When and as what a post is to be published. */
export interface Publishing {
  day: string;
  /** `HH:MM`. */
  time: string;
  format: PostFormat | null;
}

/** When a post goes out whose hour was of the other arm: the team may choose another time of the same part of the day. */
const TIMES: Record<HourBand, string> = { morning: '09:00', midday: '12:30', afternoon: '15:30', evening: '18:30', night: '21:30' };

/** What the draw changes of a post. A call to share, or an appointment, is a matter of words: nothing of it is changed here. */
export function publishAsDrawn<Post extends Publishing>(post: Post, { dimension, drawn }: { dimension: TriedLevels['dimension']; drawn: string }): Post {
  if (dimension === 'hour_band') return hourBand(post.time) === drawn ? post : { ...post, time: timeOf(drawn) ?? post.time };
  if (dimension === 'weekday') return { ...post, day: dayOf(post.day, drawn) };
  if (dimension === 'format') return { ...post, format: postFormats.find((format) => format === drawn) ?? post.format };
  return post;
}

/** Every day on which a post might have to be published, whichever arm is drawn for it. */
export function daysOfArms(day: string, { dimension, level, against }: TriedLevels): string[] {
  return dimension === 'weekday' ? [dayOf(day, level), dayOf(day, against)] : [day];
}

/** Where a post was published; null: in neither arm. */
export function publishedIn(post: AnalysedPost, { dimension, level, against }: TriedLevels): Arm | null {
  const found = levelOfPost(post, dimension);
  if (found === level) return 'level';
  return found === against ? 'against' : null;
}

function levelOfPost({ band, weekday, format, isShareOriented, series, paid }: AnalysedPost, dimension: TriedLevels['dimension']): string | null {
  const yesOrNo = (is: boolean): string => (is ? 'yes' : 'no');
  switch (dimension) {
    case 'hour_band': return band;
    case 'weekday': return weekday;
    case 'format': return format;
    case 'share_oriented': return yesOrNo(isShareOriented);
    case 'rendezvous': return yesOrNo(series !== null);
    case 'paid': return paid === null ? null : yesOrNo(paid);
  }
}

function timeOf(band: string): string | undefined {
  return Object.entries(TIMES).find(([name]) => name === band)?.[1];
}

/** The day of that weekday in the same week, Monday first. */
function dayOf(day: string, weekday: string): string {
  return addDays(day, weekdays.findIndex((one) => one === weekday) - weekdays.indexOf(weekdayOf(day)));
}
