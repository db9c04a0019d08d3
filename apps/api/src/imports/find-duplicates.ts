import { createHash } from 'node:crypto';
import type { ExportRow } from '../networks/core/export-reader.js';

type PostRow = Extract<ExportRow, { kind: 'post' }>;
type DayRow = Extract<ExportRow, { kind: 'channel-day' }>;

/**
 * The same post or day twice in one file. With the same figures it counts once; with other figures nobody can tell
 * which are right, and the later row is rejected. Memory: some hundred bytes a row.
 */
export class DuplicateFinder {
  private readonly seen = new Map<string, { line: number; print: string }>();

  check(row: ExportRow): ExportRow {
    if (row.kind !== 'post' && row.kind !== 'channel-day') return row;
    const key = keyOf(row);
    const first = this.seen.get(key);
    const print = fingerprintOf(row);
    if (first === undefined) {
      this.seen.set(key, { line: row.line, print });
      return row;
    }
    const problem = { column: null, params: { line: first.line, value: row.kind === 'post' ? row.reading.externalId : row.reading.day } };
    if (first.print === print) return { kind: 'skipped', line: row.line, remarks: [{ ...problem, reason: 'duplicate-row' }] };
    return { kind: 'rejected', line: row.line, problem: { ...problem, reason: 'duplicate-id-differs' } };
  }
}

/** What a row speaks of: figures of one post at two instants are two readings, not a duplicate. */
function keyOf(row: PostRow | DayRow): string {
  const { channel, reading } = row;
  const subject = 'externalId' in reading ? reading.externalId : `${reading.day} ${measuresOf(reading)}`;
  return [channel.network, channel.externalId ?? channel.name ?? '', subject, reading.observedAt?.getTime() ?? ''].join('\n');
}

/** Per-chart files give one figure of a day at a time: other figures of the day are no duplicate. */
function measuresOf(reading: DayRow['reading']): string {
  return [reading.followers, reading.reach, reading.views, reading.visits].map((figure) => (figure === null ? '0' : '1')).join('');
}

function fingerprintOf(row: PostRow | DayRow): string {
  return createHash('sha1').update(JSON.stringify(row.reading)).digest('base64').slice(0, 12);
}
