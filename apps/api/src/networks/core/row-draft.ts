import { cleanText, cutText, MAX_TEXT } from './clean-text.js';
import type { RowProblem } from './export-reader.js';
import type { NamedCell } from './header-columns.js';
import type { LocatedInstant } from './local-instant.js';
import { type CountOutcome, readCount } from './read-count.js';
import type { PostReading } from './readings.js';

/** Nothing Portée reads is older than this: Facebook opened its doors in February 2004. */
const FIRST_INSTANT = Date.UTC(2004, 0, 1);

/** One row being read: the first reason to reject it, and remarks if it is kept. */
export class RowDraft {
  rejection: RowProblem | null = null;
  readonly remarks: RowProblem[] = [];

  /** Keeps the first reason only: the others often follow from it. */
  reject(column: string | null, reason: string, params: RowProblem['params'] = {}): void {
    this.rejection ??= { column, reason, params };
  }

  remark(column: string | null, reason: string, params: RowProblem['params'] = {}): void {
    this.remarks.push({ column, reason, params });
  }

  /** A figure; null when unknown, or when the row is rejected for it. */
  count(cell: NamedCell, read: (text: string) => CountOutcome = readCount): number | null {
    const outcome = read(cell.text);
    if ('value' in outcome) return outcome.value;
    this.reject(cell.column, outcome.reason, { value: shorten(cell.text) });
    return null;
  }

  /** A text cleaned of control signs and cut to its longest length. */
  text(cell: NamedCell): string | null {
    const clean = cleanText(cell.text);
    if (clean === null) return null;
    if (clean.includes('\uFFFD')) this.remark(cell.column, 'unreadable-characters');
    const { text, isCut } = cutText(clean);
    if (isCut) this.remark(cell.column, 'text-cut', { length: MAX_TEXT });
    return text;
  }

  /** A web address; anything else is left out with a remark. */
  url(cell: NamedCell): string | null {
    const clean = cleanText(cell.text);
    if (clean === null) return null;
    if (clean.length <= 2000 && /^https?:\/\/[^\s/]+/i.test(clean)) return clean;
    this.remark(cell.column, 'url-not-web', { value: shorten(clean) });
    return null;
  }

  /** Takes an instant made from a local time, and says when the clocks were being changed. */
  located(column: string, printed: string, instant: LocatedInstant): Date {
    if (instant.clock === 'repeated') this.remark(column, 'hour-repeated', { value: printed });
    if (instant.clock === 'skipped') this.remark(column, 'hour-skipped', { value: printed });
    return instant.at;
  }

  /** Rules that hold for every post, whatever file it came from. */
  checkPost(reading: PostReading, downloadedAt: Date, columns: { publishedAt: string; reach: string }): void {
    const at = reading.publishedAt.getTime();
    const seen = reading.observedAt ?? downloadedAt;
    const params = (rest: RowProblem['params'] = {}) => ({ value: reading.publishedAt.toISOString(), ...rest });
    if (at < FIRST_INSTANT) this.reject(columns.publishedAt, 'before-2004', params());
    else if (at > downloadedAt.getTime()) this.reject(columns.publishedAt, 'after-download', params({ downloadedAt: downloadedAt.toISOString() }));
    else if (at > seen.getTime()) this.reject(columns.publishedAt, 'after-observed', params({ observedAt: seen.toISOString() }));
    const { reach, views } = reading.figures;
    if (reach !== null && views !== null && reach > views) this.remark(columns.reach, 'reach-above-views', { reach, views });
  }
}

/** A cell shown back to the person: one line, short. */
export function shorten(text: string): string {
  const line = (cleanText(text) ?? '').replace(/\s+/gu, ' ');
  return line.length > 40 ? `${line.slice(0, 40).toWellFormed()}…` : line;
}
