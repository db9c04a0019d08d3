import { peoplePerHundred, type Channel, type Post } from '@portee/shared';
import type { Translation } from '../../locales/translation.js';
import { whyOut } from './why-out.js';

const EXCERPT_LENGTH = 80;

/** The beginning of a text on one line, cut between two words; null where there is none. */
export function excerptOf(text: string | null, length = EXCERPT_LENGTH): string | null {
  const line = text?.replace(/\s+/gu, ' ').trim() ?? '';
  if (line === '') return null;
  if (line.length <= length) return line;
  const cut = line.slice(0, length);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), length / 2)).trimEnd()}…`;
}

/** « 6 pour 100 », « moins d’une pour 100 »; « non mesurable » without a rate. */
export function sayRate(rate: number | null, { t, write }: Translation): string {
  if (rate === null) return t('posts.rate.none');
  return peoplePerHundred(rate).words === 'less-than-one' ? t('posts.rate.less') : t('posts.rate', { people: write.people(rate) });
}

/** What must be known of a post's rate before reading it: still growing, estimated, out of the medians and why. */
export function rateRemarks(post: Post, t: Translation['t']): string[] {
  const { reachRate, ineligible, followersEstimated, isFinal } = post;
  const out = whyOut(post);
  const isGrowing = ineligible === 'growing' || (ineligible === null && !isFinal);
  return [
    ...(out === null || out === 'growing' ? [] : [t(`posts.out.${out}`)]),
    ...(isGrowing ? [t(out === 'no-reach' ? 'posts.rate.othersGrowing' : 'posts.rate.growing')] : []),
    ...(followersEstimated && reachRate !== null ? [t('posts.rate.estimated')] : []),
  ];
}

/** « samedi 24 octobre 2026 à 18 h 40 », in the channel's own time zone: the contract gives both local. */
export function sayPublished({ localDay, localTime }: Pick<Post, 'localDay' | 'localTime'>, { t, write }: Translation): string {
  return t('posts.published', { day: write.longDay(localDay), time: write.time(localTime) });
}

/** Channel, format, and whether it was pushed: the line under a post's text. */
export function postFacts({ format, paid }: Post, channel: Channel | undefined, t: Translation['t']): string[] {
  return [
    ...(channel === undefined ? [] : [channel.name]),
    ...(format === null ? [] : [t(`posts.format.${format}`)]),
    ...(paid === true ? [t('posts.isPaid')] : []),
  ];
}
