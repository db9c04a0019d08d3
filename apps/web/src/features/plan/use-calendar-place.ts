import { useCallback } from 'react';
import { useSearchParams } from 'react-router';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { type Span, spanToShow, weekToShow } from './calendar-span.js';
import { useIsPhone } from './use-is-phone.js';

export const calendarViews = ['weeks', 'week', 'list'] as const;
export type CalendarView = (typeof calendarViews)[number];
/** What the address calls them; four weeks are what it says nothing of. */
const WORDS: Record<CalendarView, string | null> = { weeks: null, week: 'semaine', list: 'liste' };

interface CalendarPlace {
  span: Span;
  view: CalendarView;
  /** A phone has no room for a table. */
  isList: boolean;
  /** Events of the centre's agenda are left out. */
  hidesAgenda: boolean;
  show: (from: string | null) => void;
  showAs: (view: CalendarView) => void;
  showAgenda: (isShown: boolean) => void;
}

/** What the address says of the calendar: `?semaine=2026-11-16&vue=liste&agenda=masque`, so that a colleague sees the same. */
export function useCalendarPlace(): CalendarPlace {
  const { today } = useCurrentOrganisation();
  const isPhone = useIsPhone();
  const [parameters, setParameters] = useSearchParams();
  const set = useCallback((name: string, value: string | null) => {
    setParameters((current) => {
      if (value === null) current.delete(name);
      else current.set(name, value);
      return current;
    }, { replace: true, preventScrollReset: true });
  }, [setParameters]);
  const view = calendarViews.find((one) => WORDS[one] === parameters.get('vue')) ?? 'weeks';
  const asked = parameters.get('semaine');
  return {
    view, span: view === 'week' ? weekToShow(asked, today) : spanToShow(asked, today), isList: isPhone || view === 'list', hidesAgenda: parameters.get('agenda') === 'masque',
    show: (from) => { set('semaine', from); }, showAs: (chosen) => { set('vue', WORDS[chosen]); }, showAgenda: (isShown) => { set('agenda', isShown ? null : 'masque'); },
  };
}
