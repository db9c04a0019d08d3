import { useState } from 'react';
import type { CalendarDoors } from '../../api/plan-calendar.doors.js';
import { useCalendarAct } from '../../api/plan-calendar.queries.js';
import { ProblemError } from '../../api/problem-error.js';

export interface Conflict<Thing> {
  /** What somebody else wrote meanwhile; null: nobody did, as far as is known. */
  theirs: { thing: Thing } | null;
  /** Call it with whatever a change was refused for. */
  onRefused: (error: Error) => void;
  /** The person takes theirs. */
  settle: () => void;
  /** Theirs could not be read: it is gone, perhaps. */
  failure: Error | null;
}

/** After a change that was refused because somebody else made one: reads what stands there now, so that the person can choose. */
export function useConflict<Thing>(read: (doors: CalendarDoors) => Promise<Thing>): Conflict<Thing> {
  const [theirs, setTheirs] = useState<Conflict<Thing>['theirs']>(null);
  const look = useCalendarAct<Thing>();
  return {
    theirs, failure: look.error,
    onRefused: (error) => {
      if (error instanceof ProblemError && error.reason === 'changed-meanwhile') look.mutate(read, { onSuccess: (thing) => { setTheirs({ thing }); } });
    },
    settle: () => { setTheirs(null); },
  };
}
