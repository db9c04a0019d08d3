import { useCallback } from 'react';
import { useCurrentOrganisation } from '../api/current-organisation.js';
import { MONTH_PARAMETER, monthsAround, monthToShow } from '../format/months.js';
import { useAddress, withParameter } from './use-address.js';

export type Way = 'before' | 'after';
interface MonthOfPage { month: string; before: string | null; after: string | null; step: (way: Way) => void }

/** The month of the address, and the way to the next and the previous one. */
export function useMonth(): MonthOfPage {
  const organisation = useCurrentOrganisation();
  const [address, change] = useAddress();
  const month = monthOfAddress(address, organisation);
  const step = useCallback((way: Way) => {
    change((current) => {
      const wanted = monthsAround(monthOfAddress(current, organisation), organisation)[way];
      return wanted === null ? current : withParameter(MONTH_PARAMETER, wanted)(current);
    });
  }, [change, organisation]);
  return { month, ...monthsAround(month, organisation), step };
}

function monthOfAddress(address: URLSearchParams, organisation: Parameters<typeof monthToShow>[1]): string {
  return monthToShow(address.get(MONTH_PARAMETER), organisation);
}
