import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from '../../locales/translation.js';
import { Button } from '../../ui/button.js';
import { TextField } from '../../ui/field.js';

/** A secret address, shown this once; chosen, so that it can be copied by hand where the browser forbids the button. */
export function NewAddress({ address }: { address: string }): ReactNode {
  const { t } = useTranslation();
  const [isCopied, setCopied] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const chooseIt = (): void => {
    field.current?.focus();
    field.current?.select();
  };
  const copy = (): void => {
    // Browsers have no clipboard where an installation is reached without https.
    if (!('clipboard' in navigator)) chooseIt();
    else navigator.clipboard.writeText(address).then(() => { setCopied(true); }, chooseIt);
  };
  useEffect(chooseIt, []);
  return (
    <div className="form new-address">
      <TextField ref={field} label={t('calendar.feeds.address')} hint={t('calendar.feeds.address.hint')} value={address} readOnly />
      <Button onClick={copy}>{t('calendar.feeds.copy')}</Button>
      {/* What is said below the page is out of reach of an open dialog. */}
      <p role="status">{isCopied && t('calendar.feeds.copied')}</p>
    </div>
  );
}
