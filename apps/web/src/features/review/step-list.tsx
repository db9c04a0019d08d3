import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useTranslation } from '../../locales/translation.js';
import { steps, type Done, type StepName } from './steps.js';

interface StepListProps { shown: StepName; done: Done; searchOf: (step: StepName) => string }

/** The five steps on their staff: where one is, and what is done. */
export function StepList({ shown, done, searchOf }: StepListProps): ReactNode {
  const { t } = useTranslation();
  return (
    <nav className="review-steps no-print" aria-label={t('review.steps')}>
      <ol>
        {steps.map(({ name, minutes }, place) => (
          <li key={name}>
            <Link to={searchOf(name)} aria-current={name === shown ? 'step' : undefined} data-done={done[name]}>
              <span className="review-mark" aria-hidden="true">{done[name] ? <Tick /> : place + 1}</span>
              <span className="review-step-name">{t(`review.step.${name}`)}{done[name] && <span className="visually-hidden">{t('review.done')}</span>}</span>
              <small aria-hidden="true">{t('review.minutes', { minutes })}</small>
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function Tick(): ReactNode {
  return <svg viewBox="0 0 20 20" aria-hidden="true"><path d="m4.500 10.500 3.800 3.800 7.200-8.200" /></svg>;
}
