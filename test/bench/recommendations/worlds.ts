import type { HourBand, PostFormat, Weekday } from '@portee/shared';

export type Format = Exclude<PostFormat, 'story' | 'email' | 'other'>;

/** How a world differs from the plain one, in which nothing matters. Effects are logarithms. */
export interface World {
  name: string;
  posts: number;
  months: number;
  band?: Partial<Record<HourBand, number>>;
  format?: Partial<Record<Format, number>>;
  share?: number;
  /** Spread of effects drawn anew for each channel. */
  dense?: boolean;
  viral?: { probability: number; mean: number };
  /** Videos are mostly shown in the evening. */
  isConfounded?: boolean;
  isNoisier?: boolean;
  paid?: { probability: number; ofEvents: number; unlabelled: number };
  isDeclining?: boolean;
  holiday?: number;
  weekShock?: number;
  isImmature?: boolean;
  series?: number;
}

const MONTHS: Readonly<Record<number, number>> = { 20: 3, 60: 6, 100: 9, 200: 12, 600: 24 };
const sized = (name: string, sizes: readonly number[], rest: Omit<World, 'name' | 'posts' | 'months'> & { months?: number } = {}): World[] =>
  sizes.map((posts) => ({ ...rest, name: `${name}-n${posts}`, posts, months: rest.months ?? MONTHS[posts] ?? 12 }));

const SPARSE = { band: { evening: Math.log(1.5) }, format: { video: Math.log(1.6) }, share: Math.log(1.4) } as const;

/** The worlds of the method's acceptance table. */
export const worlds: readonly World[] = [
  ...sized('null', [20, 60, 100, 200, 600]),
  ...sized('sparse', [60, 100, 200, 600], SPARSE),
  ...sized('dense', [60, 200, 600], { dense: true }),
  ...sized('confounded', [60, 100, 200, 600], { format: { video: Math.LN2 }, isConfounded: true }),
  ...sized('strong', [60, 100], { format: { video: Math.log(3) } }),
  ...sized('viral', [200], { viral: { probability: 0.1, mean: 1.5 } }),
  ...sized('viral-sparse', [200], { ...SPARSE, viral: { probability: 0.1, mean: 1.5 } }),
  ...sized('hetero', [200], { isNoisier: true }),
  ...sized('boost-mislabelled', [200], { paid: { probability: 0.2, ofEvents: 0.6, unlabelled: 0.4 } }),
  ...sized('habit-decline', [200], { isDeclining: true }),
  ...sized('holiday', [200], { holiday: Math.log(0.7), months: 24 }),
  ...sized('weekshock', [200], { weekShock: 0.35 }),
  ...sized('immature', [60], { isImmature: true }),
  ...sized('rendezvous', [200], { series: Math.log(1.5) }),
  ...sized('rendezvous-null', [200], { series: 0 }),
];

export const FORMATS: Readonly<Record<Format, number>> = { photo: 0.4, video: 0.12, short_video: 0.06, live: 0.02, link: 0.18, text: 0.05, event: 0.13, album: 0.04 };
export const WEEKDAYS: Readonly<Record<Weekday, number>> = { mon: 1, tue: 1.2, wed: 1.1, thu: 1.2, fri: 1.1, sat: 0.6, sun: 0.5 };
export const BANDS: Readonly<Record<HourBand, number>> = { night: 0.05, morning: 0.35, midday: 0.15, afternoon: 0.25, evening: 0.2 };
export const BANDS_OF_EVENTS: Readonly<Record<HourBand, number>> = { night: 0.03, morning: 0.5, midday: 0.2, afternoon: 0.2, evening: 0.07 };
