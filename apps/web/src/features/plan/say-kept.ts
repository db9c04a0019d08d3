import { addDays, type KeptAppointment, type PlanLeftOut } from '@portee/shared';
import type { Translation } from '../../locales/translation.js';

interface Around {
  leftOut: readonly Pick<PlanLeftOut, 'reason' | 'day'>[];
  today: string;
}

/** By weekday, Monday first. */
const COUNTS = ['kept.count.1', 'kept.count.2', 'kept.count.3', 'kept.count.4', 'kept.count.5', 'kept.count.6', 'kept.count.7'] as const;

/** « 9 jeudis sur 10 », and what belongs to it: how sure, which were missed, what was left out, until when it is known. */
export function sayKept({ kept, past, weekday, keptLikely, until, dates }: KeptAppointment, { leftOut, today }: Around, { t, write }: Translation): { count: string; details: string[] } {
  if (until === null) return { count: t('kept.neverRead'), details: [] };
  const known = leftOut.filter(({ day }) => day < until);
  const [skipped, holiday] = [known.filter(({ reason }) => reason === 'skipped').length, known.filter(({ reason }) => reason === 'holiday').length];
  const missed = dates.filter(({ state }) => state === 'missed').map(({ day }) => write.compactDay(day));
  return {
    count: past === 0 ? t('kept.none') : t(COUNTS[weekday - 1] ?? COUNTS[0], { kept, past }),
    details: [
      ...(keptLikely > 0 ? [t('kept.likely', { count: keptLikely })] : []), ...(missed.length > 0 ? [t('kept.missed', { count: missed.length, days: write.list(missed) })] : []),
      ...(skipped > 0 ? [t('kept.skipped', { count: skipped })] : []), ...(holiday > 0 ? [t('kept.holiday', { count: holiday })] : []),
      ...(until < today ? [t('kept.knownUntil', { day: write.shortDay(addDays(until, -1)) })] : []),
    ],
  };
}
