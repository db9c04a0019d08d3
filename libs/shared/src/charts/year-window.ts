import type { Figure } from '../contract/reach.contract.js';
import type { Headline } from '../contract/report.contract.js';
import { monthOf } from '../time/period.js';
import type { StaffInput } from './staff-input.js';
import { staffTitle } from './staff-sentences.js';
import { sayPeople, type StaffWords } from './staff-words.js';

/** Months that have a figure only together: their span, and their usual. */
export interface YearWindow { from: string; to: string; usual: Figure }

/**
 * The figure of several months together, where no single month of the year has its own; null where one does, or where
 * nothing has. A newsletter goes out once a week: four letters make no figure, three months of them do.
 */
export function yearWindow({ parts }: StaffInput, { figure, months, from, to }: Headline): YearWindow | null {
  if (figure.median === null || months === 1 || parts.some(({ usual }) => usual.median !== null)) return null;
  return { from, to, usual: figure };
}

/** What the year shows, in words: the range of its months, or the figure that they have together. */
export function usualYearTitle(input: StaffInput, window: YearWindow | null, words: StaffWords): string {
  if (window === null || window.usual.median === null) return staffTitle(input, words);
  const { say, write } = words;
  return say('charts.title.window', { value: sayPeople(words, window.usual.median), first: write.month(monthOf(window.from)), last: write.monthAndYear(monthOf(window.to)) });
}
