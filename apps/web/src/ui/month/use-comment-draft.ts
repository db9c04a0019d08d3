import type { MonthReview } from '@portee/shared';
import { useDraft, type Kept } from '../../api/use-draft.js';

export interface CommentDraft { text: string; from: Pick<MonthReview, 'comment' | 'version'> }

/** The team's word on a month while it is written, with what stood there when it was begun. */
export function useCommentDraft(month: string): Kept<CommentDraft> {
  return useDraft<CommentDraft>('comment', month);
}
