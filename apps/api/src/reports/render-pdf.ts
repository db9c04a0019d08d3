import { reportWords, type Locale, type MonthlyReport, type ReportWords } from '@portee/shared';
import { boardDocument, type BoardDocument } from './board-document.js';
import { fitPages, MOST_PAGES } from './fit-pages.js';
import { inTurn } from './in-turn.js';
import { compilePaper, pagesOf } from './typst-compiler.js';

/**
 * The board document of a month: A4, tagged, its fonts inside, on four pages at most. It says nothing that the report does not hold.
 * @throws Error when the layout refuses the document: nothing is half written
 */
export function renderPdf(report: MonthlyReport, { locale }: { locale: Locale }): Promise<Buffer> {
  const words = reportWords(locale);
  return inTurn(() => compileFitting(boardDocument(report, words), words));
}

function compileFitting(whole: BoardDocument, words: ReportWords): Buffer {
  const made = new Map<BoardDocument, Buffer>();
  const compile = (board: BoardDocument): Buffer => {
    const pdf = made.get(board) ?? compilePaper('report', board);
    made.set(board, pdf);
    return pdf;
  };
  return compile(fitPages(whole, { words, fits: (board) => pagesOf(compile(board)) <= MOST_PAGES }));
}
