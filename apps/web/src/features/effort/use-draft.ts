import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import type { EffortDraft } from './effort-draft.js';

/** What is being written of a month. It outlives a look at another month or page, and who closes the window is asked first. */
export function useDraft(month: string, before: EffortDraft): { draft: EffortDraft; setDraft: (draft: EffortDraft) => void; forget: () => void } {
  const { slug } = useCurrentOrganisation();
  const cache = useQueryClient();
  const key = ['draft', slug, 'effort', month];
  const [own, setOwn] = useState<EffortDraft | null>(() => cache.getQueryData<EffortDraft>(key) ?? null);
  const isUnsaved = own !== null;
  useEffect(() => {
    if (!isUnsaved) return undefined;
    const warn = (event: BeforeUnloadEvent): void => { event.preventDefault(); };
    addEventListener('beforeunload', warn);
    return () => { removeEventListener('beforeunload', warn); };
  }, [isUnsaved]);
  const setDraft = (draft: EffortDraft): void => {
    cache.setQueryData(key, draft);
    setOwn(draft);
  };
  const forget = (): void => {
    cache.removeQueries({ queryKey: key });
    setOwn(null);
  };
  return { draft: { ...before, ...own }, setDraft, forget };
}
