import { useCallback, useEffect, useRef } from 'react';
import { TEST_PARAMETER } from '../../ui/test-path.js';
import { useAddress, withParameter } from '../../ui/use-address.js';
import { EXPERIMENTS } from './experiments-section.js';

interface ExperimentAsking {
  /** Of which an experiment is being prepared; null: of none. */
  recommendationId: string | null;
  open: (recommendationId: string) => void;
  close: () => void;
  /** Closes it, and goes to where experiments are told. */
  see: () => void;
}

/** What the address says of an experiment that is being prepared: `?essai=…`, so that cards elsewhere lead to it. */
export function useExperimentAsk(): ExperimentAsking {
  const [address, change] = useAddress();
  const isSeeing = useRef(false);
  const set = useCallback((id: string | null) => { change(withParameter(TEST_PARAMETER, id)); }, [change]);
  const recommendationId = address.get(TEST_PARAMETER);
  // After the dialog has closed, and given focus back to what may be gone by now.
  useEffect(() => {
    if (!isSeeing.current || recommendationId !== null) return;
    isSeeing.current = false;
    document.getElementById(EXPERIMENTS)?.focus();
  }, [recommendationId]);
  return { recommendationId, open: set, close: useCallback(() => { set(null); }, [set]), see: useCallback(() => { isSeeing.current = true; set(null); }, [set]) };
}
