import { useEffect, type ReactNode } from 'react';
import { useTranslation } from '../locales/translation.js';
import { useMonth, type Way } from '../ui/use-month.js';

const waysOfKeys: Partial<Record<string, Way>> = { ArrowLeft: 'before', ArrowRight: 'after' };

/** ‹ octobre 2026 ›: the arrow keys do the same, unless the person is busy in a control that needs them. */
export function MonthStepper(): ReactNode {
  const { t, write } = useTranslation();
  const { month, before, after, step } = useMonth();
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || needsArrows(event.target)) return;
      const way = waysOfKeys[event.key];
      if (way !== undefined) step(way);
    };
    addEventListener('keydown', onKey);
    return () => { removeEventListener('keydown', onKey); };
  }, [step]);
  return (
    <div className="month-stepper" role="group" aria-label={t('top.month')}>
      <Step isEnd={before === null} label={t('top.monthBefore')} sign="‹" onStep={() => { step('before'); }} />
      <b aria-live="polite">{write.monthAndYear(month)}</b>
      <Step isEnd={after === null} label={t('top.monthAfter')} sign="›" onStep={() => { step('after'); }} />
    </div>
  );
}

interface StepProps { isEnd: boolean; label: string; sign: string; onStep: () => void }

/** At the end of the months the button stays where it is, and says that it leads nowhere. */
function Step({ isEnd, label, sign, onStep }: StepProps): ReactNode {
  return (
    <button type="button" className="no-print" aria-label={label} aria-disabled={isEnd || undefined} onClick={onStep}>
      <span aria-hidden="true">{sign}</span>
    </button>
  );
}

/** Fields, lists, radio buttons and frames that scroll sideways use the arrow keys themselves. */
function needsArrows(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, select, textarea, dialog, [role="radio"], [role="tab"], .table-frame, [contenteditable]') !== null;
}
