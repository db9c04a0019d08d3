import type { KeyboardEvent } from 'react';

const STEPS: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };

/** Arrows lead from the field to what was found, from one thing to the next, and back into the field. */
export function onFoundKey(event: KeyboardEvent<HTMLElement>): void {
  const step = STEPS[event.key];
  if (step === undefined || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('input[type=search], [data-found]')];
  const here = stops.findIndex((stop) => stop === document.activeElement);
  const next = here === -1 ? undefined : stops[here + step];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}
