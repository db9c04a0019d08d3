import type { HourBand, PostFormat, Weekday } from '@portee/shared';

/** An eligible post as the method sees it: settled, with a reach and enough followers; see 1.4 of the README. */
export interface ModelPost {
  id: string;
  publishedAt: Date;
  /** Local to the channel, `YYYY-MM-DD`. */
  localDay: string;
  band: HourBand;
  weekday: Weekday;
  /** null: unknown; the post then says nothing of formats. */
  format: PostFormat | null;
  /** Role of who published it; null: unknown, and it says nothing of authors. */
  author: string | null;
  /** People reached; 0 counts as 1 in logarithms. */
  reach: number;
  followers: number;
  /** Pushed with money. null only where nothing is known of any post of the channel. */
  paid: boolean | null;
  isShareOriented: boolean;
  /** Part of a weekly appointment. */
  isInSeries: boolean;
  isInHolidays: boolean;
}

/** Logarithm of the reach rate: what the method works on. */
export function logRate({ reach, followers }: Pick<ModelPost, 'reach' | 'followers'>): number {
  return Math.log(Math.max(1, reach) / followers);
}

/** The same order whatever the order of arrival: same input, same bytes. */
export function inOrder<Post extends Pick<ModelPost, 'id' | 'publishedAt'>>(posts: readonly Post[]): Post[] {
  return posts.toSorted((a, b) => a.publishedAt.getTime() - b.publishedAt.getTime() || (a.id < b.id ? -1 : Number(a.id > b.id)));
}
