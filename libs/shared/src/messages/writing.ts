import type { Locale } from '../contract/primitives.contract.js';
import { peoplePerHundred } from '../metrics/people-per-hundred.js';
import { perLanguage } from './per-language.js';

/** The region whose habits each language follows: Belgium's, and British English. */
const intlLocales: Record<Locale, string> = { fr: 'fr-BE', en: 'en-GB', nl: 'nl-BE' };

/** Numbers, days and months as a language writes them. Days and months are local text, never instants. */
export interface Writing {
  intlLocale: string;
  /** « 2 840 », « 5,6 » with one decimal at most unless told. */
  number(value: number, decimals?: number): string;
  /** A fraction as whole per cent: 0.62 reads « 62 % ». */
  percent(fraction: number): string;
  /** A fraction as people for 100 followers, whole: 0.0562 reads « 6 ». */
  people(rate: number): string;
  /** The same with one decimal under ten: « 5,6 », « 14 ». */
  exactPeople(rate: number): string;
  /** On an axis: two significant digits under ten, « 1,5 », « 0,19 ». */
  axisPeople(rate: number): string;
  /** « octobre », « octobre 2026 », « oct. », « o ». */
  month(month: string): string;
  monthAndYear(month: string): string;
  shortMonth(month: string): string;
  monthLetter(month: string): string;
  /** « 9 novembre 2026 », « 9 novembre ». */
  longDay(day: string): string;
  shortDay(day: string): string;
  /** « 9 nov. », held together. */
  compactDay(day: string): string;
  /** « samedi 24 octobre » */
  weekday(day: string): string;
  /** A local time `18:40`, the language's own way: « 18 h 40 », « 9 h ». Intl would print 18:40 in French too. */
  time(time: string): string;
  /** « mars, avril et juin » */
  list(words: readonly string[]): string;
}

/** How a language writes figures and dates: built once and kept, each formatter at its first use, Intl's being slow to make. */
export const writing = perLanguage((locale) => makeWriting(intlLocales[locale]));

function makeWriting(intlLocale: string): Writing {
  const twoDigits = numberWriter(intlLocale, { maximumSignificantDigits: 2 });
  const percent = numberWriter(intlLocale, { style: 'percent', maximumFractionDigits: 0 });
  const decimals = [0, 1, 2].map((most) => numberWriter(intlLocale, { maximumFractionDigits: most }));
  const list = once(() => new Intl.ListFormat(intlLocale, { type: 'conjunction' }));
  const number = (value: number, most = 1): string => (decimals[most] ?? decimals[1] ?? twoDigits)(value);
  return {
    intlLocale, number,
    percent: (fraction) => narrow(percent(fraction)),
    people: (rate) => number(peoplePerHundred(rate).people, 0),
    exactPeople: (rate) => number(rate * 100, rate < 0.0995 ? 1 : 0),
    axisPeople: (rate) => (rate < 0.1 ? twoDigits(rate * 100) : number(rate * 100, 0)),
    ...dateWriters(intlLocale),
    time: (time) => (intlLocale.startsWith('fr') ? frenchTime(time) : time),
    list: (words) => list().format(words),
  };
}

function numberWriter(intlLocale: string, options: Intl.NumberFormatOptions): (value: number) => string {
  const format = once(() => new Intl.NumberFormat(intlLocale, options));
  return (value) => format().format(value);
}

type DateWriters = Pick<Writing, 'month' | 'monthAndYear' | 'shortMonth' | 'monthLetter' | 'longDay' | 'shortDay' | 'compactDay' | 'weekday'>;

function dateWriters(intlLocale: string): DateWriters {
  const writer = (options: Intl.DateTimeFormatOptions): ((local: string) => string) => {
    const format = once(() => new Intl.DateTimeFormat(intlLocale, { ...options, timeZone: 'UTC' }));
    const write = (local: string): string => format().format(new Date(local.length === 7 ? `${local}-01` : local));
    return options.day !== undefined && intlLocale.startsWith('fr') ? (local) => frenchFirst(write(local)) : write;
  };
  const compact = writer({ day: 'numeric', month: 'short' });
  const firstLetter = writer({ month: 'narrow' });
  return {
    month: writer({ month: 'long' }), monthAndYear: writer({ month: 'long', year: 'numeric' }), shortMonth: writer({ month: 'short' }),
    monthLetter: (month) => firstLetter(month).toLowerCase(),
    longDay: writer({ day: 'numeric', month: 'long', year: 'numeric' }), shortDay: writer({ day: 'numeric', month: 'long' }),
    compactDay: (day) => compact(day).replaceAll(' ', '\u00A0'),
    weekday: writer({ weekday: 'long', day: 'numeric', month: 'long' }),
  };
}

function once<Made>(make: () => Made): () => Made {
  let made: Made | undefined;
  return () => (made ??= make());
}

/** Intl puts an ordinary no-break space before the per cent sign in some versions: the house sets it narrow. */
function narrow(text: string): string {
  return text.replace(/\u00A0%/, '\u202F%');
}

function frenchTime(time: string): string {
  const [hour = '', minute = ''] = time.split(':');
  return `${Number(hour)}\u00A0h${minute === '00' ? '' : `\u00A0${minute}`}`;
}

/** « 1er octobre », « jeudi 1er octobre »: Intl writes a plain 1. */
function frenchFirst(written: string): string {
  return written.replace(/(^|[^\d])1 /, '$11er ');
}
