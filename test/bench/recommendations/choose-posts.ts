import { addDays, type HourBand, hourBands, type Weekday, weekdayOf } from '@portee/shared';
import { type Random, without } from './random.js';
import { BANDS, BANDS_OF_EVENTS, type Format, FORMATS, WEEKDAYS, type World } from './worlds.js';

/** The last local day of every channel; it is judged at the instant that follows it. */
const LAST_DAY = '2026-10-31';
const DAYS_A_MONTH = 365.25 / 12;
const RECENT_DAYS = 4;
const MOST_LIKELY_WEEKDAY = Math.max(...WEEKDAYS.values());

/** What a team chose for a post. */
export interface Chosen {
  /** Local. */
  day: string;
  weekday: Weekday;
  /** Minutes since local midnight. */
  minute: number;
  band: HourBand;
  format: Format;
  isShareOriented: boolean;
  isPaid: boolean;
  /** Pushed, and nobody wrote it down. */
  isUnlabelled: boolean;
  isInSeries: boolean;
}

/** Days of history, whole ones: two years are no more than the method looks back on. */
export function daysOf({ months }: World): number {
  return Math.floor(months * DAYS_A_MONTH);
}

export function firstDayOf(world: World): string {
  return addDays(LAST_DAY, 1 - daysOf(world));
}

/** All posts of a channel, those of its appointment among them. */
export function choosePosts(world: World, random: Random): Chosen[] {
  const series = world.hasSeries ? chooseSeries(world, random) : [];
  return [...series, ...Array.from({ length: world.posts - series.length }, (_, index) => choosePost(world, random, index))];
}

function choosePost(world: World, random: Random, index: number): Chosen {
  const isRecent = world.isImmature === true && index < world.posts * 0.2;
  const day = isRecent ? addDays(LAST_DAY, -Math.floor(random.uniform(0, RECENT_DAYS))) : chooseDay(world, random);
  const isEarly = day < addDays(LAST_DAY, -daysOf(world) / 2);
  const format = isRecent && random.chance(0.8) ? 'video' : chooseFormat(world, random, { day, isEarly });
  const band = chooseBand(world, random, { format, isEarly });
  const isPaid = random.chance(world.paid === undefined ? 0.08 : format === 'event' ? world.paid.ofEvents : world.paid.probability);
  return {
    day, weekday: weekdayOf(day), minute: chooseMinute(band, random), band, format, isShareOriented: random.chance(0.2),
    isPaid, isUnlabelled: isPaid && random.chance(world.paid?.unlabelled ?? 0), isInSeries: false,
  };
}

/** Uniform over the span, and drawn again where the weekday is one on which less is published. */
function chooseDay(world: World, random: Random): string {
  for (;;) {
    const day = addDays(LAST_DAY, -Math.floor(random.uniform(0, daysOf(world))));
    if (random.chance((WEEKDAYS.get(weekdayOf(day)) ?? 0) / MOST_LIKELY_WEEKDAY)) return day;
  }
}

function chooseFormat(world: World, random: Random, { day, isEarly }: { day: string; isEarly: boolean }): Format {
  if (world.holiday !== undefined && isInHolidays(day) && random.chance(0.6)) return 'album';
  const format = random.pick(FORMATS);
  return world.isHabitChanging === true && !isEarly && format === 'photo' && random.chance(0.5) ? 'link' : format;
}

function chooseBand(world: World, random: Random, { format, isEarly }: { format: Format; isEarly: boolean }): HourBand {
  const mostly = (band: HourBand, share: number): HourBand => (random.chance(share) ? band : random.pick(without(BANDS, band)));
  if (world.isConfounded) return mostly('evening', format === 'video' ? 0.8 : 0.1);
  if (world.isHabitChanging) return isEarly ? mostly('morning', 0.65) : mostly('evening', 0.6);
  return random.pick(format === 'event' ? BANDS_OF_EVENTS : BANDS);
}

/** Any minute of the band; those of the night after midnight are of the same calendar day. */
function chooseMinute(band: HourBand, random: Random): number {
  const { from, until } = hourBands.find((one) => one.band === band) ?? hourBands[0];
  const hours = (until - from + 24) % 24;
  return Math.floor(from * 60 + random.uniform(0, hours * 60)) % (24 * 60);
}

/** Every Thursday between half past six and a quarter to seven, nine weeks in ten. */
function chooseSeries(world: World, random: Random): Chosen[] {
  const days = Array.from({ length: daysOf(world) }, (_, ago) => addDays(LAST_DAY, -ago)).filter((day) => weekdayOf(day) === 'thu' && random.chance(0.9));
  return days.map((day) => ({
    day, weekday: 'thu', minute: Math.floor(random.uniform(18.5 * 60, 18.75 * 60)), band: 'evening', format: random.pick(FORMATS), isShareOriented: random.chance(0.2),
    isPaid: false, isUnlabelled: false, isInSeries: true,
  }));
}

/** July, August, and the days from 24 December to 6 January: the calendar where no other is loaded. */
export function isInHolidays(day: string): boolean {
  const monthDay = day.slice(5);
  return (monthDay >= '07-01' && monthDay <= '08-31') || monthDay >= '12-24' || monthDay <= '01-06';
}
