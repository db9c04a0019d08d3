import { localDay, type MonthlyReport } from '@portee/shared';
import { channelsPage, type BoardChannels } from './board-channels.js';
import { boardFindings, type BoardFinding } from './board-findings.js';
import { boardHeadline, mainChannelOf, type BoardHeadline } from './board-headline.js';
import { boardPosts, type BoardPosts } from './board-posts.js';
import { boardStaff, type BoardStaff } from './board-staff.js';
import { capitalised, type BoardWords } from './board-words.js';
import { printable } from './pdf-text.js';

/** Everything on paper, in the words and order it is read: what `report.typ` lays out. Pictures are SVG text. */
export interface BoardDocument {
  language: string; title: string;
  organisation: string; month: string; forWhom: string;
  /** « Données fictives », on the first page and at the foot of each. */
  fictitious: string | null;
  provisional: string | null;
  readOn: string; pageWord: string;
  headline: BoardHeadline;
  findings: BoardFinding[];
  staff: BoardStaff | null;
  channels: BoardChannels | null;
  posts: BoardPosts | null;
  words: { title: string; terms: { term: string; meaning: string }[] };
  source: { title: string; text: string };
}

/** Turns the month's value into the document. Nothing is computed here but rounding and the choice of a sentence. */
export function boardDocument(report: MonthlyReport, words: BoardWords): BoardDocument {
  const { say, write, locale } = words;
  const main = mainChannelOf(report);
  return {
    language: locale,
    title: say('board.documentTitle', { month: write.monthAndYear(report.month) }),
    organisation: printable(report.organisation.name), month: capitalised(write.monthAndYear(report.month)), forWhom: say('board.forBoard'),
    fictitious: report.organisation.isDemonstration ? say('board.fictitious') : null,
    provisional: report.isProvisional && report.channels.length > 0 ? say('board.provisional') : null,
    readOn: readOn(report, words), pageWord: say('board.page'),
    headline: boardHeadline(report, words),
    findings: main === null ? [] : boardFindings(main, report.month, words),
    staff: main === null ? null : boardStaff(main, report, words),
    channels: channelsPage(report, words),
    posts: boardPosts(report, words),
    words: { title: say('board.words.title'), terms: terms(words) },
    source: { title: say('board.source.title'), text: sourceText(report, words) },
  };
}

const explained = ['reach', 'typical', 'perHundred', 'range', 'settled', 'paid', 'ratio', 'dash'] as const;

function terms({ say }: BoardWords): BoardDocument['words']['terms'] {
  return explained.map((word) => ({ term: say(`board.words.${word}`), meaning: say(`board.words.${word}.meaning`) }));
}

function readOn({ figuresAt, organisation }: MonthlyReport, { say, write }: BoardWords): string {
  return figuresAt === null ? say('board.notRead') : say('board.readOn', { day: write.longDay(localDay(new Date(figuresAt), organisation.timeZone)) });
}

function sourceText(report: MonthlyReport, { say, write }: BoardWords): string {
  const networks = [...new Set(report.channels.map(({ networkLabel }) => printable(networkLabel)))];
  const timeZone = report.organisation.timeZone;
  const text = report.figuresAt === null || networks.length === 0
    ? say('board.source.none')
    : say('board.source.text', { day: write.longDay(localDay(new Date(report.figuresAt), timeZone)), networks: write.list(networks), timeZone });
  return report.organisation.isDemonstration ? `${text} ${say('board.source.fictitious')}` : text;
}
