import { FEW_POSTS } from '../charts/staff-input.js';
import type { ChannelFormats } from '../contract/insight.contract.js';
import type { MonthlyReport } from '../contract/report.contract.js';
import { sharesPerLike } from '../metrics/shares-per-like.js';
import { adviceWords } from './advice-words.js';
import { advisedMain, sayWindow, type AdvisedMain } from './advised-main.js';
import { sharingCell, type ReportCell } from './channel-cells.js';
import type { ReportWords } from './report-words.js';
import { formatsTitle, passedOnWords, sharingTitle } from './say-passed-on.js';
import { sayPlace, timingWords } from './timing-title.js';

/** A format of the main channel: how many posts, and its cells in the order of `formatColumns`. */
export interface FormatRow { key: string; name: string; posts: string; reach: ReportCell; sharing: ReportCell; rate: string }

/** What gets passed on, and by which format. `lead` is the finding, `window` on what it rests. */
export interface ReportFormats { title: string; lead: string; window: string; columns: Record<(typeof formatColumns)[number], string>; rows: FormatRow[]; note: string }

export const formatColumns = ['format', 'posts', 'reach', 'sharing', 'rate'] as const;

type Format = ChannelFormats['formats'][number];

/** Null: nothing is advised with this month, or the main channel has no post in the window. */
export function reportFormats(report: MonthlyReport, words: ReportWords): ReportFormats | null {
  const main = advisedMain(report);
  if (main === null || main.figures.formats.length === 0) return null;
  const { say } = words;
  const { formats } = main.figures;
  const passed = passedOnWords(words.locale);
  const place = sayPlace(main.named, timingWords(words.locale));
  return {
    title: say('board.formats.title'),
    lead: say('board.formats.lead', { sharing: sharingTitle(place, { posts: formats.reduce((sum, { posts }) => sum + posts, 0), sharing: sharesPerLike(formats.map(({ sharing }) => sharing)) }, passed), formats: formatsTitle(main.outlook.records, passed) }),
    window: sayWindow(main, formats.reduce((sum, { organic }) => sum + organic.posts, 0), words),
    columns: { format: say('board.formats.format'), posts: say('board.year.posts'), reach: say('board.figure.reach'), sharing: say('board.channels.sharing'), rate: say('board.formats.rate') },
    rows: formats.map((format) => rowOf(format, main, words)), note: say(main.figures.basis === 'organic' ? 'board.formats.note' : 'board.formats.note.unknown'),
  };
}

/** In the order of the answer, the most frequent first: an order by figures would read as a ranking. */
function rowOf(format: Format, main: AdvisedMain, words: ReportWords): FormatRow {
  const { say, t, write } = words;
  return {
    key: format.format ?? 'unknown', name: format.format === null ? say('board.formats.unknown') : t(`format.${format.format}`),
    posts: write.number(format.posts, 0), reach: reachCell(format, main, words), sharing: sharingCell(format, words),
    rate: format.shareRate === null ? say('board.unknown') : write.exactPeople(format.shareRate),
  };
}

function reachCell({ organic: { median, low, high, posts }, unknown }: Format, { outlook }: AdvisedMain, { say, write, locale }: ReportWords): ReportCell {
  if (median === null || low === null || high === null) {
    if (!outlook.givesReach) return { main: say('board.unknown'), detail: [adviceWords(locale).say('advice.state.noReach')] };
    return { main: say('board.unknown'), detail: [posts === 0 && unknown > 0 ? say('board.formats.unknownPaid', { posts: unknown }) : say('board.short.too-few-posts')] };
  }
  const counted = say(posts < FEW_POSTS ? 'board.formats.few' : 'board.posts', { posts });
  return { main: write.exactPeople(median), detail: [say('board.figure.between', { low: write.exactPeople(low), high: write.exactPeople(high) }), counted] };
}
