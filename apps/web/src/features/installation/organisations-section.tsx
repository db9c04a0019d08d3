import { type HostedOrganisation, localDay, type NewHostedOrganisation } from '@portee/shared';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { sayWhen } from '../../format/instants.js';
import { useTranslation } from '../../locales/translation.js';
import { Button } from '../../ui/button.js';
import { fieldRefusal } from '../../ui/failure.js';
import { TextField } from '../../ui/field.js';
import { FormFailure } from '../../ui/form-failure.js';
import { QueryView } from '../../ui/query-view.js';
import { SecretAddress } from '../../ui/secret-address.js';
import { useFoundOrganisation, useHostedOrganisations } from './installation.queries.js';
import { LimitsForm } from './limits-form.js';
import { sayBytes } from './say-bytes.js';

/** Every organisation, by what it takes; and opening another. */
export function OrganisationsSection(): ReactNode {
  const { t } = useTranslation();
  return (
    <section className="section" aria-labelledby="installation-organisations">
      <header><h2 id="installation-organisations">{t('installation.organisations')}</h2><p>{t('installation.organisations.text')}</p></header>
      <QueryView query={useHostedOrganisations()}>
        {(organisations) => <ul className="line-list" aria-labelledby="installation-organisations">{organisations.map((one) => <Hosted key={one.id} organisation={one} />)}</ul>}
      </QueryView>
      <Founding />
    </section>
  );
}

function Hosted({ organisation }: { organisation: HostedOrganisation }): ReactNode {
  const translation = useTranslation();
  const { t, write } = translation;
  const { timeZone, today } = useCurrentOrganisation();
  const { name, slug, createdAt, people, channels, posts, storageBytes, lastCollectedAt, limits } = organisation;
  const collected = lastCollectedAt === null ? t('installation.neverCollected') : t('installation.collected', { when: sayWhen(lastCollectedAt, { timeZone, today, translation }) });
  return (
    <li className="hosted">
      <div>
        <b>{name}</b>
        <small>{t('installation.since', { slug, day: write.longDay(localDay(new Date(createdAt), timeZone)) })}</small>
        <small>{t('installation.takes', { people, channels, posts, size: sayBytes(storageBytes, translation) })} {collected}</small>
        <small>{limits.channels === null && limits.storageBytes === null ? t('installation.noLimits') : [limits.channels === null ? null : t('installation.limitedChannels', { channels: limits.channels }), limits.storageBytes === null ? null : t('installation.limitedSize', { size: sayBytes(limits.storageBytes, translation) })].filter((said) => said !== null).join(' ')}</small>
        <details><summary>{t('installation.limits')}</summary><LimitsForm organisation={organisation} /></details>
      </div>
    </li>
  );
}

function Founding(): ReactNode {
  const { t, write } = useTranslation();
  const { timeZone } = useCurrentOrganisation();
  const found = useFoundOrganisation();
  const [told, setTold] = useState<NewHostedOrganisation | null>(null);
  const [isEmpty, setEmpty] = useState(false);
  const onSubmit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = event.currentTarget;
    const name = String(new FormData(form).get('name')).trim();
    setEmpty(name === '');
    if (name !== '') found.mutateAsync({ name, timeZone }).then((made) => { setTold(made); form.reset(); }, () => undefined);
  };
  return (
    <>
      <form className="form" onSubmit={onSubmit} noValidate>
        <h3>{t('installation.found')}</h3>
        <FormFailure error={found.error} />
        <TextField label={t('installation.found.name')} hint={t('installation.found.hint')} name="name" maxLength={120} autoComplete="off" refusal={isEmpty ? t('hosting.missing') : fieldRefusal(found.error, 'name')} />
        <Button type="submit" isBusy={found.isPending}>{t('installation.found.act')}</Button>
      </form>
      {told !== null && <SecretAddress key={told.link} address={told.link} label={t('installation.found.link', { name: told.organisation.name })} hint={t('installation.found.link.hint', { day: write.longDay(localDay(new Date(told.expiresAt), timeZone)) })} />}
    </>
  );
}
