import {
  capitalised, findingsOf, glossaryOf, mainChannelOf, figuresSentence, readingDay, sourceOf, yearTable, type Finding, type MonthlyReport, type ReportWords, type YearTable,
} from '@portee/shared';
import { channelsPage, type BoardChannels } from './board-channels.js';
import { boardHeadline, type BoardHeadline } from './board-headline.js';
import { boardAdvice, type BoardAdvice } from './board-advice.js';
import { boardPosts, type BoardPosts } from './board-posts.js';
import { boardStaff, type BoardStaff } from './board-staff.js';
import type { PaperDocument } from './paper-document.js';
import { namedForPaper } from './paper-names.js';
import { breakable, paperText } from './pdf-text.js';

/** Everything on paper, in the words and order it is read: what `report.typ` lays out. Pictures are SVG text. */
export interface BoardDocument extends PaperDocument {
  month: string; forWhom: string;
  provisional: string | null;
  headline: BoardHeadline;
  findings: Finding[];
  staff: BoardStaff | null;
  channels: BoardChannels | null;
  year: YearTable | null;
  posts: BoardPosts | null;
  advice: BoardAdvice;
  /** What the team says, a paragraph each; it gives way last. */
  comment: { title: string; paragraphs: string[] } | null;
  /** Null: it gave way to the rest. */
  words: { title: string; terms: { term: string; meaning: string }[] } | null;
  /** What gave way, and where it stands (`fit-pages.ts`); null: nothing did. */
  left: { parts: string[]; sentence: string } | null;
  source: { title: string; text: string };
}

/** Turns the month's value into the document. Nothing is computed here but rounding and the choice of a sentence. */
export function boardDocument(month: MonthlyReport, words: ReportWords): BoardDocument {
  const report = namedForPaper(month);
  const { say, write, locale } = words;
  const main = mainChannelOf(report);
  const provisional = figuresSentence(report, locale);
  const day = readingDay(report, words);
  return {
    language: locale,
    title: say('board.documentTitle', { month: write.monthAndYear(report.month) }),
    organisation: breakable(report.organisation.name), month: capitalised(write.monthAndYear(report.month)), forWhom: say('board.forBoard'),
    fictitious: report.organisation.isDemonstration ? say('board.fictitious') : null,
    provisional: provisional === null ? null : paperText(provisional),
    dated: day === null ? say('board.notRead') : say('board.readOn', { day }), pageWord: say('board.page'),
    headline: boardHeadline(report, words),
    findings: main === null ? [] : findingsOf(main, report, words).map(printableFinding),
    staff: main === null ? null : boardStaff(main, report, words),
    channels: channelsPage(report, words),
    year: yearTable(report, words),
    posts: boardPosts(report, words),
    advice: boardAdvice(report, words),
    comment: report.comment === null ? null : { title: say('board.comment.title'), paragraphs: report.comment.split(/\n+/u).map(paperText) },
    words: { title: say('board.words.title'), terms: glossaryOf(words) },
    left: null,
    source: { title: say('board.source.title'), text: sourceOf(report, words).join(' ') },
  };
}

/** A channel's own name may stand in it. */
function printableFinding({ title, body }: Finding): Finding {
  return { title: paperText(title), body: paperText(body) };
}
