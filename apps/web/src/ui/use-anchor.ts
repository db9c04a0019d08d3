import { useEffect } from 'react';
import { useLocation } from 'react-router';

/**
 * Where sections or rows are drawn: a link to one of them brings it into sight, and a keyboard goes on from there.
 * `begins`: only anchors that begin so are of this place, where others are drawn at other times.
 */
export function useAnchor(begins = ''): void {
  const { hash } = useLocation();
  useEffect(() => {
    const id = decodeURIComponent(hash.slice(1));
    if (id === '' || !id.startsWith(begins)) return;
    const place = document.getElementById(id);
    place?.closest('details')?.setAttribute('open', '');
    place?.scrollIntoView();
    (place?.querySelector<HTMLElement>('input, select, textarea') ?? place)?.focus({ preventScroll: true });
  }, [hash, begins]);
}
