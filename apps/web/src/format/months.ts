import { addMonths, monthOf, type OrganisationView } from '@portee/shared';

type Known = Pick<OrganisationView, 'firstMonth' | 'lastMonth' | 'today'>;

/** Name of the month in the address: `?mois=2026-10`. */
export const MONTH_PARAMETER = 'mois';

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

/** Whether a text of the address is a month. */
export function isMonth(text: string): boolean {
  return MONTH.test(text);
}

/**
 * The month a page shows: the one in the address when it is a month, else the last one that is over and has figures. A month
 * under way is proposed only when there is no other.
 */
export function monthToShow(asked: string | null, { firstMonth, lastMonth, today }: Known): string {
  if (asked !== null && isMonth(asked)) return asked;
  const lastOver = addMonths(monthOf(today), -1);
  if (lastMonth === null || firstMonth === null) return lastOver;
  if (lastMonth < lastOver) return lastMonth;
  return firstMonth > lastOver ? firstMonth : lastOver;
}

/** The months one step away; null where there is nothing beyond. A person may always step back into what has figures. */
export function monthsAround(month: string, { firstMonth, lastMonth, today }: Known): { before: string | null; after: string | null } {
  const last = lastMonth !== null && lastMonth > monthOf(today) ? lastMonth : monthOf(today);
  const first = firstMonth ?? month;
  return {
    before: month > first ? clamp(addMonths(month, -1), first, last) : null,
    after: month < last ? clamp(addMonths(month, 1), first, last) : null,
  };
}

function clamp(month: string, first: string, last: string): string {
  if (month < first) return first;
  return month > last ? last : month;
}
