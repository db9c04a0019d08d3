import type { ExportReader, ExportRow, FileRecord, ReadingContext, RowReader } from '../networks/core/export-reader.js';
import { headerOf, isBlank } from '../networks/core/file-header.js';
import type { NamedCell } from '../networks/core/header-columns.js';
import { existsInCalendar } from '../networks/core/local-instant.js';
import type { ChannelReading } from '../networks/core/readings.js';
import { RowDraft, shorten } from '../networks/core/row-draft.js';
import { type ColumnsByName, selectColumns } from '../networks/core/select-columns.js';
import { type PorteeChannelColumn, porteeChannelColumnNames } from './portee-columns.js';
import { readPorteeChannel } from './read-portee-channel.js';

/** Portée's own open format, channels: one row per channel and day. */
export const porteeChannelsExport: ExportReader = {
  format: 'portee-channels',
  fileTimeZone: null,
  recognises(head) {
    const { columns } = headerOf(head);
    return columns.countOf(['channel', 'network', 'day']) === 3 && !columns.has('post_id');
  },
  open(head, context) {
    const { columns, line } = headerOf(head);
    return new PorteeChannelsReader(selectColumns(columns, porteeChannelColumnNames), line, context);
  },
};

class PorteeChannelsReader implements RowReader {
  /** The day after the download, anywhere on earth: nothing can be known of it. */
  private readonly lastDay: string;

  constructor(
    private readonly columns: ColumnsByName<PorteeChannelColumn>,
    private readonly headerLine: number,
    context: ReadingContext,
  ) {
    this.lastDay = new Date(context.observedAt.getTime() + 14 * 3_600_000).toISOString().slice(0, 10);
  }

  read(record: FileRecord): readonly ExportRow[] {
    const { line, cells } = record;
    if (line <= this.headerLine || isBlank(record)) return [];
    const draft = new RowDraft();
    const cell = (name: PorteeChannelColumn) => this.columns.cell(name, cells);
    const channel = readPorteeChannel({ channel: cell('channel'), network: cell('network') }, draft);
    const day = this.readDay(cell('day'), draft);
    const figures = { followers: draft.count(cell('followers')), reach: draft.count(cell('reach')), views: draft.count(cell('views')), visits: draft.count(cell('visits')) };
    if (Object.values(figures).every((figure) => figure === null)) draft.reject(null, 'no-figure');
    if (channel === null || day === null || draft.rejection !== null) {
      return [{ kind: 'rejected', line, problem: draft.rejection ?? { column: null, reason: 'row-unreadable', params: {} } }];
    }
    const reading: ChannelReading = { day, observedAt: null, ...figures, followersReached28Days: null };
    return [{ kind: 'channel-day', line, channel: channel.channel, reading, remarks: draft.remarks }];
  }

  private readDay(cell: NamedCell, draft: RowDraft): string | null {
    const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(cell.text);
    const [year = 0, month = 0, day = 0] = (match ?? []).slice(1).map(Number);
    const params = { value: shorten(cell.text), form: '2026-11-23' };
    if (cell.text === '') draft.reject(cell.column, 'value-missing');
    else if (match === null) draft.reject(cell.column, 'date-unreadable', params);
    else if (!existsInCalendar({ year, month, day, hour: 0, minute: 0, second: 0 })) draft.reject(cell.column, 'date-impossible', params);
    else if (year < 2004) draft.reject(cell.column, 'before-2004', params);
    else if (cell.text > this.lastDay) draft.reject(cell.column, 'after-download', { ...params, downloadedAt: this.lastDay });
    else return cell.text;
    return null;
  }
}
