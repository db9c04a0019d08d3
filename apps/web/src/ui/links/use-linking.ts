import { useLinkAct } from '../../api/plan-links.queries.js';
import type { LinkDoors } from '../../api/plan-links.doors.js';
import { ProblemError } from '../../api/problem-error.js';
import { useTranslation } from '../../locales/translation.js';
import { sayProblem } from '../failure.js';
import { useToast } from '../toast.js';
import type { UndoableLink } from './link-acts.js';

interface Linking {
  /** Says it, tells so below, and offers there to undo it. */
  act: (undoable: UndoableLink, told: { said: string; onDone?: () => void }) => void;
  isBusy: boolean;
  /** Why the last thing was refused. */
  failure: Error | null;
  /** It was refused because somebody else said something meanwhile: what they said is read again. */
  isConflict: boolean;
}

export function useLinking(): Linking {
  const toast = useToast();
  const { t } = useTranslation();
  const doing = useLinkAct<(doors: LinkDoors) => Promise<unknown>>();
  const undoing = useLinkAct<unknown>();
  return {
    act: (undoable, { said, onDone }) => {
      // Where it is refused, `failure` says so. Undoing outlives what it was asked in: it is told below as well.
      doing.mutateAsync(undoable).then((undo) => {
        onDone?.();
        toast(said, () => { undoing.mutateAsync(undo).catch((error: unknown) => { toast(sayProblem(error, t)); }); });
      }, () => undefined);
    },
    isBusy: doing.isPending, failure: doing.error, isConflict: doing.error instanceof ProblemError && doing.error.reason === 'changed-meanwhile',
  };
}
