import { useState, type FormEvent, type ReactNode } from 'react';
import { Navigate, useNavigate } from 'react-router';
import type { Session } from '@portee/shared';
import { useCreateFirstAccount, useSession } from '../../api/session.queries.js';
import { useTranslation } from '../../locales/translation.js';
import { Button } from '../../ui/button.js';
import { fieldRefusal, sayProblem } from '../../ui/failure.js';
import { TextField } from '../../ui/field.js';
import { FormRefusal } from '../../ui/form-refusal.js';
import { LonePage } from '../../ui/lone-page.js';
import { PageHeading, useDocumentTitle } from '../../ui/page-heading.js';
import { SHORTEST_PASSWORD } from '../../ui/password.js';
import { QueryView } from '../../ui/query-view.js';
import { TimeZoneField } from '../../ui/time-zone-field.js';
import { textOf } from './account-form.js';
import './account.css';

/** First step of a new installation: one account, one centre. Open only while nobody has an account. */
export function FirstRunPage(): ReactNode {
  const { t } = useTranslation();
  useDocumentTitle(t('firstRun.title'));
  const session = useSession();
  const [isCreated, setCreated] = useState(false);
  return (
    <QueryView query={session}>
      {(known) => (known.needsFirstAccount || isCreated ? <LonePage><AccountForm session={known} onCreated={() => { setCreated(true); }} /></LonePage> : <Navigate to="/" replace />)}
    </QueryView>
  );
}

function AccountForm({ session, onCreated }: { session: Session; onCreated: () => void }): ReactNode {
  const { t, locale } = useTranslation();
  const navigate = useNavigate();
  const create = useCreateFirstAccount();
  const [isShort, setShort] = useState(false);
  const onSubmit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const text = textOf(new FormData(event.currentTarget));
    const password = text('password');
    setShort(password.length < SHORTEST_PASSWORD);
    if (password.length < SHORTEST_PASSWORD) return;
    onCreated();
    create.mutate(
      {
        organisation: text('organisation'), timeZone: text('timeZone'), name: text('name'), email: text('email'), password, language: locale,
        ...(session.needsSetupCode ? { setupCode: text('setupCode') } : {}),
      },
      { onSuccess: ({ organisations }) => { void navigate(`/o/${organisations[0]?.slug ?? ''}/premiers-pas`, { replace: true }); } },
    );
  };
  return (
    <>
      <p className="account-step">{t('firstRun.step', { step: 1 })}</p>
      <PageHeading>{t('firstRun.title')}</PageHeading>
      <p className="account-intro">{t('firstRun.intro')}</p>
      <form className="form account-form" onSubmit={onSubmit}>
        {create.error !== null && <FormRefusal>{sayProblem(create.error, t)}</FormRefusal>}
        {session.needsSetupCode && <TextField label={t('firstRun.code')} hint={t('firstRun.code.hint')} name="setupCode" autoComplete="off" required refusal={fieldRefusal(create.error, 'setupCode')} />}
        <TextField label={t('firstRun.organisation')} name="organisation" autoComplete="organization" maxLength={120} required refusal={fieldRefusal(create.error, 'organisation')} />
        <TimeZoneField label={t('firstRun.timeZone')} hint={t('firstRun.timeZone.hint')} name="timeZone" />
        <TextField label={t('firstRun.name')} name="name" autoComplete="name" maxLength={120} required refusal={fieldRefusal(create.error, 'name')} />
        <TextField label={t('firstRun.email')} hint={t('firstRun.email.hint')} name="email" type="email" autoComplete="username" required refusal={fieldRefusal(create.error, 'email')} />
        <TextField
          label={t('firstRun.password')} hint={t('firstRun.password.hint')} name="password" type="password" autoComplete="new-password" required
          refusal={isShort ? t('firstRun.password.short') : fieldRefusal(create.error, 'password')}
        />
        <Button kind="act" type="submit" isBusy={create.isPending}>{t('firstRun.act')}</Button>
      </form>
    </>
  );
}
