import { setImmediate } from 'node:timers/promises';
import { reportWords, type Locale, type MonthlyReport, type ReportWords } from '@portee/shared';
import { boardDocument, type BoardDocument } from './board-document.js';
import { fitPages, MOST_PAGES } from './fit-pages.js';
import { compileBoard } from './typst-compiler.js';

/** One document at a time: two at once would only take twice the memory. */
let last: Promise<unknown> = Promise.resolve();

/**
 * The board document of a month: A4, tagged, its fonts inside, on four pages at most. It says nothing that the report does not hold.
 * @throws Error when the layout refuses the document: nothing is half written
 */
export function renderPdf(report: MonthlyReport, { locale }: { locale: Locale }): Promise<Buffer> {
  const words = reportWords(locale);
  const mine = last.then(() => compileFitting(boardDocument(report, words), words));
  // A turn of the event loop between two: drawings are given back only then, and the server answers meanwhile.
  last = mine.then(() => setImmediate(), () => setImmediate());
  return mine;
}

function compileFitting(whole: BoardDocument, words: ReportWords): Buffer {
  const made = new Map<BoardDocument, Buffer>();
  const compile = (board: BoardDocument): Buffer => {
    const pdf = made.get(board) ?? compileBoard(board);
    made.set(board, pdf);
    return pdf;
  };
  return compile(fitPages(whole, { words, fits: (board) => pagesOf(compile(board)) <= MOST_PAGES }));
}

function pagesOf(pdf: Buffer): number {
  return (pdf.toString('latin1').match(/\/Type \/Page\b/g) ?? []).length;
}
