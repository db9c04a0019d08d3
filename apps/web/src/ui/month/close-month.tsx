import { localDay, mainChannelOf, may, type MonthlyReport, type MonthReview } from '@portee/shared';
import type { ReactNode } from 'react';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useCloseMonth, useMonthReview, usePresentReport, useReopenMonth } from '../../api/month-review.queries.js';
import { useTranslation } from '../../locales/translation.js';
import { Button } from '../button.js';
import { sayProblem } from '../failure.js';
import { FormRefusal } from '../form-refusal.js';
import { useToast } from '../toast.js';
import { useCommentDraft } from './use-comment-draft.js';
import './month.css';

/** Closing the month, once it is over; of a closed one since when, what figures of now would say, and the way back. */
export function CloseMonth({ report }: { report: MonthlyReport }): ReactNode {
  const { t, write } = useTranslation();
  const { role, timeZone } = useCurrentOrganisation();
  const { data: review } = useMonthReview(report.month);
  if (review === undefined || !report.isMonthOver || (!may(role, 'closeMonths') && report.closed === null)) return null;
  return (
    <section className="section no-print" aria-labelledby="report-close">
      <header>
        <h2 id="report-close">{report.closed === null ? t('report.close.title') : t('report.closed.title', { day: write.longDay(localDay(new Date(report.closed.at), timeZone)) })}</h2>
        <p>{t(report.closed !== null ? 'report.closed.text' : report.isProvisional ? 'report.close.growing' : 'report.close.text')}</p>
      </header>
      {report.closed !== null && <Since report={report} />}
      {may(role, 'closeMonths') && <Acts review={review} isClosed={report.closed !== null} />}
    </section>
  );
}

/** Each is undone from the message that it leaves, whatever is looked at by then: it says which month, and there too what came of it. */
function Acts({ review: { month, version }, isClosed }: { review: MonthReview; isClosed: boolean }): ReactNode {
  const { t, write } = useTranslation();
  const toast = useToast();
  const close = useCloseMonth();
  const reopen = useReopenMonth();
  const { draft } = useCommentDraft(month);
  const undo = (closed: MonthReview): void => {
    reopen.mutateAsync(closed).then(() => { toast(t('report.closed.undone')); }, (error: Error) => { toast(sayProblem(error, t)); });
  };
  // The refusal stands above the button.
  const stay = (): void => undefined;
  const onClose = (): void => { close.mutateAsync({ month, version }).then((closed) => { toast(t('report.closed.done'), () => { undo(closed); }); }, stay); };
  const onReopen = (): void => { reopen.mutateAsync({ month, version }).then(() => { toast(t('report.closed.undone')); }, stay); };
  const failure = close.error ?? reopen.error;
  return (
    <>
      {failure !== null && <FormRefusal>{sayProblem(failure, t)}</FormRefusal>}
      {isClosed && <Button kind="plain" isBusy={reopen.isPending} onClick={onReopen}>{t('report.closed.reopen')}</Button>}
      {!isClosed && (draft === null ? <Button isBusy={close.isPending} onClick={onClose}>{t('report.close.do', { month: write.month(month) })}</Button> : <p className="note">{t('report.close.writing')}</p>)}
    </>
  );
}

/** What the headline would be by the figures of now, where it is still of the same channel. */
function Since({ report }: { report: MonthlyReport }): ReactNode {
  const { t, write } = useTranslation();
  const { data: present } = usePresentReport(report.month);
  if (present?.mainChannelId !== report.mainChannelId) return null;
  const [kept, now] = [rateOf(report), rateOf(present)];
  if (kept === null || now === null) return null;
  const said = { kept: write.exactPeople(kept), now: write.exactPeople(now), count: Math.round(now * 1000) / 10 };
  return <p className="report-since">{said.kept === said.now ? t('report.closed.same') : t('report.closed.moved', said)}</p>;
}

function rateOf(report: MonthlyReport): number | null {
  return mainChannelOf(report)?.headline.figure.median ?? null;
}
