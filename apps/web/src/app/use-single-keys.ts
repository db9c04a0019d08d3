import { useEffect, useRef } from 'react';
import { useNavigate } from 'react-router';
import type { Place } from './places.js';
import { areSingleKeysOn, isBusyWithKeys, singleKey } from './single-keys.js';
import { useAddressOf } from './use-address-of.js';

/** How long g waits for its letter. */
const PATIENCE_MS = 1500;
export const searchPlace = { path: '/chercher', hasMonth: false };

/** `/` looks for something, `?` opens the help, g and a letter go to a page. */
export function useSingleKeys(onHelp: () => void): void {
  const navigate = useNavigate();
  const addressOf = useAddressOf();
  const begunAt = useRef(-Infinity);
  useEffect(() => {
    const go = (place: Pick<Place, 'path' | 'hasMonth'>): void => { void navigate(addressOf(place)); };
    const onKey = (event: KeyboardEvent): void => {
      if (event.altKey || event.ctrlKey || event.metaKey || event.defaultPrevented || !areSingleKeysOn() || isBusyWithKeys(event.target)) return;
      const meant = singleKey(event.key, event.timeStamp - begunAt.current < PATIENCE_MS);
      begunAt.current = meant?.act === 'begin' ? event.timeStamp : -Infinity;
      if (meant === null || meant.act === 'begin') return;
      event.preventDefault();
      if (meant.act === 'go') go(meant.place);
      else if (meant.act === 'help') onHelp();
      else if (!goToField()) go(searchPlace);
    };
    addEventListener('keydown', onKey);
    return () => { removeEventListener('keydown', onKey); };
  });
}

/** On the page that looks for things, its field. */
function goToField(): boolean {
  const field = document.querySelector<HTMLElement>('[role=search] input[name=q]');
  field?.focus();
  return field !== null;
}
