import type { Collection, IngestionRun } from '@portee/shared';

/** A channel that does well, for specs. */
export function collection(change: Partial<Collection>): Collection {
  return {
    channelId: '0', state: 'connected', trouble: null, troubleSince: null, collectedAt: '2026-11-24T06:12:00Z', nextDueAt: '2026-11-25T08:10:00Z', limitedUntil: null,
    accessEndsAt: null, accessEndsSoon: false, isBackfilled: true, lastRun: null, ...change,
  };
}

/** A collection that came to its end, for specs. */
export function run(change: Partial<IngestionRun>): IngestionRun {
  return {
    id: '0', kind: 'regular', state: 'done', startedAt: '2026-11-24T06:11:18Z', finishedAt: '2026-11-24T06:12:00Z', reason: null, pages: 3, busySeconds: 12, postsRead: 240,
    postsNew: 2, snapshotsNew: 31, unchanged: 9, daysNew: 1, absent: 0, oldestPostAt: '2025-03-04T10:00:00Z', refused: [], remarks: [], ...change,
  };
}
