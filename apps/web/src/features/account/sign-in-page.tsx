import type { FormEvent, ReactNode } from 'react';
import { Navigate, useNavigate, useSearchParams } from 'react-router';
import { useSession, useSignIn } from '../../api/session.queries.js';
import { useTranslation } from '../../locales/translation.js';
import { Button, ButtonLink } from '../../ui/button.js';
import { sayProblem } from '../../ui/failure.js';
import { TextField } from '../../ui/field.js';
import { FormRefusal } from '../../ui/form-refusal.js';
import { LonePage } from '../../ui/lone-page.js';
import { Notice } from '../../ui/notice.js';
import { PageHeading, useDocumentTitle } from '../../ui/page-heading.js';
import './account.css';
import { CodeStep } from './code-step.js';
import { DirectoryButton } from './directory-button.js';
import { isReturnFromNetwork, wayBack } from './way-back.js';

/** E-mail address and password; then back to where one was going. */
export function SignInPage(): ReactNode {
  const { t, locale } = useTranslation();
  const session = useSession();
  const signIn = useSignIn();
  const navigate = useNavigate();
  const [parameters] = useSearchParams();
  const back = wayBack(parameters.get('vers'));
  const isFromNetwork = isReturnFromNetwork(back);
  useDocumentTitle(t('signIn.title'));
  if (session.data?.needsFirstAccount === true) return <Navigate to="/bienvenue" replace />;
  const goOn = (): void => { if (isFromNetwork) location.replace(back); else void navigate(back, { replace: true }); };
  const onSubmit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    signIn.mutate({ email: String(form.get('email')), password: String(form.get('password')) }, { onSuccess: ({ needsCode }) => { if (!needsCode) goOn(); } });
  };
  if (signIn.data?.needsCode === true) return <LonePage><CodeStep onIn={goOn} onBack={() => { signIn.reset(); }} /></LonePage>;
  return (
    <LonePage>
      <PageHeading>{t('signIn.title')}</PageHeading>
      {isFromNetwork && <Notice isLive>{t('signIn.fromNetwork')}</Notice>}
      <form className="form account-form" onSubmit={onSubmit}>
        {signIn.error !== null && <FormRefusal>{sayProblem(signIn.error, t)}</FormRefusal>}
        <TextField label={t('signIn.email')} name="email" type="email" autoComplete="username" required />
        <TextField label={t('signIn.password')} name="password" type="password" autoComplete="current-password" required />
        <Button kind="act" type="submit" isBusy={signIn.isPending}>{t('signIn.act')}</Button>
      </form>
      <p><ButtonLink to="/mot-de-passe" kind="plain">{t('signIn.forgotten')}</ButtonLink></p>
      <DirectoryButton wanted={{ back, language: locale }} say={(directory) => t('signIn.directory', { directory })} />
    </LonePage>
  );
}
