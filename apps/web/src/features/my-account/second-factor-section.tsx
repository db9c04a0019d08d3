import type { BegunSecondFactor } from '@portee/shared';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useSession } from '../../api/session.queries.js';
import { useTranslation } from '../../locales/translation.js';
import { Button } from '../../ui/button.js';
import { TextField } from '../../ui/field.js';
import { FormFailure } from '../../ui/form-failure.js';
import { useToast } from '../../ui/toast.js';
import { useBeginSecondFactor, useConfirmSecondFactor, useEndSecondFactor, useRenewRecoveryCodes } from './my-account.queries.js';
import { QrPicture } from './qr-picture.js';
import { RecoveryCodes } from './recovery-codes.js';
import './my-account.css';

/** A code of one's telephone, asked for after the password. */
export function SecondFactorSection(): ReactNode {
  const { t } = useTranslation();
  const hasOne = useSession().data?.user?.hasSecondFactor === true;
  const [begun, setBegun] = useState<BegunSecondFactor | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  return (
    <section className="section" aria-labelledby="account-factor">
      <header><h2 id="account-factor" tabIndex={-1}>{t('factor.title')}</h2><p>{t(hasOne ? 'factor.on' : 'factor.off')}</p></header>
      {hasOne && <InPlace onCodes={setCodes} />}
      {!hasOne && begun === null && <Begin onBegun={(fresh) => { setCodes(null); setBegun(fresh); }} />}
      {!hasOne && begun !== null && <Confirm begun={begun} onDone={() => { setCodes(begun.recoveryCodes); setBegun(null); }} />}
      {codes !== null && <RecoveryCodes codes={codes} />}
    </section>
  );
}

function passwordOf(event: FormEvent<HTMLFormElement>): string {
  event.preventDefault();
  return String(new FormData(event.currentTarget).get('password'));
}

/** The password first: a device left open is not enough. */
function Begin({ onBegun }: { onBegun: (begun: BegunSecondFactor) => void }): ReactNode {
  const { t } = useTranslation();
  const begin = useBeginSecondFactor();
  return (
    <form className="form" onSubmit={(event) => { begin.mutate(passwordOf(event), { onSuccess: onBegun }); }}>
      <FormFailure error={begin.error} />
      <TextField label={t('myAccount.password.current')} name="password" type="password" autoComplete="current-password" required />
      <Button type="submit" isBusy={begin.isPending}>{t('factor.begin')}</Button>
    </form>
  );
}

function Confirm({ begun: { address, secret }, onDone }: { begun: BegunSecondFactor; onDone: () => void }): ReactNode {
  const { t } = useTranslation();
  const toast = useToast();
  const confirm = useConfirmSecondFactor();
  const onSubmit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    // Once it is in place this form is no more, and what was said to be done after it would not be.
    confirm.mutateAsync(String(new FormData(event.currentTarget).get('code'))).then(() => { onDone(); toast(t('factor.done')); }, () => undefined);
  };
  return (
    <form className="form" onSubmit={onSubmit}>
      <p>{t('factor.scan')}</p>
      <QrPicture text={address} label={t('factor.picture')} />
      <p className="note">{t('factor.secret')}<br /><code className="factor-secret">{secret.replaceAll(/.{4}/gu, '$& ').trim()}</code></p>
      <FormFailure error={confirm.error} />
      <TextField label={t('factor.code')} hint={t('factor.code.hint')} name="code" inputMode="numeric" autoComplete="one-time-code" maxLength={20} required autoFocus />
      <Button kind="act" type="submit" isBusy={confirm.isPending}>{t('factor.confirm')}</Button>
    </form>
  );
}

/** New recovery codes, or none asked any more: both by the password. */
function InPlace({ onCodes }: { onCodes: (codes: readonly string[] | null) => void }): ReactNode {
  const { t } = useTranslation();
  const toast = useToast();
  const [renew, end] = [useRenewRecoveryCodes(), useEndSecondFactor()];
  const onSubmit = (event: FormEvent<HTMLFormElement>): void => {
    const { currentTarget: form, nativeEvent } = event;
    const password = passwordOf(event);
    for (const one of [renew, end]) one.reset();
    if (nativeEvent instanceof SubmitEvent && nativeEvent.submitter?.getAttribute('value') === 'end') end.mutateAsync(password).then(() => { onCodes(null); toast(t('factor.ended')); }, () => undefined);
    else renew.mutate(password, { onSuccess: ({ recoveryCodes }) => { form.reset(); onCodes(recoveryCodes); } });
  };
  return (
    <form className="form" onSubmit={onSubmit}>
      <FormFailure error={renew.error ?? end.error} />
      <TextField label={t('myAccount.password.current')} name="password" type="password" autoComplete="current-password" required />
      <div className="row">
        <Button type="submit" name="act" value="renew" isBusy={renew.isPending}>{t('factor.renew')}</Button>
        <Button kind="plain" type="submit" name="act" value="end" isBusy={end.isPending}>{t('factor.end')}</Button>
      </div>
    </form>
  );
}
