import { addMonths, compareHeadlines, monthOf, peoplePerHundred, type ChannelReport, type Headline } from '@portee/shared';
import type { Translation } from '../../locales/translation.js';

type Words = Pick<Translation, 't' | 'write'>;

/** The sentence of the month, its reached part marked `<em>`. */
export function sayHeadline(rate: number, { t }: Words): string {
  const { people, words } = peoplePerHundred(rate);
  if (words === 'less-than-one') return t('overview.headline.lessThanOne');
  return words === 'all-or-more' ? t('overview.headline.all') : t('overview.headline.people', { people });
}

/** What the picture of the hundred shows, in one line under it. */
export function sayCaption(rate: number, { t }: Words): string {
  const { people, words } = peoplePerHundred(rate);
  if (words === 'less-than-one') return t('overview.caption.lessThanOne');
  return words === 'all-or-more' ? t('overview.caption.all') : t('overview.caption.people', { people });
}

/** « en octobre 2026 », « entre août et octobre 2026 »: the time a figure covers. */
export function sayPeriod({ from, to }: Pick<Headline, 'from' | 'to'>, { t, write }: Words): string {
  const [first, last] = [monthOf(from), monthOf(to)];
  if (first === last) return t('period.month', { month: write.month(last) });
  const isSameYear = first.slice(0, 4) === last.slice(0, 4);
  return t('period.span', { from: isSameYear ? write.month(first) : write.monthAndYear(first), to: isSameYear ? write.month(last) : write.monthAndYear(last) });
}

/** How the month stands against the one before, and whether chance explains it; why not, where the two may not be compared. */
export function sayComparison({ headline, previous, seams }: ChannelReport, month: string, { t, write }: Words): string[] {
  if (headline.months !== 1) return [t('overview.window', { from: write.month(monthOf(headline.from)), to: write.monthAndYear(monthOf(headline.to)) }), ...sayCut(headline, { t, write })];
  const change = compareHeadlines(headline, previous, seams.filter(({ measure }) => measure.startsWith('reach')));
  if (change === null) return [...sayCut(headline, { t, write }), t('overview.than.none')];
  const before = { month: write.month(addMonths(month, -1)) };
  if (change.people === 0) return [t('overview.than.same', before)];
  const than = t(change.people > 0 ? 'overview.than.more' : 'overview.than.fewer', { ...before, count: Math.abs(change.people) });
  return [than, t(change.mayBeChance ? 'overview.than.near' : 'overview.than.apart')];
}

function sayCut({ cutAt }: Headline, { t, write }: Words): string[] {
  return cutAt === null ? [] : [t('overview.than.cut', { day: write.longDay(cutAt) })];
}
