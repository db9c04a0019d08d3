import type { ExportReader, ExportRow, FileChannel, FileRecord, ReadingContext, RowReader } from '../core/export-reader.js';
import { headerOf, isBlank } from '../core/file-header.js';
import { META_FILE_TIME_ZONE, MetaExportTime } from '../core/meta-export-time.js';
import { isMetaSummaryRow, readMetaPostId } from '../core/meta-post-id.js';
import { NO_FIGURES, type PostFigures, type PostReading } from '../core/readings.js';
import { RowDraft } from '../core/row-draft.js';
import { type ColumnsByName, selectColumns } from '../core/select-columns.js';
import { type InstagramColumn, instagramColumns, instagramSignature } from './instagram.columns.js';
import { instagramFormat } from './instagram.format.js';

/** Posts and stories of Instagram accounts as Meta Business Suite exports them (Insights, Content). */
export const instagramPostsExport: ExportReader = {
  format: 'instagram-posts',
  fileTimeZone: META_FILE_TIME_ZONE,
  recognises(head) {
    const { columns } = headerOf(head);
    return columns.has(...instagramColumns.postId) && columns.has(...instagramColumns.publishedAt) && columns.countOf(instagramSignature) >= 2;
  },
  open(head, context) {
    const { columns, line } = headerOf(head);
    return new InstagramPostsReader(selectColumns(columns, instagramColumns), line, context);
  },
};

class InstagramPostsReader implements RowReader {
  private readonly time = new MetaExportTime();

  constructor(
    private readonly columns: ColumnsByName<InstagramColumn>,
    private readonly headerLine: number,
    private readonly context: ReadingContext,
  ) {}

  read(record: FileRecord): readonly ExportRow[] {
    const { line, cells } = record;
    if (line <= this.headerLine || isBlank(record)) return [];
    const cell = (name: InstagramColumn) => this.columns.cell(name, cells);
    if (isMetaSummaryRow(cell('postId'), cell('publishedAt'), cell('date'))) return [{ kind: 'skipped', line }];
    const draft = new RowDraft();
    const reading = this.readPost(cells, draft);
    if (reading === null || draft.rejection !== null) {
      return [{ kind: 'rejected', line, problem: draft.rejection ?? { column: null, reason: 'row-unreadable', params: {} } }];
    }
    return [{ kind: 'post', line, channel: this.channelOf(cells), reading, remarks: draft.remarks }];
  }

  private readPost(cells: readonly string[], draft: RowDraft): PostReading | null {
    const cell = (name: InstagramColumn) => this.columns.cell(name, cells);
    const externalId = readMetaPostId(cell('postId'), draft);
    const publishedAt = this.time.read(cell('publishedAt'), draft);
    if (externalId === null || publishedAt === null) return null;
    const reading: PostReading = {
      externalId, publishedAt,
      format: instagramFormat(cell('postType').text, cell('permalink').text),
      text: draft.text(cell('description')),
      url: draft.url(cell('permalink')),
      // The file tells nothing of money: unknown until somebody says so.
      paid: null,
      isShare: false, authorRole: null, themes: [], deletedAt: null, observedAt: null,
      figures: this.figuresOf(cells, draft),
    };
    draft.checkPost(reading, this.context.observedAt, { publishedAt: cell('publishedAt').column, reach: this.columns.header('reach') });
    return reading;
  }

  private figuresOf(cells: readonly string[], draft: RowDraft): PostFigures {
    const count = (name: InstagramColumn) => draft.count(this.columns.cell(name, cells));
    const reach = count('reach');
    const views = count('views');
    return {
      ...NO_FIGURES,
      reach,
      // Nobody is reached without a display: 0 beside a reach was not measured.
      views: views === 0 && reach !== null && reach > 0 ? null : views,
      likes: count('likes'), comments: count('comments'), shares: count('shares'), saves: count('saves'), clicks: count('linkClicks'),
    };
  }

  private channelOf(cells: readonly string[]): FileChannel {
    const externalId = this.columns.cell('accountId', cells).text;
    const username = this.columns.cell('username', cells).text;
    const name = this.columns.cell('accountName', cells).text;
    // The user name stays when an account is renamed, and is what people recognise.
    const shown = username === '' ? name : username;
    return { network: 'instagram', externalId: externalId === '' ? null : externalId, name: shown === '' ? null : shown };
  }
}
