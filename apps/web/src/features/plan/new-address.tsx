import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from '../../locales/translation.js';
import { Button } from '../../ui/button.js';
import { TextField } from '../../ui/field.js';
import { useToast } from '../../ui/toast.js';

/** A secret address, shown this once; chosen, so that it can be copied by hand where the browser forbids the button. */
export function NewAddress({ address }: { address: string }): ReactNode {
  const { t } = useTranslation();
  const toast = useToast();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  const copy = (): void => {
    navigator.clipboard.writeText(address).then(() => { toast(t('calendar.feeds.copied')); }, () => { field.current?.select(); });
  };
  return (
    <div className="form new-address">
      <TextField ref={field} label={t('calendar.feeds.address')} hint={t('calendar.feeds.address.hint')} value={address} readOnly />
      <Button onClick={copy}>{t('calendar.feeds.copy')}</Button>
    </div>
  );
}
