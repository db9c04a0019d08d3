import { useRef, useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from '../../locales/translation.js';
import { Button } from '../../ui/button.js';
import { fieldRefusal } from '../../ui/failure.js';
import { TextField } from '../../ui/field.js';
import { FormFailure } from '../../ui/form-failure.js';
import { Notice } from '../../ui/notice.js';
import { useToast } from '../../ui/toast.js';
import { useChangeAddress } from './my-account.queries.js';

/** Another address to sign in with. Its mailbox confirms it first, where there is a mail server. */
export function AddressSection({ user: { email, hasSecondFactor }, sendsMail }: { user: { email: string; hasSecondFactor: boolean }; sendsMail: boolean }): ReactNode {
  const { t } = useTranslation();
  const toast = useToast();
  const change = useChangeAddress();
  const form = useRef<HTMLFormElement>(null);
  const [mailed, setMailed] = useState<string | null>(null);
  const onSubmit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const wanted = { email: String(data.get('email')).trim(), password: String(data.get('password')), code: hasSecondFactor ? String(data.get('code')).trim() : null, isRecovery: false };
    setMailed(null);
    change.mutateAsync(wanted).then(({ isChanged }) => {
      form.current?.reset();
      if (isChanged) toast(t('myAccount.address.changed'));
      else setMailed(wanted.email);
    }, () => undefined);
  };
  return (
    <section className="section" aria-labelledby="account-address">
      <header><h2 id="account-address">{t('myAccount.address')}</h2><p>{t(sendsMail ? 'myAccount.address.text' : 'myAccount.address.text.noMail', { email })}</p></header>
      <form ref={form} className="form" onSubmit={onSubmit}>
        <FormFailure error={change.error} />
        {mailed !== null && <Notice isLive>{t('myAccount.address.mailed', { email: mailed })}</Notice>}
        <TextField label={t('myAccount.address.wanted')} name="email" type="email" autoComplete="email" maxLength={254} required refusal={fieldRefusal(change.error, 'email')} />
        <TextField label={t('myAccount.password.current')} name="password" type="password" autoComplete="current-password" required />
        {hasSecondFactor && <TextField label={t('signIn.code')} hint={t('signIn.code.hint')} name="code" inputMode="numeric" autoComplete="one-time-code" maxLength={20} required />}
        <Button type="submit" isBusy={change.isPending}>{t('myAccount.address.act')}</Button>
      </form>
    </section>
  );
}
