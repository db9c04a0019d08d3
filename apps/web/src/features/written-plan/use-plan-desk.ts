import type { PlanDocument } from '@portee/shared';
import { usePlanDraft } from './use-plan-draft.js';
import { conflictsOf, mergeTexts, textOf, withTheirs, type PlanDraft, type PlanField, type PlanText, type TextRefusal } from './plan-text.js';

/** What each part of the form works with. */
export interface PlanDesk {
  text: PlanText;
  change: (change: Partial<PlanText>) => void;
  /** What somebody else wrote meanwhile in a field in which this person wrote otherwise; null: nothing to settle. */
  theirsIn: (field: PlanField) => PlanText | null;
  takeTheirs: (field: PlanField) => void;
  refusals: readonly TextRefusal[];
}

interface Sitting {
  desk: Omit<PlanDesk, 'refusals'>;
  /** Somebody else wrote since this text was begun. */
  isStale: boolean;
  conflicts: readonly PlanField[];
  /** From here on one's own text is meant against theirs. */
  settle: () => void;
}

/** One's text as it is changed; what somebody else writes meanwhile takes its place wherever one had not touched it. */
export function usePlanDesk(document: PlanDocument, draft: PlanDraft): Sitting {
  const { keep } = usePlanDraft();
  const others = { base: textOf(draft.from), theirs: textOf(document.written) };
  const isStale = document.written.version !== draft.from.version;
  const text = isStale ? mergeTexts(draft.text, others) : draft.text;
  const conflicts = isStale ? conflictsOf(draft.text, others) : [];
  return {
    isStale, conflicts,
    settle: () => { keep({ text, from: document.written }); },
    desk: {
      text,
      change: (change) => { keep({ text: { ...text, ...change }, from: draft.from }); },
      theirsIn: (field) => (conflicts.includes(field) ? others.theirs : null),
      takeTheirs: (field) => { keep({ text: withTheirs(field, text, others.theirs), from: draft.from }); },
    },
  };
}
