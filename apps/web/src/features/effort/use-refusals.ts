import type { EnterEfforts } from '@portee/shared';
import { useEffect, useRef, useState, type RefObject } from 'react';
import { readDraft, type EffortDraft, type EffortRefusals, type WrittenEfforts } from './effort-draft.js';

const NOBODY: ReadonlySet<string> = new Set();
const NO_REFUSAL: EffortRefusals = new Map();

interface Refusing {
  refusals: EffortRefusals;
  /** What the draft asks for; null: something is to be put right first. */
  check: (draft: EffortDraft, before: WrittenEfforts) => EnterEfforts['channels'] | null;
  form: RefObject<HTMLFormElement | null>;
}

/** The first field to be put right is gone to. Many hours are asked about once. */
export function useRefusals(): Refusing {
  const form = useRef<HTMLFormElement>(null);
  const [refusals, setRefusals] = useState(NO_REFUSAL);
  const [sure, setSure] = useState(NOBODY);
  useEffect(() => {
    if (refusals.size > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [refusals]);
  const check: Refusing['check'] = (draft, before) => {
    const { changes, refusals: refused } = readDraft(draft, { before, sure });
    setRefusals(refused);
    setSure(new Set([...refused].flatMap(([id, refusal]) => (refusal === 'many' ? [id] : []))));
    return refused.size > 0 ? null : changes;
  };
  return { refusals, check, form };
}
