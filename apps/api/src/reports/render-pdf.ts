import { setImmediate } from 'node:timers/promises';
import { reportWords, type Locale, type MonthlyReport } from '@portee/shared';
import { boardDocument } from './board-document.js';
import { compileBoard } from './typst-compiler.js';

/** One document at a time: two at once would only take twice the memory. */
let last: Promise<unknown> = Promise.resolve();

/**
 * The board document of a month: A4, tagged, its fonts inside. It says nothing that the report does not hold.
 * @throws Error when the layout refuses the document: nothing is half written
 */
export function renderPdf(report: MonthlyReport, { locale }: { locale: Locale }): Promise<Buffer> {
  const mine = last.then(() => compileBoard(boardDocument(report, reportWords(locale))));
  // A turn of the event loop between two: drawings are given back only then, and the server answers meanwhile.
  last = mine.then(() => setImmediate(), () => setImmediate());
  return mine;
}
