import { useCalendarAct } from '../../api/plan-calendar.queries.js';
import { useToast } from '../../ui/toast.js';
import type { Undoable } from './calendar-acts.js';

interface Saying { said: string; onDone?: () => void; onFailed?: (error: Error) => void }
export interface Undoing {
  /** Does it, says so below, and offers there to undo it. */
  act: (undoable: Undoable, saying: Saying) => void;
  isBusy: boolean;
  /** Why the last thing, or undoing it, was refused. */
  failure: Error | null;
}

export function useUndoable(): Undoing {
  const toast = useToast();
  const doing = useCalendarAct<Awaited<ReturnType<Undoable>>>();
  const undoing = useCalendarAct<unknown>();
  const act: Undoing['act'] = (undoable, { said, onDone, onFailed }) => {
    undoing.reset();
    doing.mutate(undoable, {
      onSuccess: (undo) => { onDone?.(); toast(said, undo === null ? undefined : () => { undoing.mutate(undo); }); },
      onError: (error) => { onFailed?.(error); },
    });
  };
  return { act, isBusy: doing.isPending, failure: doing.error ?? undoing.error };
}
