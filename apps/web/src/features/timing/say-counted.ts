import type { Translation } from '../../locales/translation.js';

/** « heure de Bruxelles »: in which zone days and hours are read. */
export function sayZone(zone: string, { t }: Pick<Translation, 't'>): string {
  return zone === 'Europe/Brussels' ? t('timing.zone.brussels') : t('timing.zone', { zone: (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ') });
}

interface Counted { posts: number; isPaidUnknown: boolean; timeZone: string }

/** « 312 publications non sponsorisées, heure de Bruxelles. » */
export function sayCounted({ posts, isPaidUnknown, timeZone }: Counted, { t }: Pick<Translation, 't'>): string {
  return t(isPaidUnknown ? 'timing.counted.unknown' : 'timing.counted', { posts, zone: sayZone(timeZone, { t }) });
}
