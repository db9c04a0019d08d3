import type { OpenedInvitation } from '@portee/shared';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { useSession, useSignIn, useSignOut } from '../../api/session.queries.js';
import { useTranslation } from '../../locales/translation.js';
import { Button } from '../../ui/button.js';
import { fieldRefusal } from '../../ui/failure.js';
import { TextField } from '../../ui/field.js';
import { FormFailure } from '../../ui/form-failure.js';
import { LonePage } from '../../ui/lone-page.js';
import { PageHeading, useDocumentTitle } from '../../ui/page-heading.js';
import { QueryView } from '../../ui/query-view.js';
import { LoadingState } from '../../ui/states.js';
import { CodeStep } from './code-step.js';
import { DirectoryButton } from './directory-button.js';
import { useAcceptInvitation, useOpenedInvitation } from './invitation.queries.js';
import { NewPersonForm } from './new-person-form.js';
import './account.css';

/** Where the link of an invitation leads: a new account, or one that there is already. The secret stands after the `#`, which reaches no server. */
export function InvitationPage(): ReactNode {
  const { t } = useTranslation();
  useDocumentTitle(t('invitation.document'));
  // Kept as it came: an accepted invitation leads on, and the link is used up.
  const [token] = useState(useLocation().hash.slice(1));
  const invitation = useOpenedInvitation(token);
  const session = useSession();
  return (
    <LonePage>
      {token === ''
        ? <><PageHeading>{t('invitation.cut')}</PageHeading><p className="account-intro">{t('invitation.cut.text')}</p></>
        : <QueryView query={invitation} heading={t('invitation.document')}>{(known) => (session.isPending ? <LoadingState /> : <Invited invitation={known} token={token} />)}</QueryView>}
    </LonePage>
  );
}

interface InvitedProps { invitation: OpenedInvitation; token: string }

function Invited({ invitation, token }: InvitedProps): ReactNode {
  const { t, write, locale } = useTranslation();
  const session = useSession();
  const { organisation, role, invitedBy, expiresAt, hasAccount } = invitation;
  const user = session.data?.user ?? null;
  // Chosen once: signing in is a step of joining, and must not take away the form that goes on to the next.
  const [entry, setEntry] = useState<'self' | 'account' | 'new'>(user !== null ? 'self' : hasAccount ? 'account' : 'new');
  const said = { organisation, role: t(`role.${role}`), day: write.longDay(expiresAt.slice(0, 10)) };
  return (
    <>
      <PageHeading>{t('invitation.title', { organisation })}</PageHeading>
      <p className="account-intro">{invitedBy === null ? t('invitation.intro', said) : t('invitation.intro.by', { ...said, name: invitedBy })}</p>
      {entry === 'self' && user !== null && <AsMyself token={token} invitation={invitation} user={user} />}
      {entry === 'account' && <WithAccount token={token} email={invitation.email} />}
      {entry === 'new' && <NewPersonForm token={token} email={invitation.email} />}
      {entry !== 'self' && <DirectoryButton wanted={{ invitation: token, language: locale }} say={(directory) => t('invitation.directory', { directory })} />}
      {entry !== 'self' && invitation.email === null && <Button kind="plain" onClick={() => { setEntry(entry === 'new' ? 'account' : 'new'); }}>{t(entry === 'new' ? 'invitation.known' : 'invitation.new')}</Button>}
    </>
  );
}

/** Whoever is signed in says yes, or signs out where the invitation is for another address. */
function AsMyself({ token, invitation: { email }, user }: InvitedProps & { user: { name: string; email: string } }): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const accept = useAcceptInvitation();
  const signOut = useSignOut();
  const isForAnother = email !== null && email !== user.email;
  return (
    <div className="form account-form">
      <FormFailure error={accept.error ?? signOut.error} />
      <p>{isForAnother ? t('invitation.forAnother', { email, mine: user.email }) : t('invitation.as', { name: user.name, email: user.email })}</p>
      {isForAnother
        ? <Button kind="act" isBusy={signOut.isPending} onClick={() => { signOut.mutate(); }}>{t('settings.signOut')}</Button>
        : <Button kind="act" isBusy={accept.isPending} onClick={() => { accept.mutate({ token }, { onSuccess: ({ slug }) => { void navigate(`/o/${slug}`, { replace: true }); } }); }}>{t('invitation.join')}</Button>}
    </div>
  );
}

/** Signs in, and joins. */
function WithAccount({ token, email }: { token: string; email: string | null }): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const signIn = useSignIn();
  const accept = useAcceptInvitation();
  const join = (): void => { accept.mutate({ token }, { onSuccess: ({ slug }) => { void navigate(`/o/${slug}`, { replace: true }); } }); };
  const onSubmit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    signIn.mutate({ email: email ?? String(form.get('email')), password: String(form.get('password')) }, { onSuccess: ({ needsCode }) => { if (!needsCode) join(); } });
  };
  if (signIn.data?.needsCode === true && accept.isIdle) return <CodeStep isSecond onIn={join} onBack={() => { signIn.reset(); }} />;
  return (
    <form className="form account-form" onSubmit={onSubmit}>
      <FormFailure error={signIn.error ?? accept.error} />
      <p>{t('invitation.signIn')}</p>
      <TextField label={t('signIn.email')} name="email" type="email" autoComplete="username" required readOnly={email !== null} defaultValue={email ?? ''} refusal={fieldRefusal(signIn.error, 'email')} />
      <TextField label={t('signIn.password')} name="password" type="password" autoComplete="current-password" required />
      <Button kind="act" type="submit" isBusy={signIn.isPending || accept.isPending}>{t('invitation.join')}</Button>
    </form>
  );
}
