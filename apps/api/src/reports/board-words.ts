import {
  boardSentences, speaker, spokenLocale, staffWords, translatorFor, writing, type Locale, type SharedKey, type Speak, type StaffWords, type Translator, type Writing,
} from '@portee/shared';

/** Everything the board document says in one language. */
export interface BoardWords {
  /** The language really spoken: English where the one asked has no sentence yet. */
  locale: Locale;
  say: Speak<keyof typeof boardSentences.fr>;
  /** The month's sentences, the same as on the web. */
  t: Translator<SharedKey>;
  write: Writing;
  charts: StaffWords;
}

/** Built once a language: compiling messages takes a while. */
export function boardWords(asked: Locale): BoardWords {
  const locale = spokenLocale(boardSentences, asked);
  const known = made.get(locale);
  if (known !== undefined) return known;
  const words = { locale, say: speaker(boardSentences, locale), t: translatorFor(locale), write: writing(locale), charts: staffWords(locale) };
  made.set(locale, words);
  return words;
}

const made = new Map<Locale, BoardWords>();

/** « octobre 2026 », « août à octobre 2026 »: months from the first to the last day. */
export function sayPeriod({ say, write }: BoardWords, from: string, to: string): string {
  const [first, last] = [from.slice(0, 7), to.slice(0, 7)];
  if (first === last) return write.monthAndYear(last);
  return say('board.channels.months', { from: first.slice(0, 4) === last.slice(0, 4) ? write.month(first) : write.monthAndYear(first), to: write.monthAndYear(last) });
}

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
