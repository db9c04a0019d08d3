import { type Locale, writing } from '@portee/shared';
import type { RowProblem } from '../networks/core/export-reader.js';
import { type ProblemCatalogue, type ProblemReason, problemReasons } from './messages/problem-reasons.js';
import { en } from './messages/problems.en.js';
import { fr } from './messages/problems.fr.js';
import { nl } from './messages/problems.nl.js';
import { fileKind } from './messages/file-kinds.js';

const catalogues: Readonly<Record<Locale, ProblemCatalogue>> = { fr, en, nl };
const places: Readonly<Record<Locale, (column: string) => string>> = {
  fr: (column) => `Colonne «\u202F${column}\u202F»\u202F: `,
  en: (column) => `Column “${column}”: `,
  nl: (column) => `Kolom ‘${column}’: `,
};
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

/** What is wrong with a line or a file, in which column, and what to do, in a person's language. */
export function importProblemSentence(problem: RowProblem, locale: Locale): string {
  const sentence = catalogues[locale][knownReason(problem.reason)].replace(/\{(\w+)\}/g, (_mark, name: string) => printParam(name, problem.params[name], locale));
  if (problem.column === null || problem.column === '') return capitalise(sentence);
  return places[locale](problem.column) + sentence;
}

/** A reason stored by another version of Portée is said in general words. */
function knownReason(reason: string): ProblemReason {
  return problemReasons.find((known) => known === reason) ?? 'row-unreadable';
}

function printParam(name: string, value: string | number | undefined, locale: Locale): string {
  if (value === undefined || value === '') return '?';
  if (name === 'kind') return fileKind(String(value), locale);
  if (typeof value === 'number') return name === 'line' ? String(value) : value.toLocaleString(writing(locale).intlLocale);
  if (!INSTANT.test(value)) return value;
  return `${new Intl.DateTimeFormat(writing(locale).intlLocale, { day: '2-digit', month: '2-digit', year: 'numeric', hour: '2-digit', minute: '2-digit', timeZone: 'UTC' }).format(new Date(value))} UTC`;
}

function capitalise(sentence: string): string {
  return sentence.charAt(0).toLocaleUpperCase() + sentence.slice(1);
}
