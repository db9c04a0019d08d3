import { MAX_COMMENT, type MonthReview } from '@portee/shared';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useMonthReview, useWriteComment } from '../../api/month-review.queries.js';
import { useTranslation } from '../../locales/translation.js';
import { Button } from '../../ui/button.js';
import { sayProblem } from '../../ui/failure.js';
import { Field } from '../../ui/field.js';
import { FormRefusal } from '../../ui/form-refusal.js';
import { QueryView } from '../../ui/query-view.js';
import { useToast } from '../../ui/toast.js';

/** What the team itself says of the month: it goes to the board with the figures. */
export function TeamComment({ month }: { month: string }): ReactNode {
  const { t } = useTranslation();
  const review = useMonthReview(month);
  return (
    <section className="section" aria-labelledby="report-comment">
      <header><h2 id="report-comment">{t('report.comment.title')}</h2></header>
      <QueryView query={review}>{(known) => <Comment key={month} review={known} />}</QueryView>
    </section>
  );
}

function Comment({ review }: { review: MonthReview }): ReactNode {
  const { t } = useTranslation();
  const { role } = useCurrentOrganisation();
  const [isWriting, setWriting] = useState(false);
  const mayWrite = (role === 'owner' || role === 'coordinator') && review.closedAt === null;
  if (isWriting) return <CommentForm review={review} onDone={() => { setWriting(false); }} />;
  return (
    <>
      {review.comment === null ? <p className="note quiet">{t('report.comment.none')}</p> : <p className="report-comment">{review.comment}</p>}
      {mayWrite && <p className="no-print report-act"><Button onClick={() => { setWriting(true); }}>{t(review.comment === null ? 'report.comment.write' : 'report.comment.change')}</Button></p>}
    </>
  );
}

/** Written from the version that was before one's eyes: what somebody else wrote meanwhile is shown beside, nothing is lost. */
function CommentForm({ review, onDone }: { review: MonthReview; onDone: () => void }): ReactNode {
  const { t } = useTranslation();
  const toast = useToast();
  const write = useWriteComment(review.month);
  const [from, setFrom] = useState(review);
  const [text, setText] = useState(review.comment ?? '');
  const isStale = review.version !== from.version;
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    write.mutate({ comment: text.trim() === '' ? null : text.trim(), version: from.version }, {
      onSuccess: (kept) => { onDone(); toast(t('report.comment.saved'), () => { write.mutate({ comment: from.comment, version: kept.version }); }); },
    });
  };
  return (
    <form className="form" onSubmit={onSubmit} noValidate>
      {write.error !== null && <FormRefusal>{sayProblem(write.error, t)}</FormRefusal>}
      {isStale && (
        <div className="report-theirs">
          <p><b>{t('report.comment.theirs')}</b></p>
          <p className="report-comment">{review.comment ?? t('report.comment.none')}</p>
          <Button onClick={() => { setFrom(review); write.reset(); }}>{t('report.comment.keepMine')}</Button>
        </div>
      )}
      <Field label={t('report.comment.label')} hint={t('report.comment.hint')}>
        {(wiring) => <textarea {...wiring} className="report-writing" value={text} onChange={(event) => { setText(event.target.value); }} rows={6} maxLength={MAX_COMMENT} />}
      </Field>
      <div className="row">
        <Button kind="act" type="submit" isBusy={write.isPending}>{t('report.comment.save')}</Button>
        <Button kind="plain" onClick={onDone}>{t('report.comment.cancel')}</Button>
      </div>
    </form>
  );
}
