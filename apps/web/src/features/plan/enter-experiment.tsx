import { addDays, type PlannedPost } from '@portee/shared';
import type { ReactNode } from 'react';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useExperiments, usePlaceForExperiment } from '../../api/experiments.queries.js';
import { useTranslation } from '../../locales/translation.js';
import { Button } from '../../ui/button.js';
import { useToast } from '../../ui/toast.js';
import { FormFailure } from '../../ui/form-failure.js';
import { sayDrawn, sayQuestion } from './say-experiment.js';

/** A planned post may become one of the experiment that is under way on its channel: lots are drawn for it as it stands. */
export function EnterExperiment({ post, onEntered }: { post: PlannedPost; onEntered: () => void }): ReactNode {
  const translation = useTranslation();
  const { t, locale } = translation;
  const { today } = useCurrentOrganisation();
  const toast = useToast();
  const experiments = useExperiments().data ?? [];
  const experiment = experiments.find(({ channelId, state, slots }) => channelId === post.channelId && state === 'under_way' && slots.some((slot) => slot.state === 'free'));
  const place = usePlaceForExperiment(experiment?.id ?? '');
  const wasDrawn = experiments.some(({ slots }) => slots.some(({ plannedPostId }) => plannedPostId === post.id));
  if (experiment === undefined || wasDrawn || post.day < addDays(today, 1) || post.day > experiment.lastDay || post.day < experiment.startsDay) return null;
  const onEnter = (): void => {
    place.mutate({ from: 'calendar', plannedPostId: post.id, version: post.version }, { onSuccess: ({ slot }) => { onEntered(); toast(t('experiment.place.drawn', { drawn: sayDrawn(experiment, slot.drawn, locale) })); } });
  };
  return (
    <div className="experiment-mark">
      <span />
      <div>
        <FormFailure error={place.error} />
        <p>{t('experiment.enter.text', { title: sayQuestion(experiment, translation) })}</p>
        <Button isBusy={place.isPending} onClick={onEnter}>{t('experiment.enter')}</Button>
      </div>
    </div>
  );
}
