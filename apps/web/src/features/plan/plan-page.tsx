import type { ChannelOutlook, PlanLine, RecommendationDecision } from '@portee/shared';
import { useState, type ReactNode } from 'react';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useExperiments } from '../../api/experiments.queries.js';
import { useObjectives } from '../../api/objectives.queries.js';
import { useOutlooks } from '../../api/outlook.queries.js';
import { useAppointments, usePlanCalendar } from '../../api/plan-calendar.queries.js';
import { useDecisions, usePlanLines } from '../../api/plan.queries.js';
import { useTranslation } from '../../locales/translation.js';
import { Below } from '../../ui/below.js';
import { ButtonLink } from '../../ui/button.js';
import { PageHeading, useDocumentTitle } from '../../ui/page-heading.js';
import { QueryView } from '../../ui/query-view.js';
import { LoadingState } from '../../ui/states.js';
import { rightsOf } from './calendar-desk.js';
import { CalendarSection } from './calendar-section.js';
import { DecidedSection } from './decided-section.js';
import { DecisionDialog, type Asked } from '../../ui/decide/decision-dialog.js';
import { ExperimentAsk } from './experiment-ask.js';
import { ExperimentsSection } from './experiments-section.js';
import { KeptSection } from './kept-section.js';
import { LinesSection } from './lines-section.js';
import { ObjectivesSection } from './objectives-section.js';
import { useCalendarPlace } from './use-calendar-place.js';
import { useExperimentAsk } from './use-experiment-ask.js';
import { WaitingSection } from './waiting-section.js';
import { beingTested, busyWithExperiments, waitingThings } from '../../ui/decide/waiting-things.js';
import '../../ui/line-list.css';
import './plan.css';

/** What waits for a decision, what the team means to do, and what it decided before. */
export function PlanPage(): ReactNode {
  const { t } = useTranslation();
  const { name } = useCurrentOrganisation();
  useDocumentTitle(t('plan.document'), name);
  const decisions = useDecisions();
  const lines = usePlanLines();
  useRestOfPlan();
  return (
    <QueryView query={decisions} heading={t('plan.document')}>
      {(decided) => <QueryView query={lines} heading={t('plan.document')}>{(known) => <Plan decisions={decided} lines={known} />}</QueryView>}
    </QueryView>
  );
}

/** Asked for at once, and read where it is shown: part after part would be a turn each over a slow line. */
function useRestOfPlan(): void {
  useOutlooks();
  useExperiments();
  useAppointments();
  usePlanCalendar(useCalendarPlace().span);
  useObjectives();
}

// Elements that never change: an answer that changes what stands above has them not drawn anew.
const calendarAndTests = <><CalendarSection /><KeptSection /><ExperimentsSection /></>;
const objectives = <ObjectivesSection />;

interface PlanProps { decisions: readonly RecommendationDecision[]; lines: readonly PlanLine[] }

function Plan({ decisions, lines }: PlanProps): ReactNode {
  const { t } = useTranslation();
  const { today, role, slug } = useCurrentOrganisation();
  const outlooks = useOutlooks();
  // Held here: what is typed outlives the section that it was asked in.
  const [asked, setAsked] = useState<Asked | null>(null);
  const experiments = useExperiments();
  const ask = useExperimentAsk();
  const known = experiments.data ?? [];
  const busyChannels = busyWithExperiments(known);
  const waiting = outlooks.data === undefined || experiments.isPending ? null : waitingThings(outlooks.data, { decisions, today, beingTested: beingTested(known) });
  const toTest = new Set((outlooks.data ?? []).flatMap(({ records }) => records).filter(({ verdict }) => verdict === 'test').map(({ id }) => id));
  const testOf = ({ recommendationId, channelId, decision, isStanding }: RecommendationDecision): (() => void) | null => {
    const isInPlan = isStanding && (decision === 'accepted' || decision === 'adapted');
    return isInPlan && toTest.has(recommendationId) && !busyChannels.has(channelId) ? () => { ask.open(recommendationId); } : null;
  };
  const running = lines.filter(({ toDay }) => toDay === null || toDay >= today);
  return (
    <>
      <div className="page-title">
        <PageHeading>{running.length === 0 ? t('plan.title.empty') : t('plan.title', { lines: running.length })}</PageHeading>
        {waiting !== null && <p>{t(rightsOf(role).manage ? 'plan.waiting' : 'plan.waiting.others', { count: waiting.count })}</p>}
        <p><ButtonLink to={`/o/${slug}/plan/ecrit`}>{t('writtenPlan.link')}</ButtonLink></p>
      </div>
      <QueryView query={outlooks}>{(told: readonly ChannelOutlook[]) => (waiting === null ? <LoadingState /> : <WaitingSection things={waiting.things} outlooks={told} decisions={decisions} onAsk={setAsked} testing={{ busyChannels, onTest: ask.open }} />)}</QueryView>
      <Below>
        {calendarAndTests}
        <LinesSection lines={lines} />
        {objectives}
        <DecidedSection decisions={decisions} testOf={testOf} />
      </Below>
      <ExperimentAsk recommendationId={ask.recommendationId} onClose={ask.close} onSee={ask.see} />
      <DecisionDialog asked={asked} onClose={() => { setAsked(null); }} />
    </>
  );
}
