import { addMonths, localDay, monthOf, toInstant } from '@portee/shared';

/** Local hour at which mails leave on their day: people are at work, and the night's readings are in. */
const HOUR = '08:00';

/**
 * The month whose report is to leave now: the last whole one, once its day and hour have come. Null where they have not, or came before
 * `since`: whoever chooses the fifth on the twentieth means the next fifth.
 * @param day  of the month after it, 1 to 28
 */
export function dueMonth({ day, since, timeZone }: { day: number; since: Date; timeZone: string }, now: Date): string | null {
  const present = monthOf(localDay(now, timeZone));
  const due = toInstant(`${present}-${String(day).padStart(2, '0')}T${HOUR}`, timeZone).instant;
  return now >= due && due > since ? addMonths(present, -1) : null;
}
