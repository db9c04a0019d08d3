import { may, type MonthlyReport, type RecommendationDecision } from '@portee/shared';
import { useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useExperiments } from '../../api/experiments.queries.js';
import { useChannels } from '../../api/organisation.queries.js';
import { useTranslation } from '../../locales/translation.js';
import { ButtonLink } from '../../ui/button.js';
import { sayAdvised } from '../../ui/decide/advised.js';
import { DecisionDialog, type Asked } from '../../ui/decide/decision-dialog.js';
import { WaitingCards } from '../../ui/decide/waiting-cards.js';
import { busyWithExperiments } from '../../ui/decide/waiting-things.js';
import { Failure } from '../../ui/failure.js';
import { LoadingState } from '../../ui/states.js';
import { testPath } from '../../ui/test-path.js';
import { useChannelNames } from '../../ui/use-channel-names.js';
import { useRowFocus } from '../../ui/use-row-focus.js';
import type { StepProps } from './step-view.js';
import type { Deciding } from './use-review-state.js';

/** Three proposals at most, one after the other; below, what was decided in this review. */
export function DecideStep({ report, state: { deciding, error, retry } }: StepProps): ReactNode {
  if (deciding === null) return error === null ? <LoadingState /> : <Failure error={error} onRetry={retry} />;
  return <Proposals report={report} deciding={deciding} />;
}

function Proposals({ report: { closed }, deciding }: { report: MonthlyReport; deciding: Deciding }): ReactNode {
  const { t } = useTranslation();
  const { slug, role } = useCurrentOrganisation();
  const navigate = useNavigate();
  const experiments = useExperiments().data;
  // Prepared beside the plan; going back leads to this step again.
  const testing = experiments && { busyChannels: busyWithExperiments(experiments), onTest: (recommendationId: string) => { void navigate(testPath(slug, recommendationId)); } };
  // Held here: what is typed outlives the card that it was asked on.
  const [asked, setAsked] = useState<Asked | null>(null);
  const { outlooks, decisions, decided, waiting } = deciding;
  const things = closed === null ? deciding.things : [];
  const { box, listeners } = useRowFocus<HTMLDivElement>(things.map(({ record }) => record.id));
  return (
    <>
      <p className="note quiet">{t(closed !== null ? 'review.decide.closed' : things.length > 0 ? (may(role, 'managePlan') ? 'review.decide.now' : 'review.decide.others') : decided.length > 0 ? 'review.decide.enough' : 'review.decide.none')}</p>
      <div ref={box} {...listeners}><WaitingCards things={things} outlooks={outlooks} decisions={decisions} onAsk={setAsked} testing={testing} /></div>
      {decided.length > 0 && <Decided decisions={decided} />}
      {waiting > things.length && <p className="review-more">{t('review.decide.more', { count: waiting - things.length })} <ButtonLink kind="plain" to={`/o/${slug}/plan`}>{t('review.toPlan')}</ButtonLink></p>}
      <DecisionDialog asked={asked} onClose={() => { setAsked(null); }} />
    </>
  );
}

function Decided({ decisions }: { decisions: readonly RecommendationDecision[] }): ReactNode {
  const translation = useTranslation();
  const { t } = translation;
  const { slug } = useCurrentOrganisation();
  const channelName = useChannelNames(useChannels(slug).data ?? []);
  return (
    <section className="section" aria-labelledby="review-decided">
      <header><h2 id="review-decided">{t('review.decided')}</h2></header>
      <ul className="review-list">
        {decisions.map((decision) => (
          <li key={decision.id}>
            <b>{t('plan.decided.about', { about: sayAdvised(decision, decision.said.verdict, translation), state: t(`plan.state.${decision.decision}`) })}</b>
            <small>{channelName(decision.channelId)}</small>
            {decision.reason !== null && <p className="note">{decision.reason}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}
