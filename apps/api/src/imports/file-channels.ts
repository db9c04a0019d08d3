import type { FileChannel } from '../networks/core/export-reader.js';

/** Lines kept of a page that turns out not to be the target: enough to show where they are. */
const LINES_KEPT = 1_000;

/** A channel named in a file, with the lines that speak of it. */
export interface SeenChannel {
  number: number;
  channel: FileChannel;
  rows: number;
  lines: number[];
}

/** The channels a file speaks of, numbered as they are met. */
export class FileChannels {
  private readonly seen = new Map<string, SeenChannel>();

  /** Number of the row's channel, for the staged rows. */
  meet(channel: FileChannel, line: number): number {
    const key = JSON.stringify([channel.network, channel.externalId ?? channel.name?.toLowerCase() ?? null]);
    const known = this.seen.get(key) ?? { number: this.seen.size + 1, channel, rows: 0, lines: [] };
    if (known.rows === 0) this.seen.set(key, known);
    known.rows += 1;
    if (known.lines.length < LINES_KEPT) known.lines.push(line);
    return known.number;
  }

  /** Most rows first; of equals, the first met. */
  all(): SeenChannel[] {
    return [...this.seen.values()].sort((a, b) => b.rows - a.rows || a.number - b.number);
  }
}
