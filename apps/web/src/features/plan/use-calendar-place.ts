import { useCallback } from 'react';
import { useSearchParams } from 'react-router';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { type Span, spanToShow } from './calendar-span.js';
import { useIsPhone } from './use-is-phone.js';

interface CalendarPlace {
  span: Span;
  /** A phone has no room for the table. */
  isList: boolean;
  isPhone: boolean;
  show: (from: string | null) => void;
  showAs: (view: 'list' | 'table') => void;
}

/** What the address says of the calendar: `?semaine=2026-11-16&vue=liste`, so that a colleague sees the same. */
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
  return {
    span: spanToShow(parameters.get('semaine'), today), isPhone, isList: isPhone || parameters.get('vue') === 'liste',
    show: (from) => { set('semaine', from); }, showAs: (view) => { set('vue', view === 'list' ? 'liste' : null); },
  };
}
