import { may, type OrganisationView } from '@portee/shared';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { readKept, writeKept } from '../../api/kept.js';
import { useMonthReview } from '../../api/month-review.queries.js';
import { useAppointments } from '../../api/plan-calendar.queries.js';
import { useDecisions } from '../../api/plan.queries.js';
import { useTranslation } from '../../locales/translation.js';
import { Button } from '../../ui/button.js';
import { MONTH_PARAMETER } from '../../format/months.js';
import { firstWeekSteps, stepsDone, type FirstWeekStep } from './first-week-steps.js';
import './first-week.css';

interface FirstWeekProps {
  month: string;
  /** The month on screen has its headline. */
  isMeasured: boolean;
}

/** For whoever leads the team: five things to do once, ticked as they are really done. It goes when they all are, or when it is put away on this device. */
export function FirstWeek(props: FirstWeekProps): ReactNode {
  const organisation = useCurrentOrganisation();
  const place = `first-week.${organisation.slug}`;
  const [isAway, setAway] = useState(readKept(place) !== null);
  if (isAway || organisation.isDemonstration || !may(organisation.role, 'manageChannels')) return null;
  return <Steps {...props} organisation={organisation} onPutAway={() => { writeKept(place, 'away'); setAway(true); }} />;
}

/** Drawn once all is known: a step must not look undone because it is still being read. */
function Steps({ month, isMeasured, organisation: { slug, observedAt }, onPutAway }: FirstWeekProps & { organisation: OrganisationView; onPutAway: () => void }): ReactNode {
  const { t } = useTranslation();
  const decisions = useDecisions().data;
  const appointments = useAppointments().data;
  const review = useMonthReview(month).data;
  if (decisions === undefined || appointments === undefined || review === undefined) return null;
  const done = stepsDone({ hasReadings: observedAt !== null, isMonthMeasured: isMeasured, decisions: decisions.filter(({ isStanding }) => isStanding).length, appointments: appointments.length, comment: review.comment });
  const left = firstWeekSteps.filter((step) => !done[step]);
  if (left.length === 0) return null;
  const paths: Record<FirstWeekStep, string> = { import: '/donnees/importer', look: `/rapport?${MONTH_PARAMETER}=${month}`, decide: '/plan', plan: '/plan#plan-calendar', comment: `/rapport/revue?${MONTH_PARAMETER}=${month}` };
  return (
    <section className="section first-week no-print" aria-labelledby="first-week">
      <header className="row"><h2 id="first-week">{t('firstWeek.title', { left: left.length })}</h2><Button kind="plain" onClick={onPutAway}>{t('firstWeek.away')}</Button></header>
      <ol>{firstWeekSteps.map((step) => <Step key={step} step={step} isDone={done[step]} to={step === 'import' || done.import ? `/o/${slug}${paths[step]}` : null} />)}</ol>
    </section>
  );
}

/** Without `to` there is nothing there yet. */
function Step({ step, isDone, to }: { step: FirstWeekStep; isDone: boolean; to: string | null }): ReactNode {
  const { t } = useTranslation();
  return (
    <li data-done={isDone || undefined}>
      <svg viewBox="0 0 20 20" aria-hidden="true"><ellipse cx="10" cy="10" rx="7.5" ry="5.4" transform="rotate(-20 10 10)" /></svg>
      <div>{to === null ? <span>{t(`firstWeek.${step}`)}</span> : <Link to={to}>{t(`firstWeek.${step}`)}</Link>}{isDone ? <small>{t('firstWeek.done')}</small> : to === null && <small>{t('firstWeek.later')}</small>}<p className="note quiet">{t(`firstWeek.${step}.text`)}</p></div>
    </li>
  );
}
