import type { Cursor, DaysRequest, ReadingPage } from './network-connector.js';

/** The figures of a page or an account by the day, during one collection. */
export interface DaySeries {
  /** How it stands now. Its cursor begins the series; null: there is none to read. */
  today(sinceDay: string): Promise<ReadingPage>;
  /** The newest window that is left. */
  window(cursor: Cursor, sinceDay: string): Promise<ReadingPage>;
}

/** First how things stand today, then the series, newest window first. A cursor of its pages resumes after them. */
export async function* walkDays(series: DaySeries, { sinceDay, cursor }: DaysRequest): AsyncGenerator<ReadingPage> {
  let next = cursor;
  if (next === null) {
    const page = await series.today(sinceDay);
    next = page.cursor;
    yield page;
  }
  while (next !== null) {
    const page = await series.window(next, sinceDay);
    next = page.cursor;
    yield page;
  }
}
