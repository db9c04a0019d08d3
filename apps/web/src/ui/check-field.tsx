import { useId, type ComponentProps, type ReactNode } from 'react';
import './check-field.css';

/** Yes or no, with a line that says what yes means. */
export function CheckField({ label, hint, ...rest }: ComponentProps<'input'> & { label: string; hint: string }): ReactNode {
  const id = useId();
  return (
    <div className="check-field">
      <input {...rest} type="checkbox" id={id} aria-describedby={`${id}-hint`} />
      <label htmlFor={id}>{label}</label>
      <p id={`${id}-hint`}>{hint}</p>
    </div>
  );
}
