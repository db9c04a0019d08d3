import type { ExperimentProposal } from '@portee/shared';
import { useState, type ReactNode } from 'react';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useExperimentProposal, useExperiments, useStartExperiment } from '../../api/experiments.queries.js';
import { ProblemError } from '../../api/problem-error.js';
import { useTranslation } from '../../locales/translation.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { sayProblem } from '../../ui/failure.js';
import { Notice } from '../../ui/notice.js';
import { QueryView } from '../../ui/query-view.js';
import { useToast } from '../../ui/toast.js';
import { rightsOf } from './calendar-desk.js';
import { SmallerExperiment } from './experiment-small.js';
import { ExperimentTakes } from './experiment-takes.js';
import { FormFailure } from '../../ui/form-failure.js';
import { sayArms } from './say-experiment.js';

interface AskProps {
  /** Null: nothing is being prepared. */
  recommendationId: string | null;
  onClose: () => void;
  /** It began, or is under way already: to where it is told. */
  onSee: () => void;
}

/** « Tester chez nous » : what it would take, or that it is out of reach; and its beginning. */
export function ExperimentAsk({ recommendationId, onClose, onSee }: AskProps): ReactNode {
  const { t } = useTranslation();
  return (
    <Dialog title={t('experiment.ask')} isOpen={recommendationId !== null} onClose={onClose}>
      {recommendationId !== null && <Asked key={recommendationId} recommendationId={recommendationId} onClose={onClose} onSee={onSee} />}
    </Dialog>
  );
}

function Asked({ recommendationId, onClose, onSee }: AskProps & { recommendationId: string }): ReactNode {
  const { t } = useTranslation();
  // The effect to be seen; null: the one that the recommendation shows.
  const [sees, setSees] = useState<number | null>(null);
  const proposal = useExperimentProposal(recommendationId, sees);
  const { error } = proposal;
  // A refusal is an answer: to ask again would not change it.
  if (error instanceof ProblemError && error.status >= 400 && error.status < 500) return <div className="experiment-ask"><p>{sayProblem(error, t)}</p><Button onClick={onClose}>{t('experiment.place.close')}</Button></div>;
  return <QueryView query={proposal}>{(found) => <Proposal proposal={found} chosen={sees} onChoose={setSees} onClose={onClose} onSee={onSee} />}</QueryView>;
}

interface ProposalProps { proposal: ExperimentProposal; chosen: number | null; onChoose: (sees: number | null) => void; onClose: () => void; onSee: () => void }

function Proposal({ proposal, chosen, onChoose, onClose, onSee }: ProposalProps): ReactNode {
  const { t, locale } = useTranslation();
  const { givenUpBefore, isTooSmall, underWayId } = proposal;
  return (
    <div className="experiment-ask">
      <p>{t('experiment.ask.way', sayArms(proposal, locale))}</p>
      {isTooSmall ? <SmallerExperiment proposal={proposal} onChoose={onChoose} /> : <ExperimentTakes proposal={proposal} />}
      {givenUpBefore > 0 && <Notice><p>{t('experiment.ask.givenUp', { times: givenUpBefore })}</p></Notice>}
      {chosen !== null && <Button kind="plain" onClick={() => { onChoose(null); }}>{t('experiment.small.back')}</Button>}
      {underWayId === null ? <Start proposal={proposal} onClose={onClose} onSee={onSee} /> : <UnderWay proposal={proposal} onClose={onClose} onSee={onSee} />}
    </div>
  );
}

function Start({ proposal: { recommendationId, sees, startsDay, lastDay, isTooSmall }, onClose, onSee }: Pick<ProposalProps, 'proposal' | 'onClose' | 'onSee'>): ReactNode {
  const { t } = useTranslation();
  const toast = useToast();
  const start = useStartExperiment();
  const mayStart = rightsOf(useCurrentOrganisation().role).manage;
  const onStart = (): void => {
    if (lastDay !== null) start.mutate({ recommendationId, sees, startsDay, lastDay }, { onSuccess: () => { onSee(); toast(t('experiment.started')); } });
  };
  return (
    <>
      <FormFailure error={start.error} />
      {!mayStart && <p className="note quiet">{t('experiment.ask.others')}</p>}
      <div className="row">
        {mayStart && !isTooSmall && lastDay !== null && <Button kind="act" isBusy={start.isPending} onClick={onStart}>{t('experiment.ask.start')}</Button>}
        <Button kind={mayStart && !isTooSmall ? 'plain' : 'ordinary'} onClick={onClose}>{t(isTooSmall ? 'experiment.place.close' : 'plan.cancel')}</Button>
      </div>
    </>
  );
}

function UnderWay({ proposal: { recommendationId, underWayId }, onClose, onSee }: Pick<ProposalProps, 'proposal' | 'onClose' | 'onSee'>): ReactNode {
  const { t } = useTranslation();
  const isThisOne = useExperiments().data?.find(({ id }) => id === underWayId)?.recommendationId === recommendationId;
  return (
    <>
      <Notice><p>{t(isThisOne ? 'experiment.ask.thisOne' : 'experiment.ask.underWay')}</p></Notice>
      <div className="row">
        <Button kind="act" onClick={onSee}>{t('experiment.ask.see')}</Button>
        <Button kind="plain" onClick={onClose}>{t('experiment.place.close')}</Button>
      </div>
    </>
  );
}
