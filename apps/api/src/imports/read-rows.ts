import type { ExportRow } from '../networks/core/export-reader.js';
import type { StagedDay, StagedPost } from '../posts/stage-readings.js';
import { FileChannels } from './file-channels.js';
import { ProblemList } from './problem-list.js';

/** Counts, channels and problems of a file, filled while its rows flow to the ledger. */
export class RowTally {
  readonly channels = new FileChannels();
  readonly problems = new ProblemList();
  read = 0;
  accepted = 0;
  rejected = 0;

  /** Takes note of a row; true when it goes on to the ledger. */
  note(row: ExportRow): row is Extract<ExportRow, { kind: 'post' | 'channel-day' }> {
    if (row.kind === 'skipped') {
      // Nothing is lost with it: a total, or a row that already counts; some are worth a word.
      for (const remark of row.remarks ?? []) this.problems.add({ ...remark, line: row.line, severity: 'remark' });
      return false;
    }
    this.read += 1;
    if (row.kind === 'rejected') {
      this.reject(row.line, row.problem);
      return false;
    }
    this.accepted += 1;
    for (const remark of row.remarks) this.problems.add({ ...remark, line: row.line, severity: 'remark' });
    return true;
  }

  /** Rows that turned out to speak of another channel than the one meant. */
  leaveOut(rows: number, lines: readonly number[], name: string): void {
    this.accepted -= rows;
    this.rejected += rows;
    this.problems.total += rows - lines.length;
    for (const line of lines) this.problems.add({ line, column: null, severity: 'rejected', reason: 'other-page', params: { page: name } });
  }

  private reject(line: number, problem: Extract<ExportRow, { kind: 'rejected' }>['problem']): void {
    this.rejected += 1;
    this.problems.add({ ...problem, line, severity: 'rejected' });
  }
}

/** The rows, until the program is asked to stop. @throws the signal's reason */
export async function* untilStopped(rows: AsyncIterable<ExportRow>, signal: AbortSignal): AsyncGenerator<ExportRow> {
  for await (const row of rows) {
    signal.throwIfAborted();
    yield row;
  }
}

/** Posts of a file on their way to the ledger. */
export async function* postsOf(rows: AsyncIterable<ExportRow>, tally: RowTally): AsyncGenerator<StagedPost> {
  for await (const row of rows) {
    if (tally.note(row) && row.kind === 'post') yield { channelNumber: tally.channels.meet(row.channel, row.line), reading: row.reading };
  }
}

/** Days of channels of a file on their way to the ledger. */
export async function* daysOf(rows: AsyncIterable<ExportRow>, tally: RowTally): AsyncGenerator<StagedDay> {
  for await (const row of rows) {
    if (tally.note(row) && row.kind === 'channel-day') yield { channelNumber: tally.channels.meet(row.channel, row.line), reading: row.reading };
  }
}
