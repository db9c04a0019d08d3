import { useState, type FocusEvent, type KeyboardEvent, type RefObject } from 'react';
import type { CalendarDesk } from './calendar-desk.js';
import { entryAfterKey, type Stop, stopInWeek } from './calendar-steps.js';
import { focusOn } from './use-kept-focus.js';

export interface Roving {
  /** The one thing that Tab reaches. */
  stopKey: string | null;
  onFocus: (event: FocusEvent) => void;
  onKeyDown: (event: KeyboardEvent, from: Stop) => boolean;
}

/** One Tab leads into a table, arrows from one thing to the next. */
export function useRoving({ stops, today, hasHours }: CalendarDesk, table: RefObject<HTMLTableElement | null>): Roving {
  const [lastKey, setLastKey] = useState<string | null>(null);
  const stop = stops.find(({ key }) => key === lastKey) ?? stops.find(({ day }) => day >= today) ?? stops[0];
  return {
    stopKey: stop?.key ?? null,
    onFocus: ({ currentTarget }) => { setLastKey(currentTarget.getAttribute('data-key')); },
    onKeyDown: ({ key }, from) => {
      const next = hasHours ? stopInWeek(key, from, stops) : entryAfterKey(key, from, stops);
      if (next !== null) focusOn(table.current, next.key);
      return next !== null;
    },
  };
}
