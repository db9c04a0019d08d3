import { useRef, useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from '../../locales/translation.js';
import { Button } from '../../ui/button.js';
import { fieldRefusal } from '../../ui/failure.js';
import { showRefused, TextField } from '../../ui/field.js';
import { FormFailure } from '../../ui/form-failure.js';
import { SHORTEST_PASSWORD } from '../../ui/password.js';
import { useToast } from '../../ui/toast.js';
import { useChangePassword } from './my-account.queries.js';

/** Another password; the present one is asked, so that a device left open is not enough. */
export function PasswordSection(): ReactNode {
  const { t } = useTranslation();
  const toast = useToast();
  const change = useChangePassword();
  const form = useRef<HTMLFormElement>(null);
  const [isShort, setShort] = useState(false);
  const onSubmit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const [current, wanted] = [String(data.get('current')), String(data.get('wanted'))];
    const refused = wanted.length < SHORTEST_PASSWORD;
    showRefused(event.currentTarget, () => { setShort(refused); });
    if (!refused) change.mutate({ current, wanted }, { onSuccess: () => { form.current?.reset(); toast(t('myAccount.password.changed')); } });
  };
  return (
    <section className="section" aria-labelledby="account-password">
      <header><h2 id="account-password">{t('myAccount.password')}</h2><p>{t('myAccount.password.text')}</p></header>
      <form ref={form} className="form" onSubmit={onSubmit}>
        <FormFailure error={change.error} />
        <TextField label={t('myAccount.password.current')} name="current" type="password" autoComplete="current-password" required />
        <TextField
          label={t('myAccount.password.wanted')} hint={t('firstRun.password.hint')} name="wanted" type="password" autoComplete="new-password" required
          refusal={isShort ? t('firstRun.password.short') : fieldRefusal(change.error, 'wanted')}
        />
        <Button type="submit" isBusy={change.isPending}>{t('myAccount.password.act')}</Button>
      </form>
    </section>
  );
}
