import {
  boardSentences, speaker, spokenLocale, staffWords, translatorFor, writing, type Locale, type SharedKey, type Speak, type StaffWords, type Translator, type Writing,
} from '@portee/shared';

/** The sentences of the board document and of the month: page and PDF say the same. */
export interface ReportWords { say: Speak<keyof typeof boardSentences.fr>; t: Translator<SharedKey>; write: Writing; charts: StaffWords }

const made = new Map<Locale, ReportWords>();

/** Built once a language: compiling messages takes a while. */
export function reportWords(asked: Locale): ReportWords {
  const locale = spokenLocale(boardSentences, asked);
  const known = made.get(locale);
  if (known !== undefined) return known;
  const words = { say: speaker(boardSentences, locale), t: translatorFor(locale), write: writing(locale), charts: staffWords(locale) };
  made.set(locale, words);
  return words;
}

/** « octobre 2026 », « août à octobre 2026 » */
export function sayMonths({ say, write }: ReportWords, { from, to }: { from: string; to: string }): string {
  const [first, last] = [from.slice(0, 7), to.slice(0, 7)];
  if (first === last) return write.monthAndYear(last);
  return say('board.channels.months', { from: first.slice(0, 4) === last.slice(0, 4) ? write.month(first) : write.monthAndYear(first), to: write.monthAndYear(last) });
}
