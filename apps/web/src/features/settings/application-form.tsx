import type { NetworkApplication } from '@portee/shared';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from '../../locales/translation.js';
import { Button } from '../../ui/button.js';
import { fieldRefusal, sayProblem } from '../../ui/failure.js';
import { TextField } from '../../ui/field.js';
import { FormRefusal } from '../../ui/form-refusal.js';
import { useToast } from '../../ui/toast.js';
import { useSetApplication } from './hosting.queries.js';

/** The id and the secret that a network gave. The secret goes in and is never shown again. */
export function ApplicationForm({ application: { network, clientId }, label }: { application: NetworkApplication; label: string }): ReactNode {
  const { t } = useTranslation();
  const toast = useToast();
  const set = useSetApplication(network);
  const [missing, setMissing] = useState<readonly string[]>([]);
  const onSubmit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = event.currentTarget;
    const read = new FormData(form);
    const wanted = { clientId: String(read.get('clientId')).trim(), clientSecret: String(read.get('clientSecret')).trim() };
    const empty = Object.entries(wanted).filter(([, value]) => value === '').map(([name]) => name);
    setMissing(empty);
    if (empty.length === 0) set.mutate(wanted, { onSuccess: () => { form.reset(); toast(t('hosting.saved', { network: label })); } });
  };
  const refusal = (name: string): string | undefined => (missing.includes(name) ? t('hosting.missing') : fieldRefusal(set.error, name));
  return (
    <form className="form" onSubmit={onSubmit} noValidate>
      {set.error !== null && <FormRefusal>{sayProblem(set.error, t)}</FormRefusal>}
      <TextField label={t('hosting.clientId')} name="clientId" defaultValue={clientId ?? ''} maxLength={500} autoComplete="off" spellCheck={false} refusal={refusal('clientId')} />
      <TextField label={t('hosting.clientSecret')} hint={t('hosting.clientSecret.hint')} name="clientSecret" type="password" maxLength={2000} autoComplete="off" refusal={refusal('clientSecret')} />
      <Button type="submit" isBusy={set.isPending}>{t('hosting.save')}</Button>
    </form>
  );
}
