import type { IneligibleReason } from '../contract/post.contract.js';
import { daysBetween, type Weekday, weekdayOf, weekdays } from '../time/period.js';
import { searchText } from './search-text.js';

export interface SeriesPost {
  readonly id: string;
  readonly publishedAt: Date;
  /** Local to the channel. */
  readonly localDay: string;
  readonly text: string | null;
  /** Deleted posts and stories belong to no series. */
  readonly ineligible: IneligibleReason | null;
}

/** A recurring appointment: posts that begin alike, at a regular pace. */
export interface PostSeries {
  /** How its first post writes the hashtag or the three words. */
  readonly name: string;
  /** The day of the week most of its posts fall on. */
  readonly weekday: Weekday;
  /** Its usual pace. */
  readonly everyDays: (typeof paces)[number];
}

const paces = [7, 14, 21] as const;
const MIN_POSTS = 6;
/** Part of the gaps between successive posts that keep a pace to a day, as a fraction. */
const MIN_REGULAR = 0.7;
/** A beginning is looked for in the first signs of a text: nobody reads further for a title. What follows changes nothing. */
export const SERIES_BEGINNING = 240;

/** After signs that are no part of a word, emoji for example; a number alone is no hashtag. */
const LEADING_HASHTAG = /^[^\p{L}\p{N}_#]*(#(?=[\p{N}\p{M}_]*\p{L})[\p{L}\p{N}\p{M}_]+)/u;
const WORD = /[\p{L}\p{N}_][\p{L}\p{N}\p{M}_]*(?:['’-][\p{L}\p{N}_][\p{L}\p{N}\p{M}_]*)*/gu;

/**
 * The recurring appointments among a channel's posts, by id of post: same leading hashtag or same first three words,
 * accents and case ignored, 6 posts or more, at least 70 % of the gaps within a day of 7, 14 or 21 days. A post of two
 * series is the larger one's, of two of a size the hashtag's.
 */
export function findSeries(posts: readonly SeriesPost[]): Map<string, PostSeries> {
  const ordered = posts.filter(({ ineligible }) => ineligible !== 'deleted' && ineligible !== 'story')
    .toSorted((a, b) => a.publishedAt.getTime() - b.publishedAt.getTime() || (a.id < b.id ? -1 : Number(a.id > b.id)));
  const beginnings = new Map(ordered.map((post) => [post, beginningOf(post.text ?? '')]));
  const groups = [...groupBy(ordered, (post) => beginnings.get(post)?.hashtag), ...groupBy(ordered, (post) => beginnings.get(post)?.words)];
  // The largest last, so that it has the last word; hashtags come first in the list, and keep their place before words of the same size.
  const series = groups.flatMap((group) => toSeries(group) ?? []).toReversed().toSorted((a, b) => a.members.length - b.members.length);
  return new Map(series.flatMap(({ members, series: found }) => members.map(({ id }) => [id, found] as const)));
}

interface Group {
  name: string;
  members: SeriesPost[];
}

function groupBy(posts: readonly SeriesPost[], nameOf: (post: SeriesPost) => string | null | undefined): Group[] {
  const groups = new Map<string, Group>();
  for (const post of posts) {
    const name = nameOf(post);
    if (name === null || name === undefined) continue;
    const key = searchText(name).replaceAll('’', "'");
    const group = groups.get(key);
    if (group) group.members.push(post);
    else groups.set(key, { name, members: [post] });
  }
  return [...groups.values()];
}

function toSeries({ name, members }: Group): { members: SeriesPost[]; series: PostSeries } | null {
  if (members.length < MIN_POSTS) return null;
  const gaps = members.slice(1).map(({ localDay }, index) => daysBetween(members[index]?.localDay ?? localDay, localDay));
  const kept = gaps.flatMap((gap) => paces.find((pace) => Math.abs(gap - pace) <= 1) ?? []);
  if (kept.length < gaps.length * MIN_REGULAR) return null;
  const days = members.map(({ localDay }) => weekdayOf(localDay));
  return { members, series: { name, weekday: mostFrequent(days, weekdays), everyDays: mostFrequent(kept, paces) } };
}

/** Of several as frequent, the first in the order of all. */
function mostFrequent<T>(found: readonly T[], all: readonly [T, ...T[]]): T {
  const times = (one: T): number => found.filter((other) => other === one).length;
  return all.reduce((best, one) => (times(one) > times(best) ? one : best), all[0]);
}

function beginningOf(text: string): { hashtag: string | null; words: string | null } {
  // Letters in disguise (𝗝𝗲𝘂𝗱𝗶) become plain ones, and signs that are not drawn go.
  const start = text.slice(0, SERIES_BEGINNING).normalize('NFKC').replace(/\p{Cf}+/gu, '');
  const words = firstWords(start, 3);
  return { hashtag: LEADING_HASHTAG.exec(start)?.[1] ?? null, words: words.length === 3 ? words.join(' ') : null };
}

/** Looks no further than it must: most of a text is read by nobody here. */
function firstWords(text: string, number: number): string[] {
  const words: string[] = [];
  for (const [word] of text.matchAll(WORD)) {
    words.push(word);
    if (words.length === number) break;
  }
  return words;
}
