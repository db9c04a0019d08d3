import { capitalised, monthOf, type AdviceBasis } from '@portee/shared';
import type { Translation } from '../../locales/translation.js';

/** « Novembre 2024 à octobre 2026 »: the months that a channel's comparison covers. */
export function sayWindow({ from, until }: Pick<AdviceBasis, 'from' | 'until'>, { t, write }: Pick<Translation, 't' | 'write'>): string {
  const [first, last] = [monthOf(from), monthOf(until)];
  return capitalised(first === last ? write.monthAndYear(first) : t('timing.span', { from: write.monthAndYear(first), until: write.monthAndYear(last) }));
}

/** « heure de Bruxelles »: in which zone days and hours are read. */
export function sayZone(zone: string, { t }: Pick<Translation, 't'>): string {
  return zone === 'Europe/Brussels' ? t('timing.zone.brussels') : t('timing.zone', { zone: (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ') });
}

interface Counted { posts: number; isPaidUnknown: boolean; timeZone: string }

/** « 312 publications non sponsorisées, heure de Bruxelles. » */
export function sayCounted({ posts, isPaidUnknown, timeZone }: Counted, { t }: Pick<Translation, 't'>): string {
  return t(isPaidUnknown ? 'timing.counted.unknown' : 'timing.counted', { posts, zone: sayZone(timeZone, { t }) });
}
