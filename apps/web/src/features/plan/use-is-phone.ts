import { useSyncExternalStore } from 'react';

/** Under this width seven days do not fit beside each other. */
const phone = matchMedia('(max-width: 640px)');

export function useIsPhone(): boolean {
  return useSyncExternalStore((listener) => {
    phone.addEventListener('change', listener);
    return () => { phone.removeEventListener('change', listener); };
  }, () => phone.matches);
}
