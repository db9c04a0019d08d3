import { useCallback } from 'react';
import { useSearchParams } from 'react-router';
import { useCurrentOrganisation } from '../api/current-organisation.js';
import { MONTH_PARAMETER, monthsAround, monthToShow } from '../format/months.js';

interface MonthOfPage { month: string; before: string | null; after: string | null; show: (month: string) => void }

/** The month of the address, and the way to the next and the previous one. */
export function useMonth(): MonthOfPage {
  const organisation = useCurrentOrganisation();
  const [parameters, setParameters] = useSearchParams();
  const month = monthToShow(parameters.get(MONTH_PARAMETER), organisation);
  const show = useCallback((wanted: string) => {
    setParameters((current) => {
      current.set(MONTH_PARAMETER, wanted);
      return current;
    }, { replace: true, preventScrollReset: true });
  }, [setParameters]);
  return { month, ...monthsAround(month, organisation), show };
}
