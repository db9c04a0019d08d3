import { useEffect, useRef, type RefObject } from 'react';

/** What takes focus when the element that had it is gone, after `change`: a keyboard goes on from there. */
export function useFocusKept<Element extends HTMLElement>(change: unknown): RefObject<Element | null> {
  const element = useRef<Element>(null);
  const before = useRef(change);
  useEffect(() => {
    if (before.current !== change && document.activeElement === document.body) element.current?.focus();
    before.current = change;
  }, [change]);
  return element;
}
