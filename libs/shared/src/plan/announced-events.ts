import { searchText } from '../metrics/search-text.js';
import { addDays } from '../time/period.js';

/** How far ahead of an event a post that is planned for it may stand. */
const ANNOUNCED_DAYS = 28;
const WORD = /[\p{L}\p{N}]+/gu;
/** Shorter ones are in every title. */
const FEWEST_LETTERS = 3;

/** What takes place, and on which local days. */
export interface TakesPlace { title: string; day: string; lastDay: string }
export interface Announces { title: string; note: string | null; day: string }

/** The days of posts that may be planned for events of a span. */
export function announcingDays({ from, to }: { from: string; to: string }): { from: string; to: string } {
  return { from: addDays(from, -ANNOUNCED_DAYS), to };
}

/**
 * Whether something is planned for an event: in the four weeks before its end, with all words of its title, or with none but words of it (« Vernissage » for « Vernissage d’Anna »).
 * An event without words is taken for announced: there is nothing to look for.
 */
export function isAnnouncedBy({ title, lastDay, day }: TakesPlace, planned: readonly Announces[]): boolean {
  const wanted = wordsOf(title);
  if (wanted.size === 0) return true;
  const near = planned.filter((one) => one.day >= addDays(day, -ANNOUNCED_DAYS) && one.day <= lastDay);
  return near.some((one) => {
    const said = wordsOf(one.title);
    return isWithin(wanted, wordsOf(`${one.title} ${one.note ?? ''}`)) || (said.size > 0 && isWithin(said, wanted));
  });
}

function isWithin(words: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  return [...words].every((word) => others.has(word));
}

function wordsOf(text: string): Set<string> {
  return new Set((searchText(text).match(WORD) ?? []).filter((word) => word.length >= FEWEST_LETTERS));
}
