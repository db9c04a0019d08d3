import type { MonthlyReport } from '../contract/report.contract.js';
import type { Figure } from '../contract/reach.contract.js';
import { addMonths, firstDay } from '../time/period.js';
import { mainChannelOf } from './report-headline.js';
import type { ReportWords } from './report-words.js';
import { sayRatio } from './say-passed-on.js';

/** One set of posts: what it is, how many, and how many people a typical one reaches for 100 followers. */
export interface YearRow { key: string; name: string; posts: string; figure: string; detail: string }

/** The main channel over twelve months, by what is known of a push. */
export interface YearTable { title: string; intro: string; columns: string[]; rows: YearRow[]; notes: string[] }

/** Always said, even when there are none; the others only where the network tells. */
const always = ['all', 'organic', 'paid'] as const;
const whereKnown = ['unknown', 'followersReached'] as const;

/** Null without a main channel, or without a post in its twelve months. */
export function yearTable(report: MonthlyReport, words: ReportWords): YearTable | null {
  const main = mainChannelOf(report);
  if (main === null || report.year === null) return null;
  const { say, write } = words;
  const { since, until, reach } = report.year;
  // A change of definition shortens the span: before and after are not put together.
  const isWhole = since === firstDay(addMonths(report.month, -11));
  const keys = [...always, ...whereKnown.filter((key) => reach[key].posts > 0)];
  return {
    title: isWhole ? say('board.year.title', { network: main.networkLabel }) : say('board.year.titleSince', { network: main.networkLabel, day: write.longDay(since) }),
    intro: say('board.year.intro', { from: write.longDay(since), to: write.longDay(until) }),
    columns: (['which', 'posts', 'reach'] as const).map((column) => say(`board.year.${column}`)),
    rows: keys.map((key) => ({ key, name: say(`board.year.${key}`), posts: write.number(reach[key].posts, 0), ...sayFigure(reach[key], words) })),
    notes: [...sharingNote(report, words), ...(reach.followersEstimated ? [say('board.channels.estimated')] : [])],
  };
}

function sayFigure({ median, low, high }: Figure, { say, write }: ReportWords): { figure: string; detail: string } {
  if (median === null || low === null || high === null) return { figure: say('board.unknown'), detail: say('board.short.too-few-posts') };
  return { figure: write.exactPeople(median), detail: say('board.channels.between', { low: write.exactPeople(low), high: write.exactPeople(high) }) };
}

function sharingNote({ year }: MonthlyReport, words: ReportWords): string[] {
  const { say, write } = words;
  if (year === null || year.sharing.sharesPerLike === null) return [];
  const { shares, likes, sharesPerLike } = year.sharing;
  return [say('board.year.sharing', { ratio: sayRatio(sharesPerLike, words), shares: write.number(shares ?? 0, 0), likes: write.number(likes ?? 0, 0) })];
}
