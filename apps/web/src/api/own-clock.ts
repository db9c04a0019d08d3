import { localDay } from '@portee/shared';
import { useState } from 'react';
import { cityOf } from '../format/instants.js';
import { useCurrentOrganisation } from './current-organisation.js';
import { useSession } from './session.queries.js';

/** By which clock somebody is told moments. */
export interface OwnClock {
  timeZone: string;
  /** Today in that zone. */
  today: string;
  /** Written beside times, where they are not those of the organisation: « Tokyo ». Null: they are. */
  city: string | null;
}

/**
 * The person's own clock, else that of the organisation or of `otherwise`. For moments alone: who did what when, and when something was read.
 * Days, hours and months of posts and figures are the organisation's or the channel's, whoever looks at them.
 */
export function useOwnClock(otherwise?: string): OwnClock {
  const { timeZone: theirs, today } = useCurrentOrganisation();
  const own = useSession().data?.user?.timeZone ?? null;
  const [now] = useState(() => new Date());
  if (own === null || own === theirs) return { timeZone: otherwise ?? theirs, today, city: null };
  return { timeZone: own, today: localDay(now, own), city: cityOf(own) };
}
