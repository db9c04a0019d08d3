import { useEffect, type ReactNode } from 'react';
import { useTranslation } from '../locales/translation.js';
import { useMonth } from '../ui/use-month.js';

/** ‹ octobre 2026 ›: the arrow keys do the same, unless the person is busy in a control that needs them. */
export function MonthStepper(): ReactNode {
  const { t, write } = useTranslation();
  const { month, before, after, show } = useMonth();
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || needsArrows(event.target)) return;
      const wanted = event.key === 'ArrowLeft' ? before : event.key === 'ArrowRight' ? after : null;
      if (wanted !== null) show(wanted);
    };
    addEventListener('keydown', onKey);
    return () => { removeEventListener('keydown', onKey); };
  }, [before, after, show]);
  return (
    <div className="month-stepper" role="group" aria-label={t('top.month')}>
      <Step to={before} label={t('top.monthBefore')} sign="‹" onStep={show} />
      <b aria-live="polite">{write.monthAndYear(month)}</b>
      <Step to={after} label={t('top.monthAfter')} sign="›" onStep={show} />
    </div>
  );
}

interface StepProps { to: string | null; label: string; sign: string; onStep: (month: string) => void }

/** At the end of the months the button stays where it is, and says that it leads nowhere. */
function Step({ to, label, sign, onStep }: StepProps): ReactNode {
  return (
    <button type="button" className="no-print" aria-label={label} aria-disabled={to === null || undefined} onClick={() => { if (to !== null) onStep(to); }}>
      <span aria-hidden="true">{sign}</span>
    </button>
  );
}

/** Fields, lists, radio buttons and frames that scroll sideways use the arrow keys themselves. */
function needsArrows(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, select, textarea, dialog, [role="radio"], [role="tab"], .table-frame, [contenteditable]') !== null;
}
