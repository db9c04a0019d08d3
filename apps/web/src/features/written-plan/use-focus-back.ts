import { useEffect, useRef, type RefObject } from 'react';

/** To the button that opened a form as the form shuts, where focus went with it; and to the one that comes in its place, as long as the person has not gone elsewhere. */
export function useFocusBack(isOpen: boolean): RefObject<HTMLButtonElement | null> {
  const button = useRef<HTMLButtonElement>(null);
  const was = useRef(isOpen);
  const isAwaited = useRef(false);
  useEffect(() => {
    if (was.current !== isOpen) isAwaited.current = !isOpen;
    was.current = isOpen;
    if (!isAwaited.current) return;
    if (document.activeElement === document.body) button.current?.focus();
    isAwaited.current = document.activeElement === button.current;
  });
  return button;
}
