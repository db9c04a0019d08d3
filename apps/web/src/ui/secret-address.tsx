import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from '../locales/translation.js';
import { Button } from './button.js';
import { TextField } from './field.js';
import { useCopy } from './use-copy.js';
import './secret-address.css';

interface SecretAddressProps {
  address: string;
  label: string;
  /** What to do with it. */
  hint: string;
  /** What is copied, in the words of the button. */
  what?: 'address' | 'secret';
}

/** A secret address, or a secret, shown this once; chosen, so that it can be copied by hand where the browser forbids the button. */
export function SecretAddress({ address, label, hint, what = 'address' }: SecretAddressProps): ReactNode {
  const { t } = useTranslation();
  const field = useRef<HTMLInputElement>(null);
  const chooseIt = (): void => {
    field.current?.focus();
    field.current?.select();
  };
  const { isCopied, copy } = useCopy(address, chooseIt);
  useEffect(chooseIt, []);
  return (
    <div className="form secret-address">
      <TextField ref={field} label={label} hint={hint} value={address} readOnly />
      <Button onClick={copy}>{t(`ui.copy.${what}`)}</Button>
      {/* What is said below the page is out of reach of an open dialog. */}
      <p role="status">{isCopied && t(`ui.copied.${what}`)}</p>
    </div>
  );
}
