import { addDays, daysBetween } from '@portee/shared';
import type { ModelPost } from '../../../apps/api/src/recommendations/model-post.js';
import { type Chosen, choosePosts, daysOf, firstDayOf, isInHolidays } from './choose-posts.js';
import type { Random } from './random.js';
import { settlePosts } from './settle-posts.js';
import { BANDS, type Effects, type Format, FORMATS, WEEKDAYS, type World } from './worlds.js';
import { ageDays, readInstant, writeInstant } from './written-instant.js';

const DAYS_A_YEAR = 365.25;
const MONDAY = '2020-01-06';
const PLAIN_VIRAL = { probability: 0.03, mean: 1 };
const PAID = { 'paid yes': Math.log(2.5) };
const PAID_SPREAD = 0.4;

/** A post as a file tells of it, whatever its age. */
export interface InventedPost {
  id: string;
  /** ISO 8601 with offset. */
  publishedAt: string;
  format: Format;
  /** As it was labelled, which is not always the truth. */
  paid: boolean;
  followers: number;
  /** Seen so far. */
  reach: number;
  text: string;
}

/** A channel whose truth is known. */
export interface InventedChannel {
  name: string;
  /** All of them, whatever their age. */
  posts: InventedPost[];
  /** Those that count. */
  settled: ModelPost[];
  effects: Effects;
  /** Scatter of an ordinary post. */
  sigma: number;
  /** Of reach, a year. */
  slope: number;
  /** The day since which reach is another; null: none. */
  stepDay: string | null;
  /** The channel's own, beside the others of its organisation. */
  level: number;
}

/** What is the same for all posts of a channel. */
interface Traits {
  world: World;
  effects: Effects;
  stepDay: string | null;
  /** Logarithm of the reach rate of a post about which nothing is known. */
  base: number;
  followers: number;
  growth: number;
  sigma: number;
  /** Days after which most of the reach is there. */
  tau: number;
  shocks: Map<number, number>;
}

/** @param base  logarithm of the usual reach rate, the channel's own level included */
export function inventChannel(world: World, random: Random, { name, base, level }: { name: string; base: number; level: number }): InventedChannel {
  const traits: Traits = {
    world, effects: inventEffects(world, random), stepDay: inventStepDay(world, random), base, followers: Math.exp(random.normal(Math.log(1500), 0.8)),
    growth: random.uniform(0, 0.08), sigma: random.uniform(0.6, 1.1), tau: random.uniform(0.4, 1.2), shocks: new Map(),
  };
  const posts = choosePosts(world, random).map((chosen, index) => inventPost(traits, random, { chosen, number: index + 1 }));
  return { name, posts, settled: settlePosts(posts), effects: traits.effects, sigma: traits.sigma, slope: world.slope ?? 0, stepDay: traits.stepDay, level };
}

function inventEffects({ effects = {}, isDense }: World, random: Random): Effects {
  if (!isDense) return { ...PAID, ...effects };
  const draw = (dimension: string, levels: Iterable<string>, spread: number): [string, number][] => [...levels].map((level) => [`${dimension} ${level}`, random.normal(0, spread)]);
  return {
    ...PAID,
    ...Object.fromEntries([...draw('hour_band', BANDS.keys(), 0.25), ...draw('format', FORMATS.keys(), 0.25), ...draw('share_oriented', ['yes'], 0.25), ...draw('weekday', WEEKDAYS.keys(), 0.15)]),
  };
}

/** A day in the middle two fifths of the span. */
function inventStepDay(world: World, random: Random): string | null {
  if (world.step === undefined) return null;
  return addDays(firstDayOf(world), Math.floor(daysOf(world) * random.uniform(0.3, 0.7)));
}

function inventPost(traits: Traits, random: Random, { chosen, number }: { chosen: Chosen; number: number }): InventedPost {
  const { world, followers, growth, tau } = traits;
  const publishedAt = writeInstant(chosen.day, chosen.minute, world.isWrittenInUtc === true);
  const fans = Math.round(followers * (1 + (growth * daysBetween(firstDayOf(world), chosen.day)) / DAYS_A_YEAR));
  const seen = 1 - Math.exp(-((ageDays(readInstant(publishedAt)) / tau) ** 0.8));
  const call = chosen.isShareOriented ? ' Partagez autour de vous.' : '';
  return {
    id: String(number), publishedAt, format: chosen.format, paid: chosen.isPaid && !chosen.isUnlabelled, followers: fans,
    reach: Math.round(Math.exp(inventLogRate(traits, random, chosen)) * fans * seen),
    text: `${chosen.isInSeries ? '#jeudiduconte ' : ''}Numéro ${number} de nos publications.${call}`,
  };
}

function inventLogRate(traits: Traits, random: Random, chosen: Chosen): number {
  const { world, base, sigma, stepDay } = traits;
  const { day, format, band, isPaid } = chosen;
  const isNoisy = format === 'video' || format === 'short_video' || band === 'evening';
  const noise = random.normal(0, sigma * (world.isHetero ? (isNoisy ? 1.6 : 0.8) : 1));
  const viral = world.viral ?? PLAIN_VIRAL;
  return base + noise + (random.chance(viral.probability) ? random.exponential(viral.mean) : 0) + effectsOn(traits.effects, chosen) + (isPaid ? random.normal(0, PAID_SPREAD) : 0)
    + shockOf(traits, random, day) + ((world.slope ?? 0) * daysBetween(firstDayOf(world), day)) / DAYS_A_YEAR
    + (stepDay !== null && day >= stepDay ? world.step ?? 0 : 0) + (isInHolidays(day) ? world.holiday ?? 0 : 0);
}

function effectsOn(effects: Effects, { band, weekday, format, isShareOriented, isPaid, isInSeries }: Chosen): number {
  const has = [`hour_band ${band}`, `weekday ${weekday}`, `format ${format}`, isShareOriented && 'share_oriented yes', isPaid && 'paid yes', isInSeries && 'rendezvous yes'];
  return has.reduce((sum, name) => sum + (name === false ? 0 : effects[name] ?? 0), 0);
}

/** What the posts of a week have in common. */
function shockOf({ world, shocks }: Traits, random: Random, day: string): number {
  if (world.weekShock === undefined) return 0;
  const week = Math.floor(daysBetween(MONDAY, day) / 7);
  const shock = shocks.get(week) ?? random.normal(0, world.weekShock);
  shocks.set(week, shock);
  return shock;
}
