import { localDay, localTime, type IngestionRun } from '@portee/shared';
import type { OwnClock } from '../../api/own-clock.js';
import { writeCsv } from '../../format/csv.js';
import { beside, toLocal, writeTime } from '../../format/instants.js';
import { sayDuration, sayOutcome } from './say-collection.js';
import type { Translation } from '../../locales/translation.js';

/** One collection as cells, for people to read. */
export interface RunRow { id: string; cells: Record<RunColumn, string> }
export const runColumns = ['date', 'kind', 'duration', 'posts', 'new', 'unchanged', 'absent', 'outcome'] as const;
export type RunColumn = (typeof runColumns)[number];

/** Collections as a table, in the order given. Counts of one under way are those reached so far. */
export function toRunRows(runs: readonly IngestionRun[], { timeZone, city }: Pick<OwnClock, 'timeZone' | 'city'>, { t, write, locale }: Translation): RunRow[] {
  return runs.map((run) => {
    const { day, ...clock } = toLocal(run.startedAt, timeZone);
    return {
      id: run.id,
      cells: {
        date: t('collect.runs.at', { day: write.compactDay(day), year: day.slice(0, 4), time: beside(writeTime(clock, locale), city) }), kind: t(`collect.runs.kind.${run.kind}`), duration: sayDuration(run, t),
        posts: write.number(run.postsRead), new: write.number(run.snapshotsNew + run.daysNew), unchanged: write.number(run.unchanged), absent: write.number(run.absent),
        outcome: sayOutcome(run, t),
      },
    };
  });
}

/** The same for a spreadsheet, which others open too: by the clock of the centre. Dates it can sort, durations in seconds, figures without spaces. */
export function writeRunsCsv(runs: readonly IngestionRun[], timeZone: string, { t }: Translation): string {
  const head = runColumns.map((column) => t(column === 'duration' ? 'collect.runs.seconds' : `collect.runs.${column}`));
  const rows = runs.map((run) => {
    const seconds = run.finishedAt === null ? '' : String((Date.parse(run.finishedAt) - Date.parse(run.startedAt)) / 1000);
    const counts = [run.postsRead, run.snapshotsNew + run.daysNew, run.unchanged, run.absent].map(String);
    const at = new Date(run.startedAt);
    return [`${localDay(at, timeZone)} ${localTime(at, timeZone)}`, t(`collect.runs.kind.${run.kind}`), seconds, ...counts, sayOutcome(run, t)];
  });
  return writeCsv([head, ...rows]);
}
