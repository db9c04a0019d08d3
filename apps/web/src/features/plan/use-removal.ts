import type { UseMutationResult } from '@tanstack/react-query';
import { useRef } from 'react';
import { useToast } from '../../ui/toast.js';

interface Removal {
  /** Takes a thing out, says so below, and offers there to bring it back. */
  takeOut: (id: string, said: string) => void;
  isBusy: boolean;
  /** Why the last one was not taken out, or not brought back. */
  failure: Error | null;
  /** What was refused before is over. */
  forget: () => void;
}

interface Ways { remove: UseMutationResult<null, Error, string>; restore: UseMutationResult<unknown, Error, string> }

/** What lines and objectives are taken out by. */
export function useRemoval({ remove, restore }: Ways): Removal {
  const toast = useToast();
  /** Until the list is read again a thing that was taken out still stands in it: a second click has nothing to do there. */
  const gone = useRef(new Set<string>());
  const forget = (): void => { remove.reset(); restore.reset(); };
  return {
    takeOut: (id, said) => {
      if (gone.current.has(id)) return;
      gone.current.add(id);
      restore.reset();
      const comeBack = (): void => { gone.current.delete(id); };
      // Where it is refused, `failure` says so.
      remove.mutateAsync(id).then(() => { toast(said, () => { comeBack(); restore.mutate(id); }); }, comeBack);
    },
    isBusy: remove.isPending, failure: remove.error ?? restore.error, forget,
  };
}
