import { addDays, type HourBand, type Weekday, weekdayOf } from '@portee/shared';
import type { Dimension } from '../../../apps/api/src/recommendations/choices.js';
import type { ModelPost } from '../../../apps/api/src/recommendations/model-post.js';
import type { Random } from './random.js';
import { BANDS, BANDS_OF_EVENTS, type Format, FORMATS, WEEKDAYS, type World } from './worlds.js';

const LAST_DAY = '2026-11-01';
const DAYS_A_MONTH = 365.25 / 12;
const FINAL_AGE_DAYS = 7;
const HOURS: Readonly<Record<HourBand, number>> = { night: 22, morning: 9, midday: 12.5, afternoon: 15, evening: 18.5 };

/** A channel whose truth is known. */
export interface InventedChannel {
  /** As a collection would have them: eligible ones. */
  posts: ModelPost[];
  /** True effect of a level, as a logarithm; of the appointment its own. */
  truth(dimension: Dimension, level: string): number;
}

interface Truth {
  band: Partial<Record<HourBand, number>>;
  weekday: Partial<Record<Weekday, number>>;
  format: Partial<Record<Format, number>>;
  share: number;
  paid: number;
  series: number;
}

/** What is the same for all posts of a channel. */
interface Channel {
  world: World;
  truth: Truth;
  followers: number;
  growth: number;
  base: number;
  sigma: number;
  /** Days after which most of the reach is there. */
  tau: number;
  days: number;
  shocks: Map<number, number>;
}

export function inventChannel(world: World, random: Random): InventedChannel {
  const channel: Channel = {
    world, truth: inventTruth(world, random), followers: Math.exp(random.normal(Math.log(1500), 0.8)), growth: random.uniform(0, 0.08), base: Math.log(0.055) + random.normal(0, 0.3),
    sigma: random.uniform(0.6, 1.1), tau: random.uniform(0.4, 1.2), days: Math.round(world.months * DAYS_A_MONTH), shocks: new Map(),
  };
  const posts: ModelPost[] = [];
  for (let index = 0; index < world.posts; index += 1) posts.push(...inventPost(channel, random, index));
  if (world.series !== undefined) posts.push(...inventSeries(channel, random));
  return { posts, truth: (dimension, level) => trueEffect(channel.truth, dimension, level) };
}

function inventTruth(world: World, random: Random): Truth {
  const truth: Truth = { band: world.band ?? {}, weekday: {}, format: world.format ?? {}, share: world.share ?? 0, paid: Math.log(2.5), series: world.series ?? 0 };
  if (!world.dense) return truth;
  const draw = <Key extends string>(keys: Readonly<Record<Key, number>>, sd: number): Partial<Record<Key, number>> => Object.fromEntries(Object.keys(keys).map((key) => [key, random.normal(0, sd)])) as Partial<Record<Key, number>>; // eslint-disable-line @typescript-eslint/no-unsafe-type-assertion
  return { ...truth, band: draw(BANDS, 0.25), format: draw(FORMATS, 0.25), share: random.normal(0, 0.25), weekday: draw(WEEKDAYS, 0.15) };
}

function trueEffect(truth: Truth, dimension: Dimension, level: string): number {
  const of = (effects: Readonly<Record<string, number | undefined>>): number => effects[level] ?? 0;
  switch (dimension) {
    case 'hour_band': return of(truth.band);
    case 'weekday': return of(truth.weekday);
    case 'format': return of(truth.format);
    case 'share_oriented': return truth.share;
    case 'paid': return truth.paid;
    case 'rendezvous': return truth.series;
  }
}

/** What a team chose for a post. */
interface Chosen {
  daysAgo: number;
  format: Format;
  band: HourBand;
  share: boolean;
  paid: boolean;
  isInSeries: boolean;
}

function inventPost(channel: Channel, random: Random, index: number): ModelPost[] {
  const { world } = channel;
  const isRecent = world.isImmature === true && index < world.posts * 0.2;
  const daysAgo = isRecent ? random.uniform(0, 4) : inventDay(channel, random);
  const format = isRecent && random.chance(0.8) ? 'video' : inventFormat(channel, random, daysAgo);
  const chance = world.paid ? (format === 'event' ? world.paid.ofEvents : world.paid.probability) : 0.08;
  return settle(channel, random, { daysAgo, format, band: inventBand(channel, random, { format, daysAgo }), share: random.chance(0.2), paid: random.chance(chance), isInSeries: false });
}

/** Uniform over the span, weekends rarer. */
function inventDay({ days }: Channel, random: Random): number {
  for (;;) {
    const daysAgo = random.uniform(0, days);
    if (random.chance(WEEKDAYS[weekdayOf(addDays(LAST_DAY, -Math.floor(daysAgo)))] / 1.2)) return daysAgo;
  }
}

function inventFormat({ world, days }: Channel, random: Random, daysAgo: number): Format {
  const format = random.pick(FORMATS);
  if (world.holiday !== undefined && isInHolidays(addDays(LAST_DAY, -Math.floor(daysAgo))) && random.chance(0.6)) return 'album';
  if (world.isDeclining && daysAgo < days / 2 && format === 'photo' && random.chance(0.5)) return 'link';
  return format;
}

function inventBand({ world, days }: Channel, random: Random, { format, daysAgo }: { format: Format; daysAgo: number }): HourBand {
  if (world.isConfounded) return random.chance(format === 'video' ? 0.8 : 0.1) ? 'evening' : random.pick({ ...BANDS, evening: 0 });
  if (world.isDeclining) return daysAgo > days / 2 ? (random.chance(0.65) ? 'morning' : random.pick({ ...BANDS, morning: 0 })) : random.chance(0.6) ? 'evening' : random.pick({ ...BANDS, evening: 0 });
  return random.pick(format === 'event' ? BANDS_OF_EVENTS : BANDS);
}

/** Every Thursday at half past six, nine weeks in ten. */
function inventSeries(channel: Channel, random: Random): ModelPost[] {
  const posts: ModelPost[] = [];
  for (let daysAgo = 3; daysAgo < channel.days; daysAgo += 7) {
    if (random.chance(0.9)) posts.push(...settle(channel, random, { daysAgo, format: random.pick(FORMATS), band: 'evening', share: random.chance(0.2), paid: false, isInSeries: true }));
  }
  return posts;
}

function settle(channel: Channel, random: Random, chosen: Chosen): ModelPost[] {
  const day = addDays(LAST_DAY, -Math.floor(chosen.daysAgo));
  const followers = Math.round(channel.followers * (1 + channel.growth * (channel.days - chosen.daysAgo) / 365.25));
  const seen = 1 - Math.exp(-((chosen.daysAgo / channel.tau) ** 0.8));
  const reach = Math.round(Math.exp(inventLogRate(channel, random, { chosen, day })) * followers * seen);
  if (chosen.daysAgo < FINAL_AGE_DAYS || followers < 50) return [];
  const isUnlabelled = chosen.paid && random.chance(channel.world.paid?.unlabelled ?? 0);
  const hour = HOURS[chosen.band] + random.uniform(0, 0.25);
  return [{
    id: `${random.uniform()}`, publishedAt: new Date(Date.parse(`${day}T00:00:00Z`) + hour * 3_600_000), localDay: day, band: chosen.band, weekday: weekdayOf(day), format: chosen.format, author: null, reach, followers,
    paid: chosen.paid && !isUnlabelled, isShareOriented: chosen.share, isInSeries: chosen.isInSeries, isInHolidays: isInHolidays(day),
  }];
}

function inventLogRate({ world, truth, base, sigma, shocks, days }: Channel, random: Random, { chosen, day }: { chosen: Chosen; day: string }): number {
  const { format, band, share, paid, isInSeries, daysAgo } = chosen;
  const noisier = world.isNoisier ? (format === 'video' || format === 'short_video' || band === 'evening' ? 1.6 : 0.8) : 1;
  const viral = world.viral ?? { probability: 0.03, mean: 1 };
  const week = Math.floor(daysAgo / 7);
  if (world.weekShock !== undefined && !shocks.has(week)) shocks.set(week, random.normal(0, world.weekShock));
  return base + random.normal(0, sigma * noisier) + (random.chance(viral.probability) ? random.exponential(viral.mean) : 0)
    + (truth.band[band] ?? 0) + (truth.format[format] ?? 0) + (truth.weekday[weekdayOf(day)] ?? 0) + (share ? truth.share : 0) + (isInSeries ? truth.series : 0)
    + (paid ? truth.paid + random.normal(0, 0.4) : 0) + (shocks.get(week) ?? 0) + (world.isDeclining ? Math.log(0.6) * ((days - daysAgo) / 365.25) : 0)
    + (world.holiday !== undefined && isInHolidays(day) ? world.holiday : 0);
}

/** July, August, and the days from 24 December to 6 January. */
function isInHolidays(day: string): boolean {
  const monthDay = day.slice(5);
  return (monthDay >= '07-01' && monthDay <= '08-31') || monthDay >= '12-24' || monthDay <= '01-06';
}
