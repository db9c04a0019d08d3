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
  /** What was refused before is over. */
  forget: () => void;
}

export function useUndoable(): Undoing {
  const toast = useToast();
  const doing = useCalendarAct<Awaited<ReturnType<Undoable>>>();
  const undoing = useCalendarAct<unknown>();
  const forget = (): void => { doing.reset(); undoing.reset(); };
  const act: Undoing['act'] = (undoable, { said, onDone, onFailed }) => {
    undoing.reset();
    // A promise of each: what is done while another is under way is said, and can be undone, too.
    doing.mutateAsync(undoable).then(
      (undo) => { onDone?.(); toast(said, undo === null ? undefined : () => { undoing.mutate(undo); }); },
      (error: Error) => { onFailed?.(error); },
    );
  };
  return { act, isBusy: doing.isPending, failure: doing.error ?? undoing.error, forget };
}
