import { useId, type ComponentProps, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { AlertIcon } from './icons.js';
import './field.css';

interface Labelled {
  label: string;
  /** One line under the label: what to write and why. */
  hint?: string | undefined;
  /** What is wrong with what was written, and how to put it right. */
  refusal?: string | undefined;
}

interface Wiring { id: string; 'aria-describedby'?: string; 'aria-invalid'?: boolean }

interface FieldProps extends Labelled { children: (wiring: Wiring) => ReactNode }

/** Label, hint, control and refusal, wired together for everyone. */
export function Field({ label, hint, refusal, children }: FieldProps): ReactNode {
  const id = useId();
  const described = [hint === undefined ? null : `${id}-hint`, refusal === undefined ? null : `${id}-refusal`].filter((part) => part !== null);
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint !== undefined && <p className="hint" id={`${id}-hint`}>{hint}</p>}
      {children({
        id,
        ...(described.length > 0 ? { 'aria-describedby': described.join(' ') } : {}),
        ...(refusal === undefined ? {} : { 'aria-invalid': true }),
      })}
      {refusal !== undefined && <p className="refused" id={`${id}-refusal`}><AlertIcon />{refusal}</p>}
    </div>
  );
}

/** Says what is refused of a form that was just submitted, and takes the person to the first field of it. */
export function showRefused(form: HTMLFormElement, say: () => void): void {
  flushSync(say);
  form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
}

export function TextField({ label, hint, refusal, ...rest }: Labelled & ComponentProps<'input'>): ReactNode {
  return <Field label={label} hint={hint} refusal={refusal}>{(wiring) => <input {...rest} {...wiring} />}</Field>;
}

interface Choice { value: string; label: string }

/** A choice among a few, as the system's own list: it works everywhere, with any hand. */
export function SelectField({ label, hint, refusal, choices, ...rest }: Labelled & ComponentProps<'select'> & { choices: readonly Choice[] }): ReactNode {
  return (
    <Field label={label} hint={hint} refusal={refusal}>
      {(wiring) => <select {...rest} {...wiring}>{choices.map(({ value, label: name }) => <option key={value} value={value}>{name}</option>)}</select>}
    </Field>
  );
}

/** A bare list for a tool bar; its label is for screen readers only. */
export function Select({ label, choices, ...rest }: ComponentProps<'select'> & { label: string; choices: readonly Choice[] }): ReactNode {
  return (
    <select {...rest} className="select" aria-label={label}>
      {choices.map(({ value, label: name }) => <option key={value} value={value}>{name}</option>)}
    </select>
  );
}
