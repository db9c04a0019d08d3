import { useSyncExternalStore } from 'react';

/** Under this width the six columns of the list do not fit beside the navigation. */
const narrow = matchMedia('(max-width: 1100px)');

/** Whether lists are shown as cards. */
export function useIsNarrow(): boolean {
  return useSyncExternalStore((listener) => {
    narrow.addEventListener('change', listener);
    return () => { narrow.removeEventListener('change', listener); };
  }, () => narrow.matches);
}
