import { useEffect, useRef, useState } from 'react';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { readKept, writeKept } from '../../api/kept.js';
import { steps, type StepName } from './steps.js';

/** Steps that were looked at and left on this device: of what is only read, nothing else remembers how far one came. */
export function useSeenSteps(month: string): { seen: readonly StepName[]; watch: (step: StepName) => void } {
  const { slug } = useCurrentOrganisation();
  const name = `review.${slug}.${month}`;
  const [seen, setSeen] = useState(() => readSeen(name));
  return {
    seen,
    watch: (left) => {
      if (seen.includes(left)) return;
      writeKept(name, [...seen, left].join(' '));
      setSeen([...seen, left]);
    },
  };
}

/** Tells which step was left, once another one is shown. */
export function useLeaving(step: StepName, onLeave: (left: StepName) => void): void {
  const shown = useRef(step);
  useEffect(() => {
    const left = shown.current;
    shown.current = step;
    if (left !== step) onLeave(left);
  });
}

function readSeen(name: string): StepName[] {
  const kept = readKept(name)?.split(' ') ?? [];
  return steps.map((step) => step.name).filter((step) => kept.includes(step));
}
