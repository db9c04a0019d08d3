import type { PostFormat } from '@portee/shared';

export const DEMONSTRATION_SLUG = 'demonstration';
/** Clairsonge is no place: the name was looked for and not found (23 November 2026). */
export const DEMONSTRATION_NAME = 'Centre culturel de Clairsonge';
export const DEMONSTRATION_TIME_ZONE = 'Europe/Brussels';

export type DemonstrationNetwork = 'facebook' | 'instagram' | 'mastodon' | 'youtube' | 'newsletter';

/** A channel of the fictitious centre and its habits. */
export interface DemonstrationChannel {
  network: DemonstrationNetwork;
  name: string;
  externalId: string;
  audience: string | null;
  /** Network of the channel it belongs to. */
  belongsTo: DemonstrationNetwork | null;
  isMain: boolean;
  /** Followers on the last day; growth is a fraction a year. */
  followers: number;
  growth: number;
  postsPerWeek: number;
  /** Every other Thursday morning, where the rhythm is fixed (newsletter). */
  isFortnightly: boolean;
  formats: readonly (readonly [PostFormat, number])[];
  /** Ages at which its posts are read, in days; the last one is the network's final age. */
  readingAges: readonly number[];
  /** Of work in an ordinary month; null: nobody notes them. */
  monthlyHours: number | null;
  /** Of no single post, in every month; null: nobody notes what it costs. */
  monthlyEuros: number | null;
  seed: number;
}

const HOUR = 1 / 24;
const WEEK_LONG = [HOUR, 6 * HOUR, 1, 3, 7] as const;

export const demonstrationChannels: readonly DemonstrationChannel[] = [
  {
    network: 'facebook', name: 'Centre culturel de Clairsonge', externalId: 'demo-facebook', audience: null, belongsTo: null, isMain: true,
    followers: 2832, growth: 0.045, postsPerWeek: 4.6, isFortnightly: false, readingAges: WEEK_LONG, monthlyHours: 9.5, monthlyEuros: 0, seed: 20_260_213,
    formats: [['photo', 0.37], ['video', 0.12], ['short_video', 0.06], ['live', 0.02], ['link', 0.17], ['text', 0.05], ['event', 0.13], ['album', 0.05], ['story', 0.03]],
  },
  {
    network: 'instagram', name: 'Clairsonge, côté jeunes', externalId: 'demo-instagram', audience: 'jeunes de 15 à 25 ans', belongsTo: 'facebook', isMain: false,
    followers: 1108, growth: 0.14, postsPerWeek: 3.2, isFortnightly: false, readingAges: WEEK_LONG, monthlyHours: 6.5, monthlyEuros: null, seed: 20_260_017,
    formats: [['photo', 0.36], ['album', 0.24], ['short_video', 0.24], ['video', 0.05], ['story', 0.11]],
  },
  {
    network: 'newsletter', name: 'La lettre de Clairsonge', externalId: 'demo-newsletter', audience: null, belongsTo: null, isMain: false,
    followers: 641, growth: 0.08, postsPerWeek: 0.5, isFortnightly: true, readingAges: WEEK_LONG, monthlyHours: 4.5, monthlyEuros: 12, seed: 20_260_303,
    formats: [['email', 1]],
  },
  {
    network: 'mastodon', name: 'Clairsonge sur Mastodon', externalId: 'demo-mastodon', audience: null, belongsTo: null, isMain: false,
    followers: 312, growth: 0.2, postsPerWeek: 2.4, isFortnightly: false, readingAges: WEEK_LONG, monthlyHours: 1.5, monthlyEuros: 0, seed: 20_260_404,
    formats: [['photo', 0.4], ['text', 0.25], ['link', 0.3], ['album', 0.05]],
  },
  {
    network: 'youtube', name: 'Clairsonge en images', externalId: 'demo-youtube', audience: null, belongsTo: null, isMain: false,
    followers: 121, growth: 0.1, postsPerWeek: 0.6, isFortnightly: false, readingAges: [1, 3, 7, 14, 28], monthlyHours: null, monthlyEuros: null, seed: 20_260_505,
    formats: [['video', 0.72], ['short_video', 0.2], ['live', 0.08]],
  },
];
