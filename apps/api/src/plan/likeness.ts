import { type PostFormat, searchText } from '@portee/shared';

/** A post that is planned, or one occurrence of an appointment. */
export interface ExpectedPost {
  id: string;
  channelId: string;
  at: Date;
  /** Local to the channel, `YYYY-MM-DD`. */
  day: string;
  /** null: not decided. */
  format: PostFormat | null;
  /** Name of its appointment; null: none. */
  series: string | null;
  /** Its working title; null: none. */
  title: string | null;
}

export interface PublishedPost {
  id: string;
  channelId: string;
  publishedAt: Date;
  /** Local to the channel, `YYYY-MM-DD`. */
  localDay: string;
  /** null: unknown. */
  format: PostFormat | null;
  /** Name of the appointment it was seen to belong to; null: none. */
  series: string | null;
  text: string | null;
}

export type Kinship = 'certain' | 'likely';

const CERTAIN_MS = 30 * 60_000;
/** A post ten minutes late is as good as on time; the step from one hour to two weighs as much as that from two to four. */
const SHORT_MS = 10 * 60_000;
/**
 * Logarithms of odds, on the same scale as delays. Another format than planned is some 20 times as likely of a post that is not the planned one (one in ten
 * changes its format; of two by chance, two in three differ), words that are not there some 50 times.
 */
const OTHER_FORMAT = 3;
const OTHER_WORDS = 4;
const WORD = /[\p{L}\p{N}]+/gu;
/** Shorter ones are in every text. */
const FEWEST_LETTERS = 3;
/** Nobody reads further for a title. */
const BEGINNING = 240;

/** How near a published post is to a planned one of its channel, and what it costs to take them for the same, 0 at best; null: they have nothing to do with each other. */
export function compare(plan: ExpectedPost, post: PublishedPost): { how: Kinship; cost: number } | null {
  const apartMs = Math.abs(plan.at.getTime() - post.publishedAt.getTime());
  const [format, words] = [sameFormat(plan, post), sameWords(plan, post)];
  const isCertain = apartMs <= CERTAIN_MS && (format === true || words === true);
  if (!isCertain && plan.day !== post.localDay) return null;
  return { how: isCertain ? 'certain' : 'likely', cost: Math.log1p(apartMs / SHORT_MS) + (format === false ? OTHER_FORMAT : 0) + (words === false ? OTHER_WORDS : 0) };
}

/** null: one of the two is not known. */
function sameFormat(plan: ExpectedPost, post: PublishedPost): boolean | null {
  return plan.format === null || post.format === null ? null : plan.format === post.format;
}

/** Same appointment, or all words of the plan's appointment or title in the beginning of the text; null: the plan has no words. */
function sameWords(plan: ExpectedPost, post: PublishedPost): boolean | null {
  if (plan.series !== null && post.series !== null && searchText(plan.series) === searchText(post.series)) return true;
  const wanted = [plan.series, plan.title].map((text) => wordsOf(text)).filter((words) => words.length > 0);
  if (wanted.length === 0 || (post.text === null && post.series === null)) return null;
  const found = new Set(wordsOf(post.text?.slice(0, BEGINNING) ?? null));
  return wanted.some((words) => words.every((word) => found.has(word)));
}

function wordsOf(text: string | null): string[] {
  const words = searchText(text ?? '').match(WORD) ?? [];
  return words.filter((word) => word.length >= FEWEST_LETTERS);
}
