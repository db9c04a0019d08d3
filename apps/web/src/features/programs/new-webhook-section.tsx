import { type NewWebhook, webhookEvents } from '@portee/shared';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from '../../locales/translation.js';
import { Button } from '../../ui/button.js';
import { fieldRefusal } from '../../ui/failure.js';
import { showRefused, TextField } from '../../ui/field.js';
import { FormFailure } from '../../ui/form-failure.js';
import { AlertIcon } from '../../ui/icons.js';
import { useCreateWebhook } from './webhooks.queries.js';

/** Telling another program. Its secret is shown once, with it. */
export function NewWebhookSection({ onMade }: { onMade: (made: NewWebhook) => void }): ReactNode {
  const { t } = useTranslation();
  const create = useCreateWebhook();
  const [lacks, setLacks] = useState({ url: false, events: false });
  const onSubmit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = event.currentTarget;
    const data = new FormData(form);
    const [url, ticked] = [String(data.get('url') ?? '').trim(), data.getAll('events')];
    const missing = { url: url === '' || !form.checkValidity(), events: ticked.length === 0 };
    showRefused(form, () => { setLacks(missing); });
    if (missing.url || missing.events) return;
    create.mutateAsync({ url, events: webhookEvents.filter((one) => ticked.includes(one)) }).then((made) => { onMade(made); form.reset(); }, () => undefined);
  };
  return (
    <section className="section" aria-labelledby="webhooks-create">
      <header><h2 id="webhooks-create">{t('webhooks.create')}</h2><p>{t('webhooks.create.text')}</p></header>
      <form className="form" onSubmit={onSubmit} noValidate>
        <FormFailure error={create.error} />
        <TextField label={t('webhooks.url')} hint={t('webhooks.url.hint')} name="url" type="url" maxLength={2000} autoComplete="off" refusal={lacks.url ? t('webhooks.url.wrong') : fieldRefusal(create.error, 'url')} />
        <fieldset className="fieldset scope-choices" aria-describedby={lacks.events ? 'events-refused' : undefined}>
          <legend>{t('webhooks.events')}</legend>
          {webhookEvents.map((one) => <label key={one}><input type="checkbox" name="events" value={one} defaultChecked aria-invalid={lacks.events || undefined} />{t(`webhooks.event.${one}`)}</label>)}
          {lacks.events && <p className="refused" id="events-refused"><AlertIcon />{t('webhooks.events.missing')}</p>}
        </fieldset>
        <Button kind="act" type="submit" isBusy={create.isPending}>{t('webhooks.act')}</Button>
      </form>
    </section>
  );
}
