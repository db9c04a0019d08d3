import { addDays, daysBetween, monthOf, weekdayOf, type Weekday } from '@portee/shared';
import type { DemonstrationChannel } from './centre.js';
import { leadExperiments, type ToldExperiment } from './experiment-story.js';
import type { PlannedPost } from './planned-post.js';
import { writeLetter, writeText, writeWeeklyBook } from './post-text.js';
import { Random } from './random.js';
import { at, type StoryLine } from './story-line.js';

type Band = 'night' | 'morning' | 'midday' | 'afternoon' | 'evening';

/** How busy the days and the parts of a day are in an ordinary office. */
const WEEKDAY_WEIGHT: Record<Weekday, number> = { mon: 1, tue: 1.2, wed: 1.1, thu: 1.2, fri: 1.1, sat: 0.6, sun: 0.5 };
const MEAN_WEIGHT = 6.7 / 7;
const BANDS: readonly (readonly [Band, number])[] = [['night', 0.05], ['morning', 0.35], ['midday', 0.15], ['afternoon', 0.25], ['evening', 0.2]];
const EVENT_BANDS: readonly (readonly [Band, number])[] = [['night', 0.03], ['morning', 0.5], ['midday', 0.2], ['afternoon', 0.2], ['evening', 0.07]];
/** First and last full hour in which each part of the day sees posts. */
const HOURS: Record<Band, readonly [number, number]> = { night: [21, 22], morning: [8, 11], midday: [12, 13], afternoon: [14, 16], evening: [17, 20] };
const SUMMER_MONTHS = new Set(['07', '08']);
const SUMMER_RHYTHM = 0.55;
const SHARES_OF_OTHERS = 0.03;
/** The library's appointment began so many days before the end, and is kept nine weeks in ten. */
export const SERIES_DAYS = 280;
const SERIES_KEPT = 0.9;
/** A Thursday: the letter goes out every other week from it. */
export const FIRST_LETTER_DAY = '2025-01-02';
/** A post has to be an hour old to have been read once. */
const YOUNGEST_MS = 65 * 60_000;

/** Every post of a channel over the eighteen months, oldest first. */
export function planPosts(story: StoryLine, channel: DemonstrationChannel): PlannedPost[] {
  return publishedOn(story, channel).posts;
}

/** The same, with the experiments that were led with them. */
export function publishedOn(story: StoryLine, channel: DemonstrationChannel): { posts: PlannedPost[]; experiments: ToldExperiment[] } {
  const posts: PlannedPost[] = [];
  for (let day = story.firstDay; day <= story.lastDay; day = addDays(day, 1)) {
    const random = new Random(channel.seed, daysBetween('1970-01-01', day));
    for (let left = postsOn(channel, day, random); left > 0; left -= 1) posts.push(plan(channel, day, random));
    if (channel.network === 'facebook' && isSeriesDay(story, day) && random.chance(SERIES_KEPT)) posts.push(planWeeklyBook(day, random));
  }
  const published = posts.filter((post) => post.publishedAt.getTime() <= story.now.getTime() - YOUNGEST_MS);
  published.sort(byTime);
  if (channel.network === 'facebook') pushSome(published, channel);
  const experiments = channel.network === 'instagram' ? leadExperiments(story, published) : [];
  for (const [index, post] of published.sort(byTime).entries()) post.number = index + 1;
  return { posts: published, experiments };
}

function byTime(one: PlannedPost, other: PlannedPost): number {
  return one.publishedAt.getTime() - other.publishedAt.getTime();
}

function postsOn(channel: DemonstrationChannel, day: string, random: Random): number {
  if (channel.isFortnightly) return weekdayOf(day) === 'thu' && Math.floor(daysBetween(FIRST_LETTER_DAY, day) / 7) % 2 === 0 ? 1 : 0;
  const season = SUMMER_MONTHS.has(day.slice(5, 7)) ? SUMMER_RHYTHM : 1;
  const expected = ((channel.postsPerWeek / 7) * WEEKDAY_WEIGHT[weekdayOf(day)] * season) / MEAN_WEIGHT;
  return Math.floor(expected) + (random.chance(expected % 1) ? 1 : 0);
}

function plan(channel: DemonstrationChannel, day: string, random: Random): PlannedPost {
  const format = random.weighted(channel.formats);
  const band = channel.isFortnightly ? 'morning' : random.weighted(format === 'event' ? EVENT_BANDS : BANDS);
  const isShare = channel.network === 'facebook' && format === 'link' && random.chance(SHARES_OF_OTHERS / 0.17);
  const text = format === 'email' ? writeLetter(day, random) : writeText(day, random);
  return { number: 0, day, publishedAt: instantIn(band, day, random), format, isEvening: band === 'evening', isPaid: false, isShare, isDrawn: false, ...text };
}

function planWeeklyBook(day: string, random: Random): PlannedPost {
  const publishedAt = at(`${day}T18:${random.whole(30, 44)}`);
  return { number: 0, day, publishedAt, format: 'photo', isEvening: true, isPaid: false, isShare: false, isDrawn: false, ...writeWeeklyBook(random) };
}

function instantIn(band: Band, day: string, random: Random): Date {
  const [first, last] = HOURS[band];
  const [hour, minute] = [random.whole(first, last), random.whole(0, 59)];
  return at(`${day}T${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`);
}

function isSeriesDay(story: StoryLine, day: string): boolean {
  return weekdayOf(day) === 'wed' && daysBetween(day, story.lastDay) <= SERIES_DAYS;
}

/** One or two posts a month are pushed with money: what is worth it, an event or a film. */
function pushSome(posts: readonly PlannedPost[], channel: DemonstrationChannel): void {
  const worthIt = posts.filter((post) => ['event', 'video', 'photo'].includes(post.format) && !post.isShare && !post.text.startsWith('#UnLivre'));
  for (const month of new Set(worthIt.map(({ day }) => monthOf(day)))) {
    const random = new Random(channel.seed, Number(month.replace('-', '')));
    const candidates = worthIt.filter(({ day }) => monthOf(day) === month);
    for (let left = random.whole(1, 2); left > 0; left -= 1) random.pick(candidates).isPaid = true;
  }
}
