import { addDays } from '@portee/shared';

/** Days after its last at which an experiment closes, whether its channel is still read or not. */
const CLOSES_AFTER_DAYS = 60;

/** `open`: posts may still come. `over`: all that was published for it is known and has stopped growing. `closed`: nothing is waited for any more. */
export type ExperimentEnd = 'open' | 'over' | 'closed';

/**
 * Whether an experiment is over. Its last day alone does not end it: a post that nobody has read yet would be taken for one that was never published.
 * @param readDay  the day of the last whole reading of its channel, local to it as all days here; null: it never was read
 */
export function endOf({ lastDay, finalAgeDays, readDay, today }: { lastDay: string; finalAgeDays: number; readDay: string | null; today: string }): ExperimentEnd {
  if (today > addDays(lastDay, CLOSES_AFTER_DAYS)) return 'closed';
  return readDay !== null && readDay > addDays(lastDay, finalAgeDays) ? 'over' : 'open';
}
