import type { HourBand, IneligibleReason, PostFormat, PostSeries, Seam, Weekday } from '@portee/shared';

/** A post with everything that insights and recommendations ask of it. Null is unknown. */
export interface AnalysedPost {
  id: string;
  publishedAt: Date;
  /** Local to the channel: `YYYY-MM-DD`, and 0 to 23. */
  localDay: string;
  hour: number;
  weekday: Weekday;
  band: HourBand;
  format: PostFormat | null;
  text: string | null;
  /** A role, never a person's name; null: unknown. */
  authorRole: string | null;
  /** Names of its themes, in the order of the alphabet. */
  themes: readonly string[];
  paid: boolean | null;
  /** Null: the post counts. */
  ineligible: IneligibleReason | null;
  /** Day whose measure definitions its figures follow. */
  definitionDay: string;
  followers: number | null;
  followersEstimated: boolean;
  reach: number | null;
  /** Organic part, where the network splits it. */
  reachOrganic: number | null;
  reachPaid: number | null;
  reachFollowers: number | null;
  views: number | null;
  likes: number | null;
  comments: number | null;
  shares: number | null;
  clicks: number | null;
  /** Its text asks to be passed on; false too where it has no text. */
  isShareOriented: boolean;
  /** Name of the weekly appointment it belongs to; null: none. */
  series: string | null;
  isInHolidays: boolean;
  observedAt: Date;
}

/** A span of a channel, without its posts. */
export type SpanHead = Omit<AnalysedSpan, 'posts' | 'series'>;

/** A channel's posts over a span that no change of definition of reach cuts. */
export interface AnalysedSpan {
  channel: { id: string; name: string; network: string; timeZone: string; givesReach: boolean };
  /** First and last local day. */
  since: string;
  until: string;
  /** The span was to begin earlier, and begins on the day the network changed its way of counting; null: it was not shortened. */
  cutAt: string | null;
  /** Days within the span asked for on which the network changed what reach means, the cut included. */
  seams: readonly Seam[];
  /** Recurring appointments that posts of the span belong to, the first begun first. */
  series: readonly PostSeries[];
  /** Posts of the span counted as on its last day, or in a way that compares; those that are not eligible included; by instant then id. */
  posts: readonly AnalysedPost[];
}
