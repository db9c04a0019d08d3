import { MAX_COMMENT, type MonthReview } from '@portee/shared';
import type { FormEvent, ReactNode, RefObject } from 'react';
import { useWriteComment } from '../../api/month-review.queries.js';
import { useTranslation } from '../../locales/translation.js';
import { Button } from '../button.js';
import { sayProblem } from '../failure.js';
import { Field } from '../field.js';
import { FormRefusal } from '../form-refusal.js';
import { useToast } from '../toast.js';
import { useCommentDraft, type CommentDraft } from './use-comment-draft.js';
import './month.css';

interface CommentFormProps { review: MonthReview; draft: CommentDraft; area: RefObject<HTMLTextAreaElement | null> }

/** Written from what was before one's eyes: what somebody else wrote meanwhile is shown beside, nothing is lost. */
export function CommentForm({ review, draft, area }: CommentFormProps): ReactNode {
  const { t } = useTranslation();
  const { month, comment, version } = review;
  const { keep, forget } = useCommentDraft(month);
  const toast = useToast();
  const write = useWriteComment();
  const { text, from } = draft;
  // A month that was closed and reopened meanwhile has another version, and the same word.
  const isStale = comment !== from.comment;
  const undo = (kept: MonthReview): void => {
    write.mutateAsync({ month, comment: from.comment, version: kept.version }).catch((error: Error) => { toast(sayProblem(error, t)); });
  };
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    if (write.isPending) return;
    const saving = write.mutateAsync({ month, comment: text.trim() === '' ? null : text.trim(), version: isStale ? from.version : version });
    // Refused, it is said above, and the draft stays.
    saving.then((kept) => { forget(draft); toast(t('report.comment.saved'), () => { undo(kept); }); }, () => undefined);
  };
  return (
    <form className="form report-comment-form" onSubmit={onSubmit} noValidate>
      {write.error !== null && <FormRefusal>{sayProblem(write.error, t)}</FormRefusal>}
      {isStale && (
        <div className="report-theirs">
          <p><b>{t('report.comment.theirs')}</b></p>
          <p className="report-comment">{comment ?? t('report.comment.none')}</p>
          <Button onClick={() => { keep({ text, from: { comment, version } }); write.reset(); }}>{t('report.comment.keepMine')}</Button>
        </div>
      )}
      <Field label={t('report.comment.label')} hint={t('report.comment.hint')}>
        {(wiring) => <textarea {...wiring} ref={area} className="report-writing" value={text} onChange={(event) => { keep({ text: event.target.value, from }); }} rows={6} maxLength={MAX_COMMENT} />}
      </Field>
      <div className="row">
        <Button kind="act" type="submit" isBusy={write.isPending}>{t('report.comment.save')}</Button>
        <Button kind="plain" onClick={() => { forget(); }}>{t('report.comment.cancel')}</Button>
      </div>
    </form>
  );
}
