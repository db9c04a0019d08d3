import { staffWords, type StaffWords } from '../charts/staff-words.js';
import type { Locale } from '../contract/primitives.contract.js';
import { perLanguage } from '../messages/per-language.js';
import { boardSentences } from '../messages/sentences/board.js';
import { speaker, type Speak } from '../messages/speak.js';
import { translatorFor, type SharedKey, type Translator } from '../messages/translator.js';
import { writing, type Writing } from '../messages/writing.js';
import { monthOf } from '../time/period.js';

/** Everything the month's report says in one language: page and PDF say the same. */
export interface ReportWords {
  locale: Locale;
  say: Speak<keyof typeof boardSentences.fr>;
  t: Translator<SharedKey>;
  write: Writing;
  charts: StaffWords;
}

/** The words of a language. */
export const reportWords = perLanguage((locale): ReportWords => (
  { locale, say: speaker(boardSentences, locale), t: translatorFor(locale), write: writing(locale), charts: staffWords(locale) }
));

/** « octobre 2026 », « août à octobre 2026 »: months from the first to the last day. */
export function sayMonths({ say, write }: ReportWords, { from, to }: { from: string; to: string }): string {
  const [first, last] = [monthOf(from), monthOf(to)];
  if (first === last) return write.monthAndYear(last);
  return say('board.channels.months', { from: first.slice(0, 4) === last.slice(0, 4) ? write.month(first) : write.monthAndYear(first), to: write.monthAndYear(last) });
}
