import { useLayoutEffect } from 'react';
import { useNavigate } from 'react-router';

/** The arrows lead from step to step, unless the person is in something that needs them. */
export function useStepKeys({ before, after }: { before: string | null; after: string | null }): void {
  const navigate = useNavigate();
  // Before the step is painted: an arrow pressed at once after another is not lost.
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || isBusy(event.target)) return;
      const wanted = event.key === 'ArrowLeft' ? before : event.key === 'ArrowRight' ? after : null;
      if (wanted !== null) void navigate(wanted);
    };
    addEventListener('keydown', onKey);
    return () => { removeEventListener('keydown', onKey); };
  }, [before, after, navigate]);
}

function isBusy(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, select, textarea, dialog, .table-frame, [contenteditable]') !== null;
}
