import { may, type MonthReview } from '@portee/shared';
import { useEffect, useRef, type ReactNode, type RefObject } from 'react';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useMonthReview } from '../../api/month-review.queries.js';
import { useTranslation } from '../../locales/translation.js';
import { Button } from '../button.js';
import { QueryView } from '../query-view.js';
import { CommentForm } from './comment-form.js';
import { useCommentDraft } from './use-comment-draft.js';
import './month.css';

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
  const { draft, keep } = useCommentDraft(review.month);
  const { area, button } = useFocusThatFollows(draft !== null);
  if (draft !== null) return <CommentForm review={review} draft={draft} area={area} />;
  const { comment, version } = review;
  return (
    <>
      {comment === null ? <p className="note quiet">{t('report.comment.none')}</p> : <p className="report-comment">{comment}</p>}
      {may(role, 'closeMonths') && review.closedAt === null && (
        <p className="no-print report-act">
          <Button ref={button} onClick={() => { keep({ text: comment ?? '', from: { comment, version } }); }}>{t(comment === null ? 'report.comment.write' : 'report.comment.change')}</Button>
        </p>
      )}
    </>
  );
}

interface Followed { area: RefObject<HTMLTextAreaElement | null>; button: RefObject<HTMLButtonElement | null> }

/** Into the text as it opens, back to the button as it shuts. One that was open already takes no focus, and none is taken from elsewhere. */
function useFocusThatFollows(isWriting: boolean): Followed {
  const area = useRef<HTMLTextAreaElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const was = useRef(isWriting);
  useEffect(() => {
    if (was.current === isWriting) return;
    was.current = isWriting;
    if (document.activeElement === document.body) (isWriting ? area : button).current?.focus();
  }, [isWriting]);
  return { area, button };
}
