import { addDays, type AgendaEvent } from '@portee/shared';

/** How many days before an event a post about it is proposed: whoever wants to come can still arrange it. */
const DAYS_BEFORE = [3, 1];
const LONGEST_TITLE = 120;

/** Where a post that is planned for an event begins: a few days before it, failing that today. */
export function draftFor({ title, day }: Pick<AgendaEvent, 'title' | 'day'>, today: string): { title: string; day: string } {
  const before = DAYS_BEFORE.map((days) => addDays(day, -days)).find((one) => one >= today);
  return { title: title.slice(0, LONGEST_TITLE).replace(/[\uD800-\uDBFF]$/u, '').trim(), day: before ?? today };
}
