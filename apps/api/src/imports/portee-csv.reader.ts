import type { ExportReader, ExportRow, FileChannel, FileRecord, ReadingContext, RowReader } from '../networks/core/export-reader.js';
import { headerOf, isBlank } from '../networks/core/file-header.js';
import type { NamedCell } from '../networks/core/header-columns.js';
import { isDamagedIdentifier, MAX_IDENTIFIER } from '../networks/core/read-identifier.js';
import type { PostFigures, PostReading } from '../networks/core/readings.js';
import { NO_FIGURES } from '../networks/core/readings.js';
import { RowDraft, shorten } from '../networks/core/row-draft.js';
import { type ColumnsByName, selectColumns } from '../networks/core/select-columns.js';
import { readNeutralised } from './formula-text.js';
import { type PorteeColumn, porteeColumnNames } from './portee-columns.js';
import { readIsoInstant } from './read-iso-instant.js';
import { readPorteeChannel } from './read-portee-channel.js';
import { readFormat, readPaid } from './read-words.js';

/** Portée's own open format, posts. Recognised by its first four names. */
export const porteePostsExport: ExportReader = {
  format: 'portee-posts',
  fileTimeZone: null,
  recognises: (head) => headerOf(head).columns.countOf(['channel', 'network', 'post_id', 'published_at']) === 4,
  open(head, context) {
    const { columns, line } = headerOf(head);
    return new PorteePostsReader(selectColumns(columns, porteeColumnNames), line, context);
  },
};

class PorteePostsReader implements RowReader {
  constructor(
    private readonly columns: ColumnsByName<PorteeColumn>,
    private readonly headerLine: number,
    private readonly context: ReadingContext,
  ) {}

  read(record: FileRecord): readonly ExportRow[] {
    const { line, cells } = record;
    if (line <= this.headerLine || isBlank(record)) return [];
    const draft = new RowDraft();
    const cell = (name: PorteeColumn) => this.columns.cell(name, cells);
    const channel = readPorteeChannel({ channel: cell('channel'), network: cell('network') }, draft);
    const reading = channel === null ? null : this.readPost(channel, cells, draft);
    if (channel === null || reading === null || draft.rejection !== null) {
      return [{ kind: 'rejected', line, problem: draft.rejection ?? { column: null, reason: 'row-unreadable', params: {} } }];
    }
    return [{ kind: 'post', line, channel: channel.channel, reading, remarks: draft.remarks }];
  }

  private readPost(channel: { channel: FileChannel; hasPaidPush: boolean }, cells: readonly string[], draft: RowDraft): PostReading | null {
    const cell = (name: PorteeColumn) => this.columns.cell(name, cells);
    const externalId = readIdentifier(cell('post_id'), draft);
    const publishedAt = readInstant(cell('published_at'), draft, true);
    const observedAt = readInstant(cell('observed_at'), draft, false);
    if (externalId === null || publishedAt === null) return null;
    if (observedAt !== null && observedAt > this.context.observedAt) {
      draft.reject('observed_at', 'observed-after-download', { value: observedAt.toISOString(), downloadedAt: this.context.observedAt.toISOString() });
    }
    const reading: PostReading = {
      externalId, publishedAt, observedAt,
      format: readKnown(cell('format'), draft, { read: readFormat, reason: 'unknown-format' }),
      paid: readKnown(cell('paid'), draft, { read: readPaid, reason: 'unknown-paid' }) ?? (channel.hasPaidPush ? null : false),
      text: draft.text(withoutApostrophe(cell('text'))),
      url: draft.url(withoutApostrophe(cell('url'))),
      isShare: false,
      authorRole: draft.text(withoutApostrophe(cell('author_role')))?.slice(0, 60) ?? null,
      themes: readThemes(cell('themes').text),
      deletedAt: null,
      figures: this.figuresOf(cells, draft),
    };
    draft.checkPost(reading, this.context.observedAt, { publishedAt: 'published_at', reach: 'reach' });
    return reading;
  }

  private figuresOf(cells: readonly string[], draft: RowDraft): PostFigures {
    const count = (name: PorteeColumn) => draft.count(this.columns.cell(name, cells));
    return {
      ...NO_FIGURES,
      followers: count('followers'),
      reach: count('reach'), reachOrganic: count('reach_organic'), reachPaid: count('reach_paid'), reachFollowers: count('reach_followers'),
      views: count('views'), likes: count('likes'), comments: count('comments'), shares: count('shares'), saves: count('saves'), clicks: count('clicks'),
    };
  }
}

function withoutApostrophe(cell: NamedCell): NamedCell {
  return { column: cell.column, text: readNeutralised(cell.text) };
}

function readIdentifier(printed: NamedCell, draft: RowDraft): string | null {
  const { column, text } = withoutApostrophe(printed);
  if (text === '') draft.reject(column, 'value-missing');
  else if (text.length > MAX_IDENTIFIER) draft.reject(column, 'too-long', { length: MAX_IDENTIFIER });
  else if (isDamagedIdentifier(text)) draft.reject(column, 'id-damaged-by-spreadsheet', { value: shorten(text) });
  else return text.toWellFormed().replaceAll('\u0000', '');
  return null;
}

function readInstant(cell: NamedCell, draft: RowDraft, isRequired: boolean): Date | null {
  if (cell.text === '' && !isRequired) return null;
  const outcome = cell.text === '' ? { reason: 'value-missing' } : readIsoInstant(cell.text);
  if ('at' in outcome) return outcome.at;
  draft.reject(cell.column, outcome.reason, { value: shorten(cell.text), form: '2026-11-23T18:30:00+01:00' });
  return null;
}

function readKnown<T>(cell: NamedCell, draft: RowDraft, rule: { read: (text: string) => T | null | undefined; reason: string }): T | null {
  const value = rule.read(cell.text);
  if (value === undefined) draft.reject(cell.column, rule.reason, { value: shorten(cell.text) });
  return value ?? null;
}

/** Themes parted by semicolons, at most twenty. */
function readThemes(text: string): string[] {
  if (text === '') return [];
  const themes = readNeutralised(text).split(';').map((theme) => theme.trim().normalize('NFC').toWellFormed().slice(0, 60)).filter((theme) => theme !== '');
  return [...new Set(themes)].slice(0, 20);
}
