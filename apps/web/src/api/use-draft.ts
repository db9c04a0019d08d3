import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useSyncExternalStore } from 'react';
import { useCurrentOrganisation } from './current-organisation.js';

/** First part of the key of everything that is being written. */
const DRAFTS = 'drafts';

export interface Kept<Draft> {
  /** Null: nothing is being written. */
  draft: Draft | null;
  keep: (draft: Draft) => void;
  /** Given what was saved: not if something else has been written since. */
  forget: (saved?: Draft) => void;
}

/**
 * What is being written and not saved yet, by name. It outlives a look at another page for as long as the window stands, and who closes
 * that is asked first. Every place that reads it sees each change at once.
 */
export function useDraft<Draft>(...name: readonly string[]): Kept<Draft> {
  const { slug } = useCurrentOrganisation();
  const cache = useQueryClient();
  const key = [DRAFTS, slug, ...name];
  // Not useQuery: it tells of changes a moment later, and the caret of a field jumps.
  const subscribe = useCallback((onChange: () => void) => cache.getQueryCache().subscribe(onChange), [cache]);
  const read = (): Draft | null => cache.getQueryData<Draft>(key) ?? null;
  const draft = useSyncExternalStore(subscribe, read);
  useAskBeforeClosing(draft !== null);
  return {
    draft,
    keep: (written) => {
      // Nobody reads it anew: it stays until it is saved or given up.
      cache.setQueryDefaults([DRAFTS], { gcTime: Infinity });
      cache.setQueryData(key, written);
    },
    forget: (saved) => { if (saved === undefined || read() === saved) cache.removeQueries({ queryKey: key, exact: true }); },
  };
}

function useAskBeforeClosing(isUnsaved: boolean): void {
  useEffect(() => {
    if (!isUnsaved) return undefined;
    const ask = (event: BeforeUnloadEvent): void => { event.preventDefault(); };
    addEventListener('beforeunload', ask);
    return () => { removeEventListener('beforeunload', ask); };
  }, [isUnsaved]);
}
