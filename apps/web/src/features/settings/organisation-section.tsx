import { may } from '@portee/shared';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useUpdateOrganisation } from '../../api/organisation.queries.js';
import { useTranslation } from '../../locales/translation.js';
import { Button } from '../../ui/button.js';
import { fieldRefusal, sayProblem } from '../../ui/failure.js';
import { TextField } from '../../ui/field.js';
import { FormRefusal } from '../../ui/form-refusal.js';
import { isKnownTimeZone, TimeZoneField } from '../../ui/time-zone-field.js';
import { useToast } from '../../ui/toast.js';

/** Name and time zone of the centre, for those who may change them. */
export function OrganisationSection(): ReactNode {
  const { t } = useTranslation();
  const { role } = useCurrentOrganisation();
  const mayChange = may(role, 'manageOrganisation');
  return (
    <section className="section" aria-labelledby="settings-organisation">
      <header>
        <h2 id="settings-organisation">{t('settings.organisation.title')}</h2>
        {!mayChange && <p>{t('settings.organisation.readOnly')}</p>}
      </header>
      {mayChange && <OrganisationForm />}
    </section>
  );
}

function OrganisationForm(): ReactNode {
  const { t } = useTranslation();
  const toast = useToast();
  const { slug, name, timeZone } = useCurrentOrganisation();
  const update = useUpdateOrganisation(slug);
  const [isZoneUnknown, setZoneUnknown] = useState(false);
  const onSubmit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const wanted = { name: String(form.get('name')).trim(), timeZone: String(form.get('timeZone')).trim() };
    const isKnown = isKnownTimeZone(wanted.timeZone);
    setZoneUnknown(!isKnown);
    if (isKnown) update.mutate(wanted, { onSuccess: () => { toast(t('settings.organisation.saved')); } });
  };
  return (
    <form className="form" onSubmit={onSubmit}>
      {update.error !== null && <FormRefusal>{sayProblem(update.error, t)}</FormRefusal>}
      <TextField label={t('settings.organisation.name')} name="name" defaultValue={name} maxLength={120} required refusal={fieldRefusal(update.error, 'name')} />
      <TimeZoneField
        label={t('settings.organisation.timeZone')} hint={t('settings.organisation.timeZone.hint')} name="timeZone" defaultValue={timeZone}
        refusal={isZoneUnknown ? t('settings.organisation.timeZone.unknown') : fieldRefusal(update.error, 'timeZone')}
      />
      <Button type="submit" isBusy={update.isPending}>{t('settings.organisation.save')}</Button>
    </form>
  );
}
