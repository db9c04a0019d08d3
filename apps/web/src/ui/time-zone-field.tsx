import { useId, type ComponentProps, type ReactNode } from 'react';
import { Field } from './field.js';

interface TimeZoneFieldProps extends Omit<ComponentProps<'input'>, 'list'> { label: string; hint?: string | undefined; refusal?: string | undefined }

/** An IANA time zone, typed or picked; Brussels unless told otherwise. */
export function TimeZoneField({ label, hint, refusal, defaultValue = 'Europe/Brussels', ...rest }: TimeZoneFieldProps): ReactNode {
  const id = useId();
  return (
    <>
      <Field label={label} hint={hint} refusal={refusal}>
        {(wiring) => <input {...rest} {...wiring} list={id} defaultValue={defaultValue} autoComplete="off" spellCheck={false} required />}
      </Field>
      <datalist id={id}>{Intl.supportedValuesOf('timeZone').map((zone) => <option key={zone} value={zone} />)}</datalist>
    </>
  );
}

/** Whether this machine knows a zone of that name. */
export function isKnownTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
