import { useEffect, useRef, type ReactNode } from 'react';

interface SelectBoxProps { label: string; isLabelHidden?: boolean; isChecked: boolean; isPartly?: boolean; onToggle: () => void }

/** A box to tick, as large as a finger. Partly: some of what it stands for is chosen. */
export function SelectBox({ label, isLabelHidden = false, isChecked, isPartly = false, onToggle }: SelectBoxProps): ReactNode {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current !== null) box.current.indeterminate = isPartly;
  }, [isPartly]);
  return (
    <label className="select-box">
      <input ref={box} type="checkbox" checked={isChecked} onChange={onToggle} />
      <span className={isLabelHidden ? 'visually-hidden' : undefined}>{label}</span>
    </label>
  );
}
