import type { Locale } from '../contract/primitives.contract.js';
import { writing } from './writing.js';

/** Shown where a figure is not known: never 0, never empty. */
export const UNKNOWN = '—';

/** « 1 234,5 »: as many decimals as asked, none unless asked; UNKNOWN for null. */
export function formatNumber(value: number | null, locale: Locale, decimals = 0): string {
  return value === null ? UNKNOWN : formatter(locale, decimals).format(value);
}

/** A fraction as a percentage with one decimal unless told: 0.0562 reads « 5,6 % »; UNKNOWN for null. */
export function formatPercent(fraction: number | null, locale: Locale, decimals = 1): string {
  if (fraction === null) return UNKNOWN;
  return `${formatter(locale, decimals).format(fraction * 100)}${locale === 'fr' ? '\u202F%' : '%'}`;
}

const formatters = new Map<string, Intl.NumberFormat>();

function formatter(locale: Locale, decimals: number): Intl.NumberFormat {
  const key = `${locale} ${decimals}`;
  const known = formatters.get(key);
  if (known !== undefined) return known;
  const made = new Intl.NumberFormat(writing(locale).intlLocale, { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  formatters.set(key, made);
  return made;
}
