import type { PostFormat } from '@portee/shared';
import { NO_FIGURES, type PostFigures } from '../core/readings.js';
import { readSeconds } from '../core/read-seconds.js';
import type { RowDraft } from '../core/row-draft.js';
import type { ColumnsByName } from '../core/select-columns.js';
import type { FacebookColumn } from './facebook.columns.js';

/** Before this day the file's reach and views of Facebook posts are not dependable (seen in downloads of 2024 posts). */
const DEPENDABLE_SINCE = Date.UTC(2025, 0, 1);
const VIDEO_FORMATS: readonly (PostFormat | null)[] = ['video', 'short_video', 'live'];

/** Figures of one row of a Facebook posts file, and whether it was pushed with money. */
export class FacebookFigures {
  private hasWarnedOfOldFigures = false;

  constructor(private readonly columns: ColumnsByName<FacebookColumn>) {}

  read(cells: readonly string[], row: { draft: RowDraft; format: PostFormat | null; publishedAt: Date }): { figures: PostFigures; paid: boolean | null } {
    const { draft } = row;
    const count = (name: FacebookColumn) => draft.count(this.columns.cell(name, cells));
    const printed: PostFigures = {
      ...NO_FIGURES,
      reach: count('reach'), reachOrganic: count('reachOrganic'), reachPaid: count('reachPaid'),
      views: count('views'), viewsOrganic: count('viewsOrganic'), viewsPaid: count('viewsPaid'),
      likes: count('reactions'), comments: count('comments'), shares: count('shares'), clicks: count('clicks'),
    };
    const paid = isPaid(printed.reachPaid, printed.viewsPaid);
    const figures = this.withoutOddOnes(withoutEmptyViews(printed), draft);
    this.warnOfOldFigures(row, figures);
    return { figures: VIDEO_FORMATS.includes(row.format) ? { ...figures, ...this.videoFigures(cells, draft) } : figures, paid };
  }

  /** The file prints 0 for what a photograph cannot have: there it is unknown. */
  private videoFigures(cells: readonly string[], draft: RowDraft): Pick<PostFigures, 'videoViews' | 'watchTimeSeconds'> {
    const seconds = this.columns.cell('secondsViewed', cells);
    return { videoViews: draft.count(this.columns.cell('videoViews', cells)), watchTimeSeconds: draft.count(seconds, readSeconds) };
  }

  private withoutOddOnes(figures: PostFigures, draft: RowDraft): PostFigures {
    const { reach, reachOrganic } = figures;
    if (reach === null || reachOrganic === null || reachOrganic <= reach) return figures;
    draft.remark(this.columns.header('reachOrganic'), 'organic-above-reach', { organic: reachOrganic, reach });
    return { ...figures, reachOrganic: null };
  }

  private warnOfOldFigures(row: { draft: RowDraft; publishedAt: Date }, figures: PostFigures): void {
    if (this.hasWarnedOfOldFigures || figures.reach === null || row.publishedAt.getTime() >= DEPENDABLE_SINCE) return;
    this.hasWarnedOfOldFigures = true;
    row.draft.remark(this.columns.header('reach'), 'facebook-before-2025');
  }
}

/** Boosted reach or views above 0: pushed. All that is printed is 0: not pushed. Nothing printed: unknown. */
function isPaid(reachPaid: number | null, viewsPaid: number | null): boolean | null {
  if (reachPaid === null && viewsPaid === null) return null;
  return (reachPaid ?? 0) > 0 || (viewsPaid ?? 0) > 0;
}

/** Nobody is reached without a display: views of 0 beside a reach were not measured (files of March and April 2025). */
function withoutEmptyViews(figures: PostFigures): PostFigures {
  if (figures.views !== 0 || figures.reach === null || figures.reach === 0) return figures;
  return { ...figures, views: null, viewsOrganic: figures.viewsOrganic || null, viewsPaid: figures.viewsPaid || null };
}
