import type { ChannelOutlook, PlanLine, RecommendationDecision } from '@portee/shared';
import type { ReactNode } from 'react';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useOutlooks } from '../../api/outlook.queries.js';
import { useDecisions, usePlanLines } from '../../api/plan.queries.js';
import { useTranslation } from '../../locales/translation.js';
import { PageHeading, useDocumentTitle } from '../../ui/page-heading.js';
import { QueryView } from '../../ui/query-view.js';
import { CalendarSection } from './calendar-section.js';
import { DecidedSection } from './decided-section.js';
import { LinesSection } from './lines-section.js';
import { ObjectivesSection } from './objectives-section.js';
import { WaitingSection } from './waiting-section.js';
import { waitingThings } from './waiting-things.js';
import './plan.css';

/** What waits for a decision, what the team means to do, and what it decided before. */
export function PlanPage(): ReactNode {
  const { t } = useTranslation();
  const { name } = useCurrentOrganisation();
  useDocumentTitle(t('plan.document'), name);
  const decisions = useDecisions();
  const lines = usePlanLines();
  const outlooks = useOutlooks();
  return (
    <QueryView query={decisions} heading={t('plan.document')}>
      {(decided) => (
        <QueryView query={lines} heading={t('plan.document')}>
          {(known) => <QueryView query={outlooks} heading={t('plan.document')}>{(told) => <Plan decisions={decided} lines={known} outlooks={told} />}</QueryView>}
        </QueryView>
      )}
    </QueryView>
  );
}

interface PlanProps { decisions: readonly RecommendationDecision[]; lines: readonly PlanLine[]; outlooks: readonly ChannelOutlook[] }

function Plan({ decisions, lines, outlooks }: PlanProps): ReactNode {
  const { t } = useTranslation();
  const { today } = useCurrentOrganisation();
  const { things, count } = waitingThings(outlooks, { decisions, today });
  const running = lines.filter(({ toDay }) => toDay === null || toDay >= today);
  return (
    <>
      <div className="page-title">
        <PageHeading>{running.length === 0 ? t('plan.title.empty') : t('plan.title', { lines: running.length })}</PageHeading>
        <p>{t('plan.waiting', { count })}</p>
      </div>
      {things.length > 0 && <WaitingSection things={things} outlooks={outlooks} decisions={decisions} />}
      <CalendarSection />
      <LinesSection lines={lines} />
      <ObjectivesSection />
      {decisions.length > 0 && <DecidedSection decisions={decisions} outlooks={outlooks} />}
    </>
  );
}
