import { createHash } from 'node:crypto';
import type { ColumnMapping } from '@portee/shared';
import type { ExportReader, ExportRow, FileChannel, FileHead, FileRecord, ReadingContext, RowReader } from '../networks/core/export-reader.js';
import { isBlank } from '../networks/core/file-header.js';
import type { NamedCell } from '../networks/core/header-columns.js';
import { ZoneClock } from '../networks/core/local-instant.js';
import { isDamagedIdentifier, MAX_IDENTIFIER } from '../networks/core/read-identifier.js';
import { readLocalCount } from '../networks/core/read-count.js';
import { NO_FIGURES, type PostFigures, type PostReading } from '../networks/core/readings.js';
import { RowDraft, shorten } from '../networks/core/row-draft.js';
import { findNetwork } from '../networks/registry.js';
import { describeUnknownFile } from './describe-unknown-file.js';
import { readNeutralised } from './formula-text.js';
import type { MappableColumn } from './guess-columns.js';
import { readMappedDate } from './read-mapped-date.js';
import { readFormat, readPaid } from './read-words.js';

/** A file of any other kind, read as a person said its columns mean. Every named column must stand in the header. */
export function mappedExport(mapping: ColumnMapping, file: { headerLine: number; network: string | null }): ExportReader {
  return {
    format: 'mapped',
    fileTimeZone: null,
    recognises: () => true,
    open: (head, context) => new MappedReader({ mapping, ...file }, head, context),
  };
}

class MappedReader implements RowReader {
  private readonly positions: Map<MappableColumn, number>;
  private readonly clock: ZoneClock;
  private readonly channel: FileChannel;
  private readonly hasPaidPush: boolean;

  constructor(private readonly file: { mapping: ColumnMapping; headerLine: number; network: string | null }, head: FileHead, private readonly context: ReadingContext) {
    const { headers } = describeUnknownFile(head).preview;
    const named = Object.entries(file.mapping.columns).filter((entry): entry is [MappableColumn, string] => entry[1] !== undefined);
    this.positions = new Map(named.map(([column, header]) => [column, headers.indexOf(header)]));
    this.clock = new ZoneClock(context.fileTimeZone);
    this.channel = context.chosen ?? { network: file.network ?? '', externalId: null, name: file.mapping.newChannel?.name ?? null };
    this.hasPaidPush = findNetwork(this.channel.network)?.descriptor.hasPaidPush ?? true;
  }

  read(record: FileRecord): readonly ExportRow[] {
    const { line } = record;
    if (line <= this.file.headerLine || isBlank(record)) return [];
    const draft = new RowDraft();
    const reading = this.readPost(record.cells, draft);
    if (reading === null || draft.rejection !== null) {
      return [{ kind: 'rejected', line, problem: draft.rejection ?? { column: null, reason: 'row-unreadable', params: {} } }];
    }
    return [{ kind: 'post', line, channel: this.channel, reading, remarks: draft.remarks }];
  }

  private readPost(cells: readonly string[], draft: RowDraft): PostReading | null {
    const cell = (column: MappableColumn) => this.cell(column, cells);
    const publishedAt = readMappedDate(cell('published_at'), draft, { order: this.file.mapping.dateOrder, clock: this.clock });
    if (publishedAt === null) return null;
    const text = draft.text(cell('text'));
    const url = draft.url(cell('url'));
    const externalId = this.identify(cell('post_id'), draft, `${publishedAt.toISOString()}\n${url ?? text ?? ''}`);
    const reading: PostReading = {
      externalId, publishedAt, text, url,
      format: this.readFormat(cell('format'), draft),
      paid: this.readPaid(cell('paid'), draft),
      isShare: false, authorRole: null, themes: [], deletedAt: null, observedAt: null,
      figures: this.figuresOf(cells, draft),
    };
    draft.checkPost(reading, this.context.observedAt, { publishedAt: cell('published_at').column, reach: cell('reach').column });
    return reading;
  }

  private cell(column: MappableColumn, cells: readonly string[]): NamedCell {
    const position = this.positions.get(column);
    const text = position === undefined ? '' : (cells[position]?.trim() ?? '');
    return { column: this.file.mapping.columns[column] ?? column, text: readNeutralised(text) };
  }

  /** The file's own identifier; without one, a print of hour and text, the same each time the file is read. */
  private identify(cell: NamedCell, draft: RowDraft, content: string): string {
    if (isDamagedIdentifier(cell.text)) draft.reject(cell.column, 'id-damaged-by-spreadsheet', { value: shorten(cell.text) });
    if (cell.text.length > MAX_IDENTIFIER) draft.reject(cell.column, 'too-long', { length: MAX_IDENTIFIER });
    const identifier = cell.text.toWellFormed().replaceAll('\u0000', '');
    return identifier === '' ? `file-${createHash('sha256').update(content).digest('hex').slice(0, 24)}` : identifier;
  }

  /** A word we do not know is a format of its network: kept as "other". */
  private readFormat(cell: NamedCell, draft: RowDraft): PostReading['format'] {
    const format = readFormat(cell.text);
    if (format !== undefined) return format;
    draft.remark(cell.column, 'format-other', { value: shorten(cell.text) });
    return 'other';
  }

  private readPaid(cell: NamedCell, draft: RowDraft): boolean | null {
    const paid = readPaid(cell.text);
    if (paid === undefined) draft.reject(cell.column, 'unknown-paid', { value: shorten(cell.text) });
    return paid ?? (this.hasPaidPush ? null : false);
  }

  private figuresOf(cells: readonly string[], draft: RowDraft): PostFigures {
    const count = (column: MappableColumn) => draft.count(this.cell(column, cells), readLocalCount);
    return {
      ...NO_FIGURES,
      followers: count('followers'),
      reach: count('reach'), reachOrganic: count('reach_organic'), reachPaid: count('reach_paid'), reachFollowers: count('reach_followers'),
      views: count('views'), likes: count('likes'), comments: count('comments'), shares: count('shares'), saves: count('saves'), clicks: count('clicks'),
    };
  }
}
