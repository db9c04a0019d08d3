import { useEffect, useState, type ReactNode } from 'react';
import { Button } from './button.js';

interface SureButtonProps {
  label: string;
  /** For screen readers: of what. */
  ariaLabel: string;
  /** What a second press does, said before it is pressed. */
  sure: string;
  kind?: 'plain' | 'ordinary';
  isBusy: boolean;
  onSure: () => void;
}

/** What cannot be brought back is asked twice, in the same place. */
export function SureButton({ label, ariaLabel, sure, kind = 'plain', isBusy, onSure }: SureButtonProps): ReactNode {
  const [stage, setStage] = useState<'resting' | 'asked' | 'answered'>('resting');
  return stage === 'asked'
    ? <Second key="second" label={sure} isBusy={isBusy} onClick={() => { setStage('answered'); onSure(); }} />
    : <Button key="first" autoFocus={stage === 'answered'} kind={kind} isBusy={isBusy} aria-label={ariaLabel} onClick={() => { setStage('asked'); }}>{label}</Button>;
}

/** A double click on the first is not an answer to the second. */
const DEAF_MS = 500;

function Second({ label, isBusy, onClick }: { label: string; isBusy: boolean; onClick: () => void }): ReactNode {
  const [isDeaf, setDeaf] = useState(true);
  useEffect(() => {
    const timer = setTimeout(() => { setDeaf(false); }, DEAF_MS);
    return () => { clearTimeout(timer); };
  }, []);
  return <Button autoFocus isBusy={isBusy || isDeaf} onClick={onClick}>{label}</Button>;
}
