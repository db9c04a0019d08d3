import { useState, type FormEvent, type ReactNode } from 'react';
import { useLinkDirectory } from '../../api/directory.queries.js';
import { useSignIn } from '../../api/session.queries.js';
import { useTranslation } from '../../locales/translation.js';
import { Button } from '../../ui/button.js';
import { TextField } from '../../ui/field.js';
import { FormFailure } from '../../ui/form-failure.js';
import { CodeStep } from './code-step.js';

/** Whoever has an account proves it once by its password; then they go to the directory again, which links the two. */
export function DirectoryLinkForm({ directory }: { directory: string }): ReactNode {
  const { t } = useTranslation();
  const [signIn, link] = [useSignIn(), useLinkDirectory()];
  const [password, setPassword] = useState('');
  const goOn = (proof: string): void => { link.mutate({ password: proof, back: '/' }); };
  const onSubmit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const proof = String(form.get('password'));
    setPassword(proof);
    signIn.mutate({ email: String(form.get('email')), password: proof }, { onSuccess: ({ needsCode }) => { if (!needsCode) goOn(proof); } });
  };
  if (signIn.data?.needsCode === true && link.isIdle) return <CodeStep isSecond onIn={() => { goOn(password); }} onBack={() => { signIn.reset(); }} />;
  return (
    <section className="directory-link" aria-labelledby="directory-link">
      <h2 id="directory-link">{t('directory.link')}</h2>
      <p>{t('directory.link.text', { directory })}</p>
      <form className="form account-form" onSubmit={onSubmit}>
        <FormFailure error={signIn.error ?? link.error} />
        <TextField label={t('signIn.email')} name="email" type="email" autoComplete="username" required />
        <TextField label={t('signIn.password')} name="password" type="password" autoComplete="current-password" required />
        <Button kind="act" type="submit" isBusy={signIn.isPending || link.isPending || link.isSuccess}>{t('directory.link.act')}</Button>
      </form>
    </section>
  );
}
