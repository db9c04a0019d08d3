import type { Translation } from '../../locales/translation.js';

/** « 3 ans », « 6 mois », or until somebody deletes it. */
export function sayMonths(months: number | null, { t }: Pick<Translation, 't'>): string {
  if (months === null) return t('retention.always');
  return months % 12 === 0 ? t('retention.years', { count: months / 12 }) : t('retention.months', { count: months });
}
