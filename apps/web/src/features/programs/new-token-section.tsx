import { type NewApiToken, tokenDays, type TokenScope, tokenScopes } from '@portee/shared';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from '../../locales/translation.js';
import { Button } from '../../ui/button.js';
import { fieldRefusal } from '../../ui/failure.js';
import { SelectField, showRefused, TextField } from '../../ui/field.js';
import { FormFailure } from '../../ui/form-failure.js';
import { AlertIcon } from '../../ui/icons.js';
import { SecretAddress } from '../../ui/secret-address.js';
import { useCreateToken } from './tokens.queries.js';

const USUAL_DAYS = 90;

/** Making a key. It is shown once, under the form. */
export function NewTokenSection(): ReactNode {
  const { t } = useTranslation();
  const [made, setMade] = useState<NewApiToken | null>(null);
  const [lacks, setLacks] = useState({ name: false, scopes: false });
  const create = useCreateToken();
  const onSubmit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = event.currentTarget;
    const wanted = readForm(new FormData(form));
    const missing = { name: wanted.name === '', scopes: wanted.scopes.length === 0 };
    showRefused(form, () => { setLacks(missing); });
    if (missing.name || missing.scopes) return;
    create.mutateAsync(wanted).then((token) => { setMade(token); form.reset(); }, () => undefined);
  };
  return (
    <section className="section" aria-labelledby="tokens-create">
      <header><h2 id="tokens-create">{t('tokens.create')}</h2><p>{t('tokens.create.text')}</p></header>
      <form className="form" onSubmit={onSubmit} noValidate>
        <FormFailure error={create.error} />
        <TextField label={t('tokens.name')} hint={t('tokens.name.hint')} name="name" maxLength={120} autoComplete="off" refusal={lacks.name ? t('tokens.name.missing') : fieldRefusal(create.error, 'name')} />
        <ScopeChoices isRefused={lacks.scopes} />
        <SelectField label={t('tokens.days')} name="days" defaultValue={USUAL_DAYS} choices={tokenDays.map((days) => ({ value: String(days), label: t('tokens.days.of', { days }) }))} />
        <Button kind="act" type="submit" isBusy={create.isPending}>{t('tokens.act')}</Button>
      </form>
      {made !== null && <SecretAddress key={made.id} address={made.token} what="secret" label={t('tokens.secret', { name: made.name })} hint={t('tokens.secret.hint')} />}
    </section>
  );
}

function ScopeChoices({ isRefused }: { isRefused: boolean }): ReactNode {
  const { t } = useTranslation();
  return (
    <fieldset className="fieldset scope-choices" aria-describedby={isRefused ? 'scopes-refused' : undefined}>
      <legend>{t('tokens.scopes')}</legend>
      {tokenScopes.map((scope) => (
        <label key={scope}><input type="checkbox" name="scopes" value={scope} defaultChecked={scope === 'read'} aria-invalid={isRefused || undefined} />{t(`tokens.scope.${scope}`)}</label>
      ))}
      {isRefused && <p className="refused" id="scopes-refused"><AlertIcon />{t('tokens.scopes.missing')}</p>}
    </fieldset>
  );
}

function readForm(data: FormData): { name: string; scopes: TokenScope[]; expiresInDays: (typeof tokenDays)[number] } {
  const ticked = data.getAll('scopes');
  return {
    name: String(data.get('name') ?? '').trim(),
    scopes: tokenScopes.filter((scope) => ticked.includes(scope)),
    expiresInDays: tokenDays.find((days) => String(days) === data.get('days')) ?? USUAL_DAYS,
  };
}
