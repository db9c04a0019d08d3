import { addMonths, FEW_POSTS, localDay, passedOnWords, sayRatio, type ComparedChannel, type CostRatio } from '@portee/shared';
import { writeHours } from '../../format/hours.js';
import type { Translation } from '../../locales/translation.js';
import { COST_MONTHS } from './sort-channels.js';

/** A figure as written, « — » where it is not known, and what must be said under it. */
export interface ComparedCell { main: string; detail: string[] }

export function followersCell({ followers }: ComparedChannel, { t, write }: Translation): ComparedCell {
  if (followers === null) return unknown(t, 'channels.followers.unknown');
  return { main: write.number(followers.count, 0), detail: [t('channels.followers.on', { day: write.compactDay(followers.day) })] };
}

/** Usual reach for 100 followers. A network that counts no people has nothing here, whatever stands in for it elsewhere. */
export function reachCell(channel: ComparedChannel, month: string, translation: Translation): ComparedCell {
  const { t, write } = translation;
  const { usual: { median, low, high, posts }, usualMonths, usualBasis, givesReach, standIn } = channel;
  if (givesReach && standIn !== null) return unknown(t, 'channels.reach.notRead');
  if (!givesReach) return unknown(t, 'channels.reach.notMeasurable');
  if (median === null) return { main: t('channels.unknown'), detail: [t('channels.reach.tooFew', { posts })] };
  return {
    main: write.exactPeople(median),
    detail: [
      ...(low === null || high === null ? [] : [t('channels.between', { low: write.exactPeople(low), high: write.exactPeople(high) })]),
      t('channels.counted', { posts, period: sayPeriod(month, usualMonths, translation) }),
      ...(posts < FEW_POSTS ? [t('channels.few')] : []),
      ...(usualBasis === 'organic-and-unknown' ? [t('channels.unknownPaid')] : []),
    ],
  };
}

export function sharesCell({ sharing: { shares, likes, sharesPerLike } }: ComparedChannel, { t, write, locale }: Translation): ComparedCell {
  if (shares === null || likes === null) return unknown(t, 'channels.shares.unknown');
  if (sharesPerLike === null) return unknown(t, 'channels.shares.few');
  return { main: sayRatio(sharesPerLike, passedOnWords(locale)), detail: [t('channels.shares.of', { shares: write.number(shares, 0), likes: write.number(likes, 0) })] };
}

/** Contacts for an hour of work or a euro: both totals said; under three months nothing is compared by it. */
export function costCell(channel: ComparedChannel, kind: 'hour' | 'euro', { t, write, locale }: Translation): ComparedCell {
  const { ratio, cost, gain, months }: CostRatio = kind === 'hour' ? channel.contactsPerHour : channel.contactsPerEuro;
  const entered = kind === 'hour' ? channel.hours : channel.euros;
  if (entered === null) return unknown(t, `channels.${kind}.notEntered`);
  if (entered === 0) return unknown(t, `channels.${kind}.nothing`);
  if (ratio === null || cost === null || gain === null) return unknown(t, 'channels.cost.noContacts');
  return {
    main: write.number(ratio, ratio < 10 ? 1 : 0),
    detail: [t(`channels.${kind}.of`, { contacts: gain, cost: kind === 'hour' ? writeHours(cost, locale) : write.number(cost, 1), months }), ...(months < COST_MONTHS ? [t('channels.cost.few')] : [])],
  };
}

/** What stands in where people are not counted: interactions for 100 followers, named as such. Null: nothing does. */
export function standInCell(channel: ComparedChannel, month: string, translation: Translation): ComparedCell | null {
  const { t, write } = translation;
  const { standIn, standInMonths } = channel;
  if (standIn === null) return null;
  if (standIn.median === null) return { main: t('channels.unknown'), detail: [t('channels.reach.tooFew', { posts: standIn.posts })] };
  return {
    main: write.number(standIn.median * 100),
    detail: [
      ...(standIn.low === null || standIn.high === null ? [] : [t('channels.between', { low: write.number(standIn.low * 100), high: write.number(standIn.high * 100) })]),
      t('channels.counted', { posts: standIn.posts, period: sayPeriod(month, standInMonths ?? 1, translation) }),
    ],
  };
}

/** Day of the latest reading: « aujourd’hui », « 9 nov. », « 9 novembre 2025 » of another year. */
export function sayRead({ observedAt }: ComparedChannel, { timeZone, today }: { timeZone: string; today: string }, { t, write }: Translation): string {
  if (observedAt === null) return t('channels.neverRead');
  const day = localDay(new Date(observedAt), timeZone);
  if (day === today) return t('channels.readToday');
  return day.slice(0, 4) === today.slice(0, 4) ? write.compactDay(day) : write.longDay(day);
}

/** « octobre 2026 », « août à octobre 2026 » */
function sayPeriod(month: string, months: number, { t, write }: Translation): string {
  if (months === 1) return write.monthAndYear(month);
  const first = addMonths(month, 1 - months);
  return t('channels.period', { from: first.slice(0, 4) === month.slice(0, 4) ? write.month(first) : write.monthAndYear(first), to: write.monthAndYear(month) });
}

function unknown(t: Translation['t'], why: Parameters<Translation['t']>[0]): ComparedCell {
  return { main: t('channels.unknown'), detail: [t(why)] };
}
