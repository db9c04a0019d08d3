import { useEffect } from 'react';
import { useLocation } from 'react-router';

/** Where sections are drawn: a link to one of them brings it into sight, and a keyboard goes on from there. */
export function useAnchor(): void {
  const { hash } = useLocation();
  useEffect(() => {
    if (hash === '') return;
    const section = document.getElementById(decodeURIComponent(hash.slice(1)));
    section?.scrollIntoView();
    section?.querySelector<HTMLElement>('input, select, textarea')?.focus({ preventScroll: true });
  }, [hash]);
}
