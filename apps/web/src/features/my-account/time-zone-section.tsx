import { useState, type FormEvent, type ReactNode } from 'react';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useChangeTimeZone, useSession } from '../../api/session.queries.js';
import { useTranslation } from '../../locales/translation.js';
import { Button } from '../../ui/button.js';
import { fieldRefusal } from '../../ui/failure.js';
import { showRefused } from '../../ui/field.js';
import { FormFailure } from '../../ui/form-failure.js';
import { isKnownTimeZone, TimeZoneField } from '../../ui/time-zone-field.js';
import { useToast } from '../../ui/toast.js';

/** The zone in which one is told moments; that of the organisation unless one says otherwise. */
export function TimeZoneSection(): ReactNode {
  const { t } = useTranslation();
  const toast = useToast();
  const { timeZone: theirs } = useCurrentOrganisation();
  const own = useSession().data?.user?.timeZone ?? null;
  const change = useChangeTimeZone();
  const [isUnknown, setUnknown] = useState(false);
  const save = (wanted: string | null): void => { change.mutate(wanted, { onSuccess: () => { toast(t('myAccount.zone.saved')); } }); };
  const onSubmit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const wanted = String(new FormData(event.currentTarget).get('timeZone')).trim();
    const refused = !isKnownTimeZone(wanted);
    showRefused(event.currentTarget, () => { setUnknown(refused); });
    if (!refused) save(wanted);
  };
  return (
    <section className="section" aria-labelledby="account-zone">
      <header><h2 id="account-zone" tabIndex={-1}>{t('myAccount.zone')}</h2><p>{t('myAccount.zone.text')}</p></header>
      <form key={own ?? ''} className="form" onSubmit={onSubmit}>
        <FormFailure error={change.error} />
        <TimeZoneField
          label={t('myAccount.zone.field')} hint={own === null ? t('myAccount.zone.theirs', { zone: theirs }) : undefined} name="timeZone" defaultValue={own ?? theirs}
          refusal={isUnknown ? t('settings.organisation.timeZone.unknown') : fieldRefusal(change.error, 'timeZone')}
        />
        <div className="row">
          <Button type="submit" isBusy={change.isPending}>{t('myAccount.zone.save')}</Button>
          {own !== null && <Button kind="plain" isBusy={change.isPending} onClick={() => { save(null); document.getElementById('account-zone')?.focus(); }}>{t('myAccount.zone.reset', { zone: theirs })}</Button>}
        </div>
      </form>
    </section>
  );
}
