import { useState, type FormEvent, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { useTranslation } from '../../locales/translation.js';
import { Button } from '../../ui/button.js';
import { fieldRefusal } from '../../ui/failure.js';
import { TextField } from '../../ui/field.js';
import { FormFailure } from '../../ui/form-failure.js';
import { SHORTEST_PASSWORD } from '../../ui/password.js';
import { textOf } from './account-form.js';
import { useAcceptInvitation } from './invitation.queries.js';

/** An account for somebody who is invited: a name, an address, a password. Joins by it. */
export function NewPersonForm({ token, email }: { token: string; email: string | null }): ReactNode {
  const { t, locale } = useTranslation();
  const navigate = useNavigate();
  const accept = useAcceptInvitation();
  const [isShort, setShort] = useState(false);
  const onSubmit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const text = textOf(new FormData(event.currentTarget));
    const password = text('password');
    setShort(password.length < SHORTEST_PASSWORD);
    if (password.length < SHORTEST_PASSWORD) return;
    accept.mutate({ token, person: { name: text('name'), email: email ?? text('email'), password, language: locale } }, { onSuccess: ({ slug }) => { void navigate(`/o/${slug}`, { replace: true }); } });
  };
  return (
    <form className="form account-form" onSubmit={onSubmit}>
      <FormFailure error={accept.error} />
      <TextField label={t('firstRun.name')} name="name" autoComplete="name" maxLength={120} required refusal={fieldRefusal(accept.error, 'person.name')} />
      <TextField label={t('firstRun.email')} hint={t('firstRun.email.hint')} name="email" type="email" autoComplete="username" required readOnly={email !== null} defaultValue={email ?? ''} refusal={fieldRefusal(accept.error, 'person.email')} />
      <TextField
        label={t('firstRun.password')} hint={t('firstRun.password.hint')} name="password" type="password" autoComplete="new-password" required
        refusal={isShort ? t('firstRun.password.short') : fieldRefusal(accept.error, 'person.password')}
      />
      <Button kind="act" type="submit" isBusy={accept.isPending}>{t('invitation.create')}</Button>
    </form>
  );
}
