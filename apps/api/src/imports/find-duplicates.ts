import type { ExportRow } from '../networks/core/export-reader.js';

type ReadRow = Extract<ExportRow, { kind: 'post' | 'channel-day' }>;

/** Room for the print beside the line, in one number: 24 bits leave 2^29 lines. */
const PRINTS = 2 ** 24;

/**
 * The same post or day twice in one file. With the same figures it counts once; with other figures nobody can tell
 * which are right, and the later row is rejected. Memory: about a hundred bytes a row.
 */
export class DuplicateFinder {
  /** Line and print of the figures, by what the row speaks of. */
  private readonly seen = new Map<string, number>();
  private readonly channels = new Map<string, number>();

  check(row: ExportRow): ExportRow {
    if (row.kind !== 'post' && row.kind !== 'channel-day') return row;
    const key = this.keyOf(row);
    const first = this.seen.get(key);
    const print = printOf(row);
    if (first === undefined) {
      this.seen.set(key, row.line * PRINTS + print);
      return row;
    }
    const problem = { column: null, params: { line: Math.floor(first / PRINTS), value: row.kind === 'post' ? row.reading.externalId : row.reading.day } };
    if (first % PRINTS === print) return { kind: 'skipped', line: row.line, remarks: [{ ...problem, reason: 'duplicate-row' }] };
    return { kind: 'rejected', line: row.line, problem: { ...problem, reason: 'duplicate-id-differs' } };
  }

  /** Figures of one post at two instants are two readings; files of one chart give one figure of a day at a time. */
  private keyOf(row: ReadRow): string {
    const { channel, reading } = row;
    const subject = row.kind === 'post' ? row.reading.externalId : `${row.reading.day} ${measuresOf(row.reading)}`;
    const at = reading.observedAt === null ? '' : ` ${reading.observedAt.getTime()}`;
    return `${this.numberOf(`${channel.network} ${channel.externalId ?? channel.name ?? ''}`)} ${subject}${at}`;
  }

  private numberOf(channel: string): number {
    const known = this.channels.get(channel) ?? this.channels.size;
    this.channels.set(channel, known);
    return known;
  }
}

function measuresOf(reading: Extract<ReadRow, { kind: 'channel-day' }>['reading']): string {
  return [reading.followers, reading.reach, reading.views, reading.visits].map((figure) => (figure === null ? '0' : '1')).join('');
}

/** Print of what a row says in figures (FNV-1a, folded to 24 bits). Only rows of one post are ever compared by it. */
function printOf(row: ReadRow): number {
  const figures = row.kind === 'post' ? [row.reading.publishedAt.getTime(), ...Object.values(row.reading.figures)] : Object.values(row.reading);
  let print = 0x811c9dc5;
  const text = figures.join(' ');
  for (let at = 0; at < text.length; at += 1) print = Math.imul(print ^ text.charCodeAt(at), 0x01000193);
  return ((print >>> 24) ^ print) & (PRINTS - 1);
}
