import type { MonthlyReport, MonthReview } from '@portee/shared';
import type { ReactNode } from 'react';
import { Navigate } from 'react-router';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useMonthReview } from '../../api/month-review.queries.js';
import { useMonthlyReport } from '../../api/organisation.queries.js';
import { useTranslation } from '../../locales/translation.js';
import { ButtonLink } from '../../ui/button.js';
import { PageHeading, useDocumentTitle } from '../../ui/page-heading.js';
import { QueryView } from '../../ui/query-view.js';
import { EmptyState, LoadingState } from '../../ui/states.js';
import { useMonth } from '../../ui/use-month.js';
import { MonthState } from './month-state.js';
import { StepList } from './step-list.js';
import { StepMoves } from './step-moves.js';
import { StepView } from './step-view.js';
import { stepToShow } from './steps.js';
import { doneOf, useDeciding } from './use-review-state.js';
import { useLeaving, useSeenSteps } from './use-seen-steps.js';
import { isStep, useStepAddresses } from './use-step.js';
import './review.css';

/** An hour together around one screen: what happened, what was tried, three decisions, a word, and the month is closed. */
export function ReviewPage(): ReactNode {
  const { t, write } = useTranslation();
  const { slug, name } = useCurrentOrganisation();
  const { month } = useMonth();
  const title = t('review.title', { month: write.monthAndYear(month) });
  useDocumentTitle(title, name);
  const report = useMonthlyReport(slug, month);
  const review = useMonthReview(month);
  return (
    <div className="review">
      <QueryView query={report} heading={title}>
        {(told) => (told.month === month ? <QueryView query={review} heading={title}>{(known) => <Review key={month} report={told} review={known} title={title} />}</QueryView> : <LoadingState />)}
      </QueryView>
    </div>
  );
}

interface ReviewProps { report: MonthlyReport; review: MonthReview; title: string }

function Review({ report, review, title }: ReviewProps): ReactNode {
  const { t } = useTranslation();
  const { slug } = useCurrentOrganisation();
  if (report.channels.length > 0) return <Guided report={report} review={review} title={title} />;
  return (
    <EmptyState heading={<PageHeading>{title}</PageHeading>} action={<ButtonLink kind="act" to={`/o/${slug}/donnees/importer`}>{t('overview.empty.act')}</ButtonLink>}>
      {t('review.empty')}
    </EmptyState>
  );
}

function Guided({ report, review, title }: ReviewProps): ReactNode {
  const { t } = useTranslation();
  const { month } = report;
  const { asked, searchOf } = useStepAddresses(month);
  const { seen, watch } = useSeenSteps(month);
  const state = useDeciding(review);
  const done = doneOf(review, state.deciding, seen);
  const step = stepToShow(asked, done);
  useLeaving(step, watch);
  // What is done decides where one comes in, so it must be known.
  if (!isStep(asked)) return state.deciding === null && state.error === null ? <><h1 className="visually-hidden">{title}</h1><LoadingState /></> : <Navigate to={searchOf(step)} replace />;
  return (
    <>
      <div className="page-title">
        <PageHeading>{title}</PageHeading>
        {step === 'happened' && <p>{t('review.intro')}</p>}
      </div>
      <MonthState report={report} />
      <StepList shown={step} done={done} searchOf={searchOf} />
      <StepView key={step} step={step} report={report} state={state} />
      <StepMoves shown={step} searchOf={searchOf} />
    </>
  );
}
