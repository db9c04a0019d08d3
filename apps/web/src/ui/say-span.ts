import { capitalised, monthOf } from '@portee/shared';
import type { Translation } from '../locales/translation.js';

/** « Novembre 2024 à octobre 2026 »: the months from one day to another. */
export function saySpan({ from, until }: { from: string; until: string }, { t, write }: Pick<Translation, 't' | 'write'>): string {
  const [first, last] = [monthOf(from), monthOf(until)];
  return capitalised(first === last ? write.monthAndYear(first) : t('channelTabs.span', { from: write.monthAndYear(first), until: write.monthAndYear(last) }));
}
