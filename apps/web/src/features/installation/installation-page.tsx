import type { ReactNode } from 'react';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useSession } from '../../api/session.queries.js';
import { useTranslation } from '../../locales/translation.js';
import { BackLink } from '../../ui/back-link.js';
import { ButtonLink } from '../../ui/button.js';
import { PageHeading, useDocumentTitle } from '../../ui/page-heading.js';
import { HealthSection } from './health-section.js';
import { HostsSection } from './hosts-section.js';
import { OrganisationsSection } from './organisations-section.js';
import '../../ui/line-list.css';
import './installation.css';

/** For whoever runs the installation: its organisations by what they take, how it does, and who else runs it. */
export function InstallationPage(): ReactNode {
  const { t } = useTranslation();
  const { slug, name } = useCurrentOrganisation();
  const isHost = useSession().data?.isHost === true;
  useDocumentTitle(t('installation.title'), name);
  return (
    <>
      <BackLink to={`/o/${slug}/reglages`}>{t('settings.title')}</BackLink>
      <div className="page-title"><PageHeading>{t('installation.title')}</PageHeading><p>{t(isHost ? 'installation.text' : 'installation.others')}</p></div>
      {isHost && (
        <>
          <OrganisationsSection />
          <HealthSection />
          <HostsSection />
          <section className="section" aria-labelledby="installation-networks">
            <header><h2 id="installation-networks">{t('hosting.title')}</h2><p>{t('hosting.text')}</p></header>
            <ButtonLink to={`/o/${slug}/reglages#settings-hosting`}>{t('installation.networks')}</ButtonLink>
          </section>
        </>
      )}
    </>
  );
}
