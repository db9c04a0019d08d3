import type { ExportReader, ExportRow, FileChannel, FileRecord, ReadingContext, RowReader } from '../core/export-reader.js';
import { headerOf, isBlank } from '../core/file-header.js';
import { META_FILE_TIME_ZONE, MetaExportTime } from '../core/meta-export-time.js';
import { isMetaSummaryRow, readMetaPostId } from '../core/meta-post-id.js';
import type { PostReading } from '../core/readings.js';
import { RowDraft } from '../core/row-draft.js';
import { type ColumnsByName, selectColumns } from '../core/select-columns.js';
import { type FacebookColumn, facebookColumns, facebookSignature } from './facebook.columns.js';
import { FacebookFigures } from './facebook.figures.js';
import { facebookFormat } from './facebook.format.js';

/** Posts of Facebook pages as Meta Business Suite exports them (Insights, Content). */
export const facebookPostsExport: ExportReader = {
  format: 'facebook-posts',
  fileTimeZone: META_FILE_TIME_ZONE,
  recognises(head) {
    const { columns } = headerOf(head);
    return columns.has(...facebookColumns.postId) && columns.has(...facebookColumns.publishedAt) && columns.countOf(facebookSignature) >= 2;
  },
  open(head, context) {
    const { columns, line } = headerOf(head);
    return new FacebookPostsReader(selectColumns(columns, facebookColumns), line, context);
  },
};

class FacebookPostsReader implements RowReader {
  private readonly time = new MetaExportTime();
  private readonly figures: FacebookFigures;

  constructor(
    private readonly columns: ColumnsByName<FacebookColumn>,
    private readonly headerLine: number,
    private readonly context: ReadingContext,
  ) {
    this.figures = new FacebookFigures(columns);
  }

  read(record: FileRecord): readonly ExportRow[] {
    const { line, cells } = record;
    if (line <= this.headerLine || isBlank(record)) return [];
    const cell = (name: FacebookColumn) => this.columns.cell(name, cells);
    if (isMetaSummaryRow(cell('postId'), cell('publishedAt'), cell('date'))) return [{ kind: 'skipped', line }];
    const draft = new RowDraft();
    const reading = this.readPost(cells, draft);
    if (reading === null || draft.rejection !== null) return [{ kind: 'rejected', line, problem: rejectionOf(draft) }];
    return [{ kind: 'post', line, channel: this.channelOf(cells), reading, remarks: draft.remarks }];
  }

  private readPost(cells: readonly string[], draft: RowDraft): PostReading | null {
    const cell = (name: FacebookColumn) => this.columns.cell(name, cells);
    const externalId = readMetaPostId(cell('postId'), draft);
    const publishedAt = this.time.read(cell('publishedAt'), draft);
    if (externalId === null || publishedAt === null) return null;
    const format = facebookFormat(cell('postType').text, cell('permalink').text);
    const { figures, paid } = this.figures.read(cells, { draft, format, publishedAt });
    const reading: PostReading = {
      externalId, publishedAt, format, paid, figures,
      text: joinTexts(draft.text(cell('title')), draft.text(cell('description'))),
      url: draft.url(cell('permalink')),
      isShare: cell('isShare').text === '1',
      authorRole: null, themes: [], deletedAt: null, observedAt: null,
    };
    draft.checkPost(reading, this.context.observedAt, { publishedAt: cell('publishedAt').column, reach: this.columns.header('reach') });
    return reading;
  }

  private channelOf(cells: readonly string[]): FileChannel {
    const externalId = this.columns.cell('pageId', cells).text;
    const name = this.columns.cell('pageName', cells).text;
    return { network: 'facebook', externalId: externalId === '' ? null : externalId, name: name === '' ? null : name };
  }
}

function rejectionOf(draft: RowDraft) {
  return draft.rejection ?? { column: null, reason: 'row-unreadable', params: {} };
}

/** Meta puts the text of a post in its title, that of a video in its description, and sometimes the same in both. */
function joinTexts(title: string | null, description: string | null): string | null {
  if (title === null || description === null) return title ?? description;
  return description.startsWith(title) ? description : `${title}\n${description}`;
}
