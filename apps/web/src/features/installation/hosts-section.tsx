import { localDay } from '@portee/shared';
import type { FormEvent, ReactNode } from 'react';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useTranslation } from '../../locales/translation.js';
import { Button } from '../../ui/button.js';
import { fieldRefusal } from '../../ui/failure.js';
import { TextField } from '../../ui/field.js';
import { FormFailure } from '../../ui/form-failure.js';
import { QueryView } from '../../ui/query-view.js';
import { SureButton } from '../../ui/sure-button.js';
import { useRowFocus } from '../../ui/use-row-focus.js';
import { useHosts, useNameHost, useRemoveHost } from './installation.queries.js';

/** Who runs the installation. Somebody always does. */
export function HostsSection(): ReactNode {
  const { t, write } = useTranslation();
  const { timeZone } = useCurrentOrganisation();
  const hosts = useHosts();
  const [name, remove] = [useNameHost(), useRemoveHost()];
  const { box, listeners } = useRowFocus<HTMLElement>((hosts.data ?? []).map(({ id }) => id));
  const onSubmit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = event.currentTarget;
    remove.reset();
    name.mutateAsync(String(new FormData(form).get('email')).trim()).then(() => { form.reset(); }, () => undefined);
  };
  return (
    <section ref={box} {...listeners} className="section" aria-labelledby="installation-hosts">
      <header><h2 id="installation-hosts" tabIndex={-1}>{t('installation.hosts')}</h2><p>{t('installation.hosts.text')}</p></header>
      <QueryView query={hosts}>
        {(people) => (
          <ul className="line-list" aria-labelledby="installation-hosts">
            {people.map(({ id, name: who, email, namedAt, isYou }) => (
              <li key={id} data-row>
                <div><b>{isYou ? t('people.you', { name: who }) : who}</b><small>{t('people.addressSince', { email, day: write.longDay(localDay(new Date(namedAt), timeZone)) })}</small></div>
                {people.length > 1 && <div className="row"><SureButton label={t('people.remove')} ariaLabel={t('installation.hosts.removeOf', { name: who })} sure={t('installation.hosts.removeSure')} isBusy={remove.isPending} onSure={() => { name.reset(); remove.mutate(id); }} /></div>}
              </li>
            ))}
          </ul>
        )}
      </QueryView>
      <form className="form" onSubmit={onSubmit} noValidate>
        <FormFailure error={name.error ?? remove.error} />
        <TextField label={t('installation.hosts.email')} name="email" type="email" maxLength={254} autoComplete="off" refusal={fieldRefusal(name.error, 'email')} />
        <Button type="submit" isBusy={name.isPending}>{t('installation.hosts.act')}</Button>
      </form>
    </section>
  );
}
