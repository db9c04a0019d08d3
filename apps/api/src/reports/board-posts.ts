import { postColumns, postsSeen, shorten, type MonthlyReport, type ReportWords, type SeenPost } from '@portee/shared';
import { breakable, printable } from './pdf-text.js';

/** Signs of a text: two lines of its column. */
const SHOWN_TEXT = 110;

export interface BoardPostRow { text: string; detail: string; rate: string; shares: string; likes: string }
export interface BoardPosts { title: string; intro: string; columns: string[]; groups: { title: string; rows: BoardPostRow[] }[] }

/** What was seen most and least, as paper takes it. Null when no post can be judged. */
export function boardPosts(report: MonthlyReport, words: ReportWords): BoardPosts | null {
  const seen = postsSeen(report, words);
  if (seen === null) return null;
  const { title, intro, columns, groups } = seen;
  return {
    title, intro, columns: postColumns.map((column) => columns[column]),
    groups: groups.map((group) => ({ title: group.title, rows: group.rows.map((row) => rowOf(row, words)) })),
  };
}

function rowOf({ text, detail, rate, shares, likes }: SeenPost, { say }: ReportWords): BoardPostRow {
  const shown = shorten(printable(text ?? ''), SHOWN_TEXT);
  return { text: shown === '' ? say('board.posts.noText') : breakable(shown), detail, rate, shares, likes };
}
