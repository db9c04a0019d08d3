import { useCallback } from 'react';
import { useSearchParams } from 'react-router';
import { MONTH_PARAMETER } from '../../format/months.js';
import { steps, type StepName } from './steps.js';

/** Name of the step in the address: `?mois=2026-10&etape=mot`. */
export const STEP_PARAMETER = 'etape';

interface Addresses { asked: string | null; searchOf: (step: StepName) => string }

/** The step that the address asks for, and the address of each. The month is always said: the one by default changes with time. */
export function useStepAddresses(month: string): Addresses {
  const [parameters] = useSearchParams();
  const searchOf = useCallback((step: StepName) => `?${new URLSearchParams({ [MONTH_PARAMETER]: month, [STEP_PARAMETER]: steps.find(({ name }) => name === step)?.address ?? '' }).toString()}`, [month]);
  return { asked: parameters.get(STEP_PARAMETER), searchOf };
}

/** Whether the address names a step. */
export function isStep(asked: string | null): boolean {
  return steps.some(({ address }) => address === asked);
}
