import { useEffect, useRef, type ReactNode, type RefObject } from 'react';

interface SelectBoxProps { label: string; isLabelHidden?: boolean; isChecked: boolean; isPartly?: boolean; onToggle: () => void; focusKept?: RefObject<HTMLInputElement | null> }

/** A box to tick, as large as a finger. Partly: some of what it stands for is chosen. */
export function SelectBox({ label, isLabelHidden = false, isChecked, isPartly = false, onToggle, focusKept }: SelectBoxProps): ReactNode {
  const own = useRef<HTMLInputElement>(null);
  const box = focusKept ?? own;
  useEffect(() => {
    if (box.current !== null) box.current.indeterminate = isPartly;
  }, [box, isPartly]);
  return (
    <label className="select-box">
      <input ref={box} type="checkbox" checked={isChecked} onChange={onToggle} />
      <span className={isLabelHidden ? 'visually-hidden' : undefined}>{label}</span>
    </label>
  );
}
