import { adviceWords, type ExperimentProposal, saySeen } from '@portee/shared';
import type { ReactNode } from 'react';
import { useExperimentProposal } from '../../api/experiments.queries.js';
import { useTranslation } from '../../locales/translation.js';
import { Button } from '../../ui/button.js';

/** A large effect: twice as many people, or half as many. */
const LARGE = { more: 1, fewer: -0.5 } as const;

interface SmallerProps { proposal: ExperimentProposal; onChoose: (sees: number) => void }

/** « Votre canal est trop petit pour le savoir », and what can be done instead. */
export function SmallerExperiment({ proposal: { recommendationId, eachArm, sees }, onChoose }: SmallerProps): ReactNode {
  const { t, locale } = useTranslation();
  const size = saySeen(sees, adviceWords(locale));
  return (
    <>
      <p><strong>{t('experiment.small')}</strong> {eachArm === null ? t('experiment.small.never', { size }) : t('experiment.small.takes', { size, posts: 2 * eachArm })}</p>
      <p>{t('experiment.small.answer')}</p>
      <Larger recommendationId={recommendationId} large={sees < 0 ? LARGE.fewer : LARGE.more} asked={sees} onChoose={onChoose} />
    </>
  );
}

interface LargerProps { recommendationId: string; large: number; asked: number; onChoose: (sees: number) => void }

/** One that sees a large effect only, where that is within reach; nothing while it is not known to be. */
function Larger({ recommendationId, large, asked, onChoose }: LargerProps): ReactNode {
  const { t, locale } = useTranslation();
  const words = adviceWords(locale);
  const { data } = useExperimentProposal(recommendationId, large);
  if (data === undefined || data.isTooSmall || data.eachArm === null || data.months === null || Math.abs(large) <= Math.abs(asked)) return null;
  const time = words.say('advice.test.time', { months: Math.round(data.months) });
  return (
    <div className="experiment-larger">
      <p>{t('experiment.small.larger', { size: saySeen(large, words), posts: 2 * data.eachArm, time })}</p>
      <Button onClick={() => { onChoose(large); }}>{t('experiment.small.try')}</Button>
    </div>
  );
}
