import { localDay, mainChannelOf, type MonthlyReport } from '@portee/shared';
import type { ReactNode } from 'react';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useCloseMonth, useMonthReview, usePresentReport, useReopenMonth } from '../../api/month-review.queries.js';
import { useTranslation } from '../../locales/translation.js';
import { Button } from '../../ui/button.js';
import { sayProblem } from '../../ui/failure.js';
import { FormRefusal } from '../../ui/form-refusal.js';
import { useToast } from '../../ui/toast.js';

/** Closing the month, once it is over; of a closed one since when, what figures of now would say, and the way back. */
export function CloseMonth({ report }: { report: MonthlyReport }): ReactNode {
  const { t, write } = useTranslation();
  const { role, timeZone } = useCurrentOrganisation();
  const { data: review } = useMonthReview(report.month);
  const toast = useToast();
  const close = useCloseMonth(report.month);
  const reopen = useReopenMonth(report.month);
  const mayClose = role === 'owner' || role === 'coordinator';
  if (review === undefined || !report.isMonthOver || (!mayClose && report.closed === null)) return null;
  const failure = close.error ?? reopen.error;
  const onClose = (): void => { close.mutate(review.version, { onSuccess: ({ version }) => { toast(t('report.closed.done'), () => { reopen.mutate(version); }); } }); };
  const onReopen = (): void => { reopen.mutate(review.version, { onSuccess: () => { toast(t('report.closed.undone')); } }); };
  return (
    <section className="section no-print" aria-labelledby="report-close">
      <header>
        <h2 id="report-close">{report.closed === null ? t('report.close.title') : t('report.closed.title', { day: write.longDay(localDay(new Date(report.closed.at), timeZone)) })}</h2>
        <p>{t(report.closed !== null ? 'report.closed.text' : report.isProvisional ? 'report.close.growing' : 'report.close.text')}</p>
      </header>
      {failure !== null && <FormRefusal>{sayProblem(failure, t)}</FormRefusal>}
      {report.closed !== null && <Since report={report} />}
      {mayClose && (report.closed === null
        ? <Button isBusy={close.isPending} onClick={onClose}>{t('report.close.do', { month: write.month(report.month) })}</Button>
        : <Button kind="plain" isBusy={reopen.isPending} onClick={onReopen}>{t('report.closed.reopen')}</Button>)}
    </section>
  );
}

/** What the headline would be by the figures of now, where they have moved. */
function Since({ report }: { report: MonthlyReport }): ReactNode {
  const { t, write } = useTranslation();
  const { data: present } = usePresentReport(report.month);
  const [kept, now] = [rateOf(report), present === undefined ? null : rateOf(present)];
  if (kept === null || now === null) return null;
  const said = { kept: write.exactPeople(kept), now: write.exactPeople(now) };
  return <p className="report-since">{said.kept === said.now ? t('report.closed.same') : t('report.closed.moved', said)}</p>;
}

function rateOf(report: MonthlyReport): number | null {
  return mainChannelOf(report)?.headline.figure.median ?? null;
}
