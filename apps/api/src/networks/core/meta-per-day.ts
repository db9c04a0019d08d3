import type { ExportReader, ExportRow, FileChannel, FileHead, FileRecord, ReadingContext, RowReader } from './export-reader.js';
import { isBlank } from './file-header.js';
import { normaliseLabel } from './header-columns.js';
import { existsInCalendar } from './local-instant.js';
import { META_FILE_TIME_ZONE } from './meta-export-time.js';
import { countsFollows, findMetaChart, isKnownMetaChart, type MetaChart } from './meta-charts.js';
import type { ChannelReading } from './readings.js';
import { RowDraft, shorten } from './row-draft.js';

const DAY_AND_TIME = /^(\d{4})-(\d{2})-(\d{2})(T\d{2}:\d{2}(:\d{2})?)?$/;

/** Business Suite, Results: one file per chart, blocks of a title, a header `Date, Primary` and one row a day. */
export const metaPerDayExport: ExportReader = {
  format: 'meta-per-day',
  fileTimeZone: META_FILE_TIME_ZONE,
  recognises: (head) => titlesOf(head).length > 0,
  open: (_head, context) => new MetaPerDayReader(context),
};

/** Titles of the charts that stand in the beginning of a file, each followed by a header `Date`. */
function titlesOf(head: FileHead): string[] {
  const filled = head.records.filter((record) => !isBlank(record));
  return filled.flatMap((record, position) => (isTitle(record) && isDateHeader(filled[position + 1]) ? [titleOf(record)] : []));
}

class MetaPerDayReader implements RowReader {
  private title = '';
  private chart: MetaChart | null = null;
  private hasToldOfTitle = false;

  constructor(private readonly context: ReadingContext) {}

  read(record: FileRecord): readonly ExportRow[] {
    if (isBlank(record) || isDateHeader(record)) return [];
    if (isTitle(record)) {
      this.title = titleOf(record);
      this.chart = findMetaChart(this.title);
      this.hasToldOfTitle = false;
      return [];
    }
    return [this.chart === null ? this.skip(record) : this.readDay(record, this.chart)];
  }

  /** A chart that is not kept is told once, at its first row. */
  private skip({ line }: FileRecord): ExportRow {
    if (this.hasToldOfTitle) return { kind: 'skipped', line };
    this.hasToldOfTitle = true;
    return { kind: 'skipped', line, remarks: [{ column: null, reason: 'chart-skipped', params: { title: shorten(this.title) } }] };
  }

  private readDay({ line, cells }: FileRecord, chart: MetaChart): ExportRow {
    const draft = new RowDraft();
    const day = readDay(cells[0]?.trim() ?? '', draft, this.context.observedAt);
    const value = draft.count({ column: this.title, text: cells[1]?.trim() ?? '' });
    if (value === null) draft.reject(this.title, 'no-figure');
    const channel = channelOf(chart, this.context.chosen);
    if (channel.network !== '' && chart.network !== null && chart.network !== channel.network) draft.reject(this.title, 'other-network', { network: chart.network });
    if (day === null || draft.rejection !== null) return { kind: 'rejected', line, problem: draft.rejection ?? { column: 'Date', reason: 'date-unreadable', params: {} } };
    const reading: ChannelReading = { day, observedAt: null, followers: null, reach: null, views: null, visits: null, followersReached28Days: null, [chart.measure]: value };
    return { kind: 'channel-day', line, channel, reading, remarks: draft.remarks };
  }
}

/** The file names no page: only the person knows. A network of "" asks for their choice. */
function channelOf(chart: MetaChart, chosen: FileChannel | null): FileChannel {
  return chosen ?? { network: chart.network ?? '', externalId: null, name: null };
}

/** Only the first ten signs count: the hour behind them flips with the American clocks and means nothing. */
function readDay(text: string, draft: RowDraft, downloadedAt: Date): string | null {
  const match = DAY_AND_TIME.exec(text);
  const [year = 0, month = 0, day = 0] = (match ?? []).slice(1, 4).map(Number);
  const params = { value: shorten(text), form: '2026-11-23T00:00:00' };
  // The day after the download, as the furthest clocks show it.
  const lastDay = new Date(downloadedAt.getTime() + 14 * 3_600_000).toISOString().slice(0, 10);
  if (match === null) draft.reject('Date', /\d{1,2}[-/. ]/.test(text) ? 'date-changed-by-spreadsheet' : 'date-unreadable', params);
  else if (!existsInCalendar({ year, month, day, hour: 0, minute: 0, second: 0 })) draft.reject('Date', 'date-impossible', params);
  else if (year < 2004) draft.reject('Date', 'before-2004', params);
  else if (text.slice(0, 10) > lastDay) draft.reject('Date', 'after-download', { ...params, downloadedAt: lastDay });
  else return text.slice(0, 10);
  return null;
}

/** Why a file of charts cannot be used; null: it can. Titles that do not say their network need the chosen channel. */
export function chartRefusal(head: FileHead, chosen: FileChannel | null): { reason: 'chart-not-used' | 'channel-needed' | 'other-network'; params: Record<string, string>; line: number; column: string | null } | null {
  const titles = titlesOf(head);
  const charts = titles.flatMap((title) => findMetaChart(title) ?? []);
  const title = titles[0] ?? '';
  const place = { line: 0, column: null };
  if (charts.length === 0) return { reason: 'chart-not-used', params: { title, why: countsFollows(title) ? 'follows' : isKnownMetaChart(title) ? 'unused' : 'unknown' }, ...place };
  if (chosen === null) return { reason: 'channel-needed', params: { title }, ...place };
  const foreign = charts.every((chart) => chart.network !== null && chart.network !== chosen.network);
  if (!foreign) return null;
  return { reason: 'other-network', params: { title, network: charts[0]?.network ?? '', channel: chosen.name ?? '' }, ...place };
}

function isTitle(record: FileRecord): boolean {
  const text = titleOf(record);
  return text !== '' && !/^\d/.test(text) && !isDateHeader(record) && record.cells.slice(1).every((cell) => cell.trim() === '');
}

function isDateHeader(record: FileRecord | undefined): boolean {
  if (record === undefined || normaliseLabel(record.cells[0] ?? '') !== 'date') return false;
  return record.cells.filter((cell) => cell.trim() !== '').length === 2;
}

function titleOf(record: FileRecord): string {
  return record.cells[0]?.trim() ?? '';
}
