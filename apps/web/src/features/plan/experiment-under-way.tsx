import { type Experiment, localDay } from '@portee/shared';
import type { ReactNode } from 'react';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useExtendExperiment, useGiveUpExperiment } from '../../api/experiments.queries.js';
import { useTranslation } from '../../locales/translation.js';
import { Button } from '../../ui/button.js';
import { useToast } from '../../ui/toast.js';
import { rightsOf } from './calendar-desk.js';
import { ExperimentArms } from './experiment-arms.js';
import { ExperimentStaff } from './experiment-staff.js';
import { FormFailure } from '../../ui/form-failure.js';
import { sayArms, sayQuestion } from './say-experiment.js';
import { SureButton } from '../../ui/sure-button.js';

interface UnderWayProps { experiment: Experiment; place: string; onPost: () => void }

/** One that is under way: how far it is, and nothing of what it will say. */
export function ExperimentUnderWay({ experiment, place, onPost }: UnderWayProps): ReactNode {
  const translation = useTranslation();
  const { t, write, locale } = translation;
  const { timeZone } = useCurrentOrganisation();
  const { progress, startsDay, lastDay, startedAt, givenUpBefore, slots } = experiment;
  const arms = sayArms(experiment, locale);
  const begun = localDay(new Date(startedAt), timeZone);
  return (
    <article className="experiment" data-row>
      <header><h3>{sayQuestion(experiment, translation)}</h3><p className="note quiet">{place}{place !== '' && '\u00A0· '}{t('experiment.dates', { from: write.longDay(begun > startsDay ? begun : startsDay), to: write.longDay(lastDay) })}</p></header>
      {progress === null
        ? <p>{t('experiment.unseen')}</p>
        : (
          <>
            <ExperimentStaff slots={slots} label={t('experiment.staff', { done: progress.done, planned: progress.planned, level: progress.arms.level.done, other: progress.arms.against.done, ...arms })} />
            <p><b>{t('experiment.progress', { done: progress.done, planned: progress.planned })}</b></p>
            <ExperimentArms experiment={experiment} />
          </>
        )}
      <p className="note">{t('experiment.reading')}{givenUpBefore > 0 && <> {t('experiment.givenUp', { times: givenUpBefore })}</>}</p>
      <Acts experiment={experiment} title={sayQuestion(experiment, translation)} onPost={onPost} />
    </article>
  );
}

function Acts({ experiment, title, onPost }: Pick<UnderWayProps, 'experiment' | 'onPost'> & { title: string }): ReactNode {
  const { t } = useTranslation();
  const may = rightsOf(useCurrentOrganisation().role);
  const toast = useToast();
  const [extend, giveUp] = [useExtendExperiment(), useGiveUpExperiment()];
  const isBusy = extend.isPending || giveUp.isPending;
  const hasRoom = experiment.slots.some(({ state }) => state === 'free');
  // Where it is refused, that is said above.
  const onExtend = (): void => { extend.mutateAsync(experiment).then(() => { toast(t('experiment.extended')); }, () => undefined); };
  const onGiveUp = (): void => { giveUp.mutateAsync(experiment).then(() => { toast(t('experiment.gaveUp')); }, () => undefined); };
  return (
    <>
      <FormFailure error={giveUp.error ?? extend.error} />
      {experiment.blocksMissing > 0 && <p>{t('experiment.missing', { blocks: experiment.blocksMissing })}</p>}
      {!hasRoom && experiment.blocksMissing === 0 && <p className="note quiet">{t('experiment.full')}</p>}
      <div className="row no-print">
        {may.plan && hasRoom && <Button kind="act" aria-label={t('experiment.postOf', { title })} onClick={onPost}>{t('experiment.post')}</Button>}
        {may.manage && experiment.blocksMissing > 0 && <Button isBusy={isBusy} aria-label={t('experiment.extendOf', { title })} onClick={onExtend}>{t('experiment.extend')}</Button>}
        {may.manage && <SureButton label={t('experiment.giveUp')} ariaLabel={t('experiment.giveUpOf', { title })} sure={t('experiment.giveUpSure')} isBusy={isBusy} onSure={onGiveUp} />}
      </div>
    </>
  );
}
