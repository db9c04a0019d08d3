import { useId, type ReactNode } from 'react';
import './segmented.css';

interface SegmentedProps<Value extends string> {
  label: string;
  choices: readonly { value: Value; label: string }[];
  value: Value;
  onChoose: (value: Value) => void;
}

/** One choice of two to four, all in sight. Radio buttons underneath: arrow keys and screen readers know them. */
export function Segmented<Value extends string>({ label, choices, value, onChoose }: SegmentedProps<Value>): ReactNode {
  const name = useId();
  return (
    <fieldset className="segmented">
      <legend>{label}</legend>
      <div>
        {choices.map((choice) => (
          <label key={choice.value}>
            <input type="radio" name={name} value={choice.value} checked={choice.value === value} onChange={() => { onChoose(choice.value); }} />
            <span>{choice.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
