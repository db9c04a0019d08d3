import { useState, type FormEvent, type ReactNode } from 'react';
import { useLocation } from 'react-router';
import { useSession } from '../../api/session.queries.js';
import { useTranslation } from '../../locales/translation.js';
import { Button, ButtonLink } from '../../ui/button.js';
import { fieldRefusal } from '../../ui/failure.js';
import { TextField } from '../../ui/field.js';
import { FormFailure } from '../../ui/form-failure.js';
import { LonePage } from '../../ui/lone-page.js';
import { PageHeading, useDocumentTitle } from '../../ui/page-heading.js';
import { SHORTEST_PASSWORD } from '../../ui/password.js';
import { QueryView } from '../../ui/query-view.js';
import { useAskPasswordLink, useChoosePassword } from './account-links.queries.js';
import { textOf } from './account-form.js';
import './account.css';

/** Asking for a link, and where the link leads: its secret stands after the `#`, which reaches no server. */
export function ForgottenPasswordPage(): ReactNode {
  const { t } = useTranslation();
  const session = useSession();
  const token = useLocation().hash.slice(1);
  useDocumentTitle(t('forgotten.title'));
  if (token !== '') return <LonePage><ChooseForm key={token} token={token} /></LonePage>;
  return (
    <LonePage>
      <QueryView query={session} heading={t('forgotten.title')}>{({ sendsMail }) => (sendsMail ? <AskForm /> : <WithoutMail />)}</QueryView>
    </LonePage>
  );
}

function AskForm(): ReactNode {
  const { t } = useTranslation();
  const ask = useAskPasswordLink();
  const onSubmit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    ask.mutate({ email: textOf(new FormData(event.currentTarget))('email') });
  };
  if (ask.isSuccess) return <Done title={t('forgotten.sent')} text={t('forgotten.sent.text')} />;
  return (
    <>
      <PageHeading>{t('forgotten.title')}</PageHeading>
      <p className="account-intro">{t('forgotten.text')}</p>
      <form className="form account-form" onSubmit={onSubmit}>
        <FormFailure error={ask.error} />
        <TextField label={t('signIn.email')} name="email" type="email" autoComplete="username" maxLength={254} required refusal={fieldRefusal(ask.error, 'email')} />
        <Button kind="act" type="submit" isBusy={ask.isPending}>{t('forgotten.act')}</Button>
      </form>
      <p><ButtonLink to="/connexion" kind="plain">{t('forgotten.back')}</ButtonLink></p>
    </>
  );
}

/** No mail server: somebody has to make a link. */
function WithoutMail(): ReactNode {
  const { t } = useTranslation();
  return <><PageHeading>{t('forgotten.title')}</PageHeading><p className="account-intro">{t('forgotten.noMail')}</p><p><ButtonLink to="/connexion">{t('forgotten.back')}</ButtonLink></p></>;
}

function ChooseForm({ token }: { token: string }): ReactNode {
  const { t } = useTranslation();
  const choose = useChoosePassword();
  const [isShort, setShort] = useState(false);
  const onSubmit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const password = textOf(new FormData(event.currentTarget))('password');
    setShort(password.length < SHORTEST_PASSWORD);
    if (password.length >= SHORTEST_PASSWORD) choose.mutate({ token, password });
  };
  if (choose.isSuccess) return <Done title={t('forgotten.chosen')} text={t('forgotten.chosen.text')} />;
  return (
    <>
      <PageHeading>{t('forgotten.choose')}</PageHeading>
      <form className="form account-form" onSubmit={onSubmit}>
        <FormFailure error={choose.error} />
        <TextField
          label={t('myAccount.password.wanted')} hint={t('firstRun.password.hint')} name="password" type="password" autoComplete="new-password" maxLength={200} required
          refusal={isShort ? t('firstRun.password.short') : fieldRefusal(choose.error, 'password')}
        />
        <Button kind="act" type="submit" isBusy={choose.isPending}>{t('forgotten.choose.act')}</Button>
      </form>
      <p><ButtonLink to="/mot-de-passe" kind="plain" reloadDocument>{t('forgotten.another')}</ButtonLink></p>
    </>
  );
}

/** What was done, said aloud, and where to go from there. */
function Done({ title, text }: { title: string; text: string }): ReactNode {
  const { t } = useTranslation();
  return <div role="status"><PageHeading>{title}</PageHeading><p className="account-intro">{text}</p><p><ButtonLink to="/connexion" kind="act">{t('signIn.act')}</ButtonLink></p></div>;
}
