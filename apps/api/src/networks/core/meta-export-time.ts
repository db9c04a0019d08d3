import type { NamedCell } from './header-columns.js';
import { existsInCalendar, type LocalDateTime, ZoneClock } from './local-instant.js';
import { type RowDraft, shorten } from './row-draft.js';

/**
 * Zone in which Meta Business Suite writes the hours of its files, without saying so, whatever the language of the
 * interface. Seen in real files: live broadcasts announced for the evening are stamped at midday.
 */
export const META_FILE_TIME_ZONE = 'America/Los_Angeles';

const PRINTED = /^(\d{1,2})\/(\d{1,2})\/(\d{4}) (\d{1,2}):(\d{2})$/;
const ANY_DATE = /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}/;

/** Reads `MM/DD/YYYY HH:MM`, Pacific time. */
export class MetaExportTime {
  private readonly clock = new ZoneClock(META_FILE_TIME_ZONE);

  /** @returns null when the row is rejected for it */
  read(cell: NamedCell, draft: RowDraft): Date | null {
    const local = localFrom(cell, draft);
    if (local === null) return null;
    if (existsInCalendar(local)) return draft.located(cell.column, cell.text, this.clock.locate(local));
    const isOtherOrder = existsInCalendar({ ...local, month: local.day, day: local.month });
    draft.reject(cell.column, isOtherOrder ? 'mixed-date-orders' : 'date-impossible', { value: shorten(cell.text), order: 'month-first' });
    return null;
  }
}

function localFrom(cell: NamedCell, draft: RowDraft): LocalDateTime | null {
  const match = PRINTED.exec(cell.text);
  if (match === null) {
    const reason = cell.text === '' ? 'value-missing' : ANY_DATE.test(cell.text) ? 'date-changed-by-spreadsheet' : 'date-unreadable';
    draft.reject(cell.column, reason, { value: shorten(cell.text), form: 'MM/DD/YYYY HH:MM' });
    return null;
  }
  const [month = 0, day = 0, year = 0, hour = 0, minute = 0] = match.slice(1).map(Number);
  return { year, month, day, hour, minute, second: 0 };
}
