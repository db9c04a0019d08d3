import { intervalSpan, type Interval } from '../charts/interval-geometry.js';
import type { MonthlyReport } from '../contract/report.contract.js';
import { capitalised } from '../messages/first-letter.js';
import type { HourBand } from '../metrics/hour-of-week.js';
import { adviceWords, sayHours } from './advice-words.js';
import { advisedMain, sayWindow, type AdvisedMain } from './advised-main.js';
import type { ReportCell } from './channel-cells.js';
import type { ReportWords } from './report-words.js';
import { sayWeekdays } from './say-weekdays.js';
import { timingRecords, timingState } from './timing-standing.js';
import { timingTitle, timingWords } from './timing-title.js';
import { intervalWords, verdictLine } from './verdict-line.js';

/** A band of hours: its usual rate as it stands and, all else equal, how it compares with the others. */
export interface MomentRow {
  key: HourBand; name: string; hours: string;
  reach: ReportCell;
  /** Null where hours are not compared yet. */
  verdict: { state: string; detail: string | null; isSure: boolean } | null;
  /** The likely range and its sentence; null where none is known. */
  drawn: { interval: Interval; label: string } | null;
}

/** When the main channel was seen. `span` is half the axis on which the intervals are drawn, the same for all. */
export interface ReportMoments {
  title: string; lead: string; window: string;
  columns: { band: string; reach: string; verdict: string; less: string; same: string; more: string };
  rows: MomentRow[]; isCompared: boolean; span: number;
  /** The weekdays, in one sentence; null where nothing is compared. */
  days: string | null;
}

/** Null: nothing is advised with this month, or the main channel has no post in the window. */
export function reportMoments(report: MonthlyReport, words: ReportWords): ReportMoments | null {
  const main = advisedMain(report);
  if (main === null) return null;
  const { say, locale } = words;
  const advice = adviceWords(locale);
  const posts = main.figures.bands.reduce((sum, { organic }) => sum + organic.posts, 0);
  const isCompared = timingState(main.outlook) === 'told';
  const rows = main.figures.bands.flatMap((band) => rowOf(band, main, words));
  return {
    title: say('board.moments.title'), lead: timingTitle(main.named, timingWords(locale)), window: sayWindow(main, posts, words),
    columns: {
      band: say('board.moments.band'), reach: say('board.figure.reach'), verdict: say('board.moments.verdict'),
      less: advice.say('advice.axis.less'), same: advice.say('advice.axis.same'), more: advice.say('advice.axis.more'),
    },
    rows, isCompared, span: intervalSpan(rows.flatMap(({ drawn }) => drawn?.interval ?? [])),
    days: isCompared ? sayWeekdays(main.outlook.records, words) : null,
  };
}

/** A band without a post says nothing. */
function rowOf({ band, organic }: AdvisedMain['figures']['bands'][number], { outlook }: AdvisedMain, words: ReportWords): MomentRow[] {
  const advice = adviceWords(words.locale);
  const record = timingRecords(outlook.records, 'hour_band').find(({ level }) => level === band)?.record;
  if (organic.posts === 0 && (record === undefined || record.posts === 0)) return [];
  const line = record === undefined || timingState(outlook) !== 'told' ? null : verdictLine(record, advice);
  const drawn = line?.interval ?? null;
  return [{
    key: band, name: capitalised(timingWords(words.locale).say(`timing.what.${band}`)), hours: sayHours({ dimension: 'hour_band', level: band }, advice) ?? '',
    reach: reachCell(organic, words),
    verdict: line === null ? null : { state: line.state, detail: line.detail, isSure: line.isSure },
    drawn: drawn === null || line === null ? null : { interval: drawn, label: intervalWords(drawn, advice, line.isSure).label },
  }];
}

function reachCell({ median, low, high, posts }: AdvisedMain['figures']['bands'][number]['organic'], { say, write }: ReportWords): ReportCell {
  const counted = say('board.posts', { posts });
  if (median === null || low === null || high === null) return { main: say('board.unknown'), detail: [counted] };
  return { main: write.exactPeople(median), detail: [say('board.figure.between', { low: write.exactPeople(low), high: write.exactPeople(high) }), counted] };
}
