import { useLayoutEffect, useRef, type FocusEvent, type RefObject } from 'react';
import type { Stop } from './calendar-steps.js';

interface KeptFocus<Box> { box: RefObject<Box | null>; onFocus: (event: FocusEvent) => void }

/**
 * An entry that was moved stands elsewhere, as another button, and one that was taken out nowhere: focus follows it, or goes to the nearest after it. Else the keyboard
 * would begin again at the top of the page.
 */
export function useKeptFocus<Box extends HTMLElement>(entries: readonly Stop[]): KeptFocus<Box> {
  const box = useRef<Box>(null);
  const last = useRef<{ key: string; day: string } | null>(null);
  useLayoutEffect(() => {
    // Focus that is somewhere is not taken away.
    if (last.current === null || document.activeElement !== document.body) return;
    const { key, day } = last.current;
    const next = entries.find((entry) => entry.key === key) ?? entries.find((entry) => entry.day >= day) ?? entries.at(-1);
    if (next !== undefined) focusOn(box.current, next.key);
  }, [entries]);
  return {
    box,
    onFocus: ({ target }) => {
      const key = target.getAttribute('data-key');
      const entry = entries.find((one) => one.key === key);
      if (entry !== undefined) last.current = { key: entry.key, day: entry.day };
    },
  };
}

export function focusOn(box: HTMLElement | null, key: string): void {
  box?.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)?.focus();
}
