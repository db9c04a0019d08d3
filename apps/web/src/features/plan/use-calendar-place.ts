import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useAddress, withParameter } from '../../ui/use-address.js';
import { type Span, spanBeside, spanToShow, weekToShow } from './calendar-span.js';
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
  /** To the weeks before (-1) or after (1). */
  step: (by: -1 | 1) => void;
  showAs: (view: CalendarView) => void;
  showAgenda: (isShown: boolean) => void;
}

/** What the address says of the calendar: `?semaine=2026-11-16&vue=liste&agenda=masque`, so that a colleague sees the same. */
export function useCalendarPlace(): CalendarPlace {
  const { today } = useCurrentOrganisation();
  const isPhone = useIsPhone();
  const [address, change] = useAddress();
  const { view, span } = placeOf(address, today);
  const set = (name: string, value: string | null): void => { change(withParameter(name, value)); };
  return {
    view, span, isList: isPhone || view === 'list', hidesAgenda: address.get('agenda') === 'masque',
    show: (from) => { set('semaine', from); }, showAs: (chosen) => { set('vue', WORDS[chosen]); }, showAgenda: (isShown) => { set('agenda', isShown ? null : 'masque'); },
    step: (by) => { change((current) => withParameter('semaine', spanBeside(placeOf(current, today).span, by).from)(current)); },
  };
}

function placeOf(address: URLSearchParams, today: string): Pick<CalendarPlace, 'view' | 'span'> {
  const view = calendarViews.find((one) => WORDS[one] === address.get('vue')) ?? 'weeks';
  const asked = address.get('semaine');
  return { view, span: view === 'week' ? weekToShow(asked, today) : spanToShow(asked, today) };
}
