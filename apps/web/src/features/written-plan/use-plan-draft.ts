import { useDraft, type Kept } from '../../api/use-draft.js';
import type { PlanDraft } from './plan-text.js';

/** The plan while its text is changed, with what stood there when that was begun. */
export function usePlanDraft(): Kept<PlanDraft> {
  return useDraft<PlanDraft>('written-plan');
}
