import type { ReactNode } from 'react';
import { useTranslation } from '../../locales/translation.js';
import { ButtonLink } from '../../ui/button.js';
import { stepsAround, type StepName } from './steps.js';
import { useStepKeys } from './use-step-keys.js';

interface StepMovesProps { shown: StepName; searchOf: (step: StepName) => string }

/** To the step before and the one after, by hand or with the arrows. */
export function StepMoves({ shown, searchOf }: StepMovesProps): ReactNode {
  const { t } = useTranslation();
  const { before, after } = stepsAround(shown);
  useStepKeys({ before: before && searchOf(before), after: after && searchOf(after) });
  return (
    <div className="review-moves no-print" role="group" aria-label={t('review.moves')}>
      {before !== null && <ButtonLink to={searchOf(before)}>{t('review.before', { step: t(`review.step.${before}`) })}</ButtonLink>}
      {after !== null && <ButtonLink kind="act" to={searchOf(after)}>{t('review.after', { step: t(`review.step.${after}`) })}</ButtonLink>}
      <p className="small quiet">{t('review.keys')}</p>
    </div>
  );
}
