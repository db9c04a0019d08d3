import { reportWords, type MonthlyReport } from '@portee/shared';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from '../../locales/translation.js';
import { CommentStep } from './comment-step.js';
import { CloseStep } from './close-step.js';
import { DecideStep } from './decide-step.js';
import { HappenedStep } from './happened-step.js';
import { steps, type StepName } from './steps.js';
import { TriedStep } from './tried-step.js';
import type { useDeciding } from './use-review-state.js';

export interface StepProps { report: MonthlyReport; state: ReturnType<typeof useDeciding> }

/** The step whose heading was shown last: the first one of a visit is left alone. */
let lastStep: StepName | null = null;

/** One step: how long it may take, what it is about, what to ask one another. Its heading takes focus, so that a screen reader says where one came. */
export function StepView({ step, ...props }: StepProps & { step: StepName }): ReactNode {
  const { t } = useTranslation();
  const heading = useRef<HTMLHeadingElement>(null);
  const place = steps.findIndex(({ name }) => name === step);
  useEffect(() => {
    if (lastStep !== null && lastStep !== step) heading.current?.focus();
    lastStep = step;
  }, [step]);
  return (
    <section className="review-step" aria-labelledby="review-step">
      <header>
        <p className="review-place">{t('review.place', { number: place + 1, all: steps.length, minutes: steps[place]?.minutes ?? 0 })}</p>
        <h2 id="review-step" ref={heading} tabIndex={-1}>{t(`review.step.${step}`)}</h2>
        <p>{t(`review.ask.${step}`)}</p>
      </header>
      <StepContent step={step} {...props} />
    </section>
  );
}

function StepContent({ step, report, state }: StepProps & { step: StepName }): ReactNode {
  const { locale } = useTranslation();
  switch (step) {
    case 'happened': return <HappenedStep report={report} words={reportWords(locale)} />;
    case 'tried': return <TriedStep report={report} />;
    case 'decide': return <DecideStep report={report} state={state} />;
    case 'comment': return <CommentStep month={report.month} />;
    case 'close': return <CloseStep report={report} />;
  }
}
