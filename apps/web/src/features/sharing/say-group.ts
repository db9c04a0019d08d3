import { FEW_POSTS, passedOnWords, sayRatio, type ChannelPassedOn } from '@portee/shared';
import type { Translation } from '../../locales/translation.js';

/** A set of posts: a format, a theme, those that ask to be shared, an appointment. */
export type Group = ChannelPassedOn['whole'];

/** What is known of these sets at all: a column that nobody could fill is left out, not drawn full of dashes. */
export function knownOf(groups: readonly Group[]): { reach: boolean; shares: boolean } {
  return {
    reach: groups.some(({ organic, paid, unknown, shareRate }) => organic.posts + paid + unknown > 0 || shareRate !== null),
    shares: groups.some(({ sharing }) => sharing.shares !== null),
  };
}

/** « 21 »: shares for 100 likes; a dash where there is no ratio. */
export function sayRatioOr(ratio: number | null, { t, locale }: Translation): string {
  return ratio === null ? t('sharing.unknown') : sayRatio(ratio, passedOnWords(locale));
}

/** « 2,1 »: of 100; a dash where it is not known. */
export function sayPeopleOr(rate: number | null, { t, write }: Translation): string {
  return rate === null ? t('sharing.unknown') : write.exactPeople(rate);
}

/** What must be known of the usual reach of a set: its likely range, on how many posts it rests, or why there is none. */
export function reachDetail({ organic, posts, unknown }: Group, { t, write }: Translation): string[] {
  const { median, low, high } = organic;
  if (median === null) return [organic.posts === 0 && unknown > 0 ? t('sharing.reach.unknownPaid', { unknown }) : t('sharing.reach.tooFew', { posts: organic.posts, all: posts })];
  const few = organic.posts < FEW_POSTS ? [t('sharing.reach.few', { posts: organic.posts })] : [];
  const counted = few.length === 0 ? [t('sharing.reach.counted', { posts: organic.posts })] : few;
  return low === null || high === null ? counted : [t('sharing.reach.between', { low: write.exactPeople(low), high: write.exactPeople(high) }), ...counted];
}

/** What the ratio of shares is made of, or why there is none; a set without posts has said so already. */
export function ratioDetail({ posts, sharing: { shares, likes, sharesPerLike } }: Group, { t, write }: Translation): string {
  if (posts === 0) return '';
  if (shares === null || likes === null) return t('sharing.ratio.unknown');
  return sharesPerLike === null ? t('sharing.ratio.few', { likes }) : t('sharing.ratio.of', { shares: write.number(shares, 0), likes: write.number(likes, 0) });
}
