import type { UseMutationResult } from '@tanstack/react-query';
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
  const forget = (): void => { remove.reset(); restore.reset(); };
  return {
    takeOut: (id, said) => {
      restore.reset();
      // Where it is refused, `failure` says so.
      remove.mutateAsync(id).then(() => { toast(said, () => { restore.mutate(id); }); }, () => undefined);
    },
    isBusy: remove.isPending, failure: remove.error ?? restore.error, forget,
  };
}
