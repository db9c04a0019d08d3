import type { HourBand, PostFormat, Weekday } from '@portee/shared';
import type { Odds } from './random.js';

export type Format = Exclude<PostFormat, 'story' | 'email' | 'other'>;

/** What is scored in a world. */
export type Question = 'advice' | 'trend' | 'channels' | 'experiment';

/** True effects on the logarithm of reach, by dimension and level (`format video`, `share_oriented yes`); one that is not named is 0. */
export type Effects = Readonly<Record<string, number>>;

/** How a world differs from the plain one, in which nothing matters. All sizes are logarithms. */
export interface World {
  name: string;
  /** Of each channel. */
  posts: number;
  months: number;
  asks: readonly Question[];
  effects?: Effects;
  /** Effects of all levels are drawn anew for each channel. */
  isDense?: boolean;
  viral?: { probability: number; mean: number };
  /** Videos are mostly shown in the evening. */
  isConfounded?: boolean;
  /** Some posts scatter more than others. */
  isHetero?: boolean;
  paid?: { probability: number; ofEvents: number; unlabelled: number };
  /** Mornings and photos in the first half; evenings, and links instead of half the photos, in the second. */
  isHabitChanging?: boolean;
  /** Effect of the holidays, in which most posts are albums. */
  holiday?: number;
  /** Spread of what a week's posts have in common. */
  weekShock?: number;
  /** A fifth of the posts are of the last four days. */
  isImmature?: boolean;
  hasSeries?: boolean;
  /** Instants are written as UTC rather than with the offset of the place. */
  isWrittenInUtc?: boolean;
  /** Of reach, a year. */
  slope?: number;
  /** Of reach, from a day in the middle of the span on. */
  step?: number;
  /** Of each channel of the organisation; absent: it has one channel. */
  levels?: readonly number[];
  /** Of an experiment: the effect it is made to see and the one there is, as fractions. */
  experiment?: { planned: number; effect: number };
}

type Change = Omit<World, 'name' | 'posts' | 'months' | 'asks'> & Partial<Pick<World, 'months' | 'asks'>>;

const MONTHS: Readonly<Record<number, number>> = { 20: 3, 60: 6, 100: 9, 200: 12, 600: 24 };
const sized = (name: string, sizes: readonly number[], change: Change = {}): World[] =>
  sizes.map((posts) => ({ name: `${name}-n${posts}`, posts, months: MONTHS[posts] ?? 12, asks: ['advice'], ...change }));

const SPARSE: Effects = { 'hour_band evening': Math.log(1.5), 'format video': Math.log(1.6), 'share_oriented yes': Math.log(1.4) };
const TREND: Change = { months: 18, weekShock: 0.2, asks: ['trend'] };
const EXPERIMENT: Change = { weekShock: 0.2, asks: ['experiment'] };

/** The worlds of the method's acceptance table. */
export const worlds: readonly World[] = [
  ...sized('null', [20, 60, 100, 200, 600]),
  ...sized('sparse', [60, 100, 200, 600], { effects: SPARSE }),
  ...sized('sparse-utc', [200], { effects: SPARSE, isWrittenInUtc: true }),
  ...sized('dense', [60, 200, 600], { isDense: true }),
  ...sized('confounded', [60, 100, 200, 600], { effects: { 'format video': Math.LN2 }, isConfounded: true }),
  ...sized('strong', [60, 100], { effects: { 'format video': Math.log(3) } }),
  ...sized('viral', [200], { viral: { probability: 0.1, mean: 1.5 } }),
  ...sized('viral-sparse', [200], { effects: SPARSE, viral: { probability: 0.1, mean: 1.5 } }),
  ...sized('hetero', [200], { isHetero: true }),
  ...sized('boost-mislabelled', [200], { paid: { probability: 0.2, ofEvents: 0.6, unlabelled: 0.4 } }),
  ...sized('habit-decline', [200], { isHabitChanging: true, slope: Math.log(0.6) }),
  ...sized('holiday', [200], { holiday: Math.log(0.7), months: 24 }),
  ...sized('weekshock', [200], { weekShock: 0.35, asks: ['advice', 'trend'] }),
  ...sized('immature', [60], { isImmature: true }),
  ...sized('rendezvous', [200], { hasSeries: true, effects: { 'rendezvous yes': Math.log(1.5) } }),
  ...sized('rendezvous-null', [200], { hasSeries: true }),
  ...sized('trend-flat', [200], TREND),
  ...sized('trend-down', [200], { ...TREND, slope: Math.log(0.7) }),
  ...sized('trend-step', [200], { ...TREND, step: Math.log(0.6) }),
  ...sized('channels-null', [100], { levels: [0, 0, 0], asks: ['channels'] }),
  ...sized('channels-diff', [100], { levels: [0, Math.log(1.6), Math.log(0.7)], asks: ['channels'] }),
  ...sized('experiment-null', [200], { ...EXPERIMENT, experiment: { planned: 0.5, effect: 0 } }),
  ...sized('experiment-half', [200], { ...EXPERIMENT, experiment: { planned: 0.5, effect: 0.5 } }),
  ...sized('experiment-double', [200], { ...EXPERIMENT, experiment: { planned: 1, effect: 1 } }),
];

export const FORMATS: Odds<Format> = new Map([['photo', 0.4], ['video', 0.12], ['short_video', 0.06], ['live', 0.02], ['link', 0.18], ['text', 0.05], ['event', 0.13], ['album', 0.04]]);
export const WEEKDAYS: Odds<Weekday> = new Map([['mon', 1], ['tue', 1.2], ['wed', 1.1], ['thu', 1.2], ['fri', 1.1], ['sat', 0.6], ['sun', 0.5]]);
export const BANDS: Odds<HourBand> = new Map([['night', 0.05], ['morning', 0.35], ['midday', 0.15], ['afternoon', 0.25], ['evening', 0.2]]);
export const BANDS_OF_EVENTS: Odds<HourBand> = new Map([['night', 0.03], ['morning', 0.5], ['midday', 0.2], ['afternoon', 0.2], ['evening', 0.07]]);
