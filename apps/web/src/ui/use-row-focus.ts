import { useLayoutEffect, useRef, type FocusEvent, type RefObject } from 'react';

interface RowFocus<Box> {
  box: RefObject<Box | null>;
  /** Of the box. */
  listeners: { onFocus: (event: FocusEvent) => void; onBlur: (event: FocusEvent) => void };
}

/**
 * A row that was taken out takes focus with it: it goes to the row that stands in its place, else to the heading of the section (or the first field of a form), else to that of the page.
 * Else the keyboard would begin again at the top.
 * @param keys  of the rows, as they stand
 */
export function useRowFocus<Box extends HTMLElement>(keys: readonly string[]): RowFocus<Box> {
  const box = useRef<Box>(null);
  // The row that had focus last; -1: something else of the section.
  const last = useRef<number | null>(null);
  const shown = keys.join(' ');
  useLayoutEffect(() => {
    // Focus that is somewhere is not taken away.
    if (last.current === null || document.activeElement !== document.body) return;
    const rows = rowsOf(box.current);
    rows[Math.min(last.current, rows.length - 1)]?.querySelector('button')?.focus();
    if (document.activeElement !== document.body) return;
    const home = box.current?.querySelector<HTMLElement>('h2, input') ?? box.current?.closest('section')?.querySelector('h2');
    if (home instanceof HTMLElement) home.focus();
    else document.querySelector('h1')?.focus({ preventScroll: true });
  }, [shown]);
  return {
    box,
    listeners: {
      onFocus: ({ target }) => { last.current = rowsOf(box.current).findIndex((one) => one.contains(target)); },
      // Whoever went elsewhere is not called back.
      onBlur: ({ relatedTarget, currentTarget }) => { if (relatedTarget !== null && !currentTarget.contains(relatedTarget)) last.current = null; },
    },
  };
}

function rowsOf(box: HTMLElement | null): Element[] {
  return [...(box?.querySelectorAll('[data-row]') ?? [])];
}
