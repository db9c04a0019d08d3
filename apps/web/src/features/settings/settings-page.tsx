import { may } from '@portee/shared';
import type { ReactNode } from 'react';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useTranslation } from '../../locales/translation.js';
import { ButtonLink } from '../../ui/button.js';
import { PageHeading, useDocumentTitle } from '../../ui/page-heading.js';
import { AnalysisSections } from './analysis-sections.js';
import { DemonstrationSection } from './demonstration-section.js';
import { ExportSection } from './export-section.js';
import { HostingSection } from './hosting-section.js';
import { OrganisationSection } from './organisation-section.js';
import { PersonSection } from './person-section.js';
import { ThemeSection } from './theme-section.js';

/** Who has access has a page of its own. */
function PeopleLink(): ReactNode {
  const { t } = useTranslation();
  const { slug, role } = useCurrentOrganisation();
  return (
    <section className="section" aria-labelledby="settings-people">
      <header><h2 id="settings-people">{t('settings.people.title')}</h2><p>{t('settings.people.text')}</p></header>
      <div className="row">
        <ButtonLink to={`/o/${slug}/reglages/personnes`}>{t('settings.people.go')}</ButtonLink>
        {may(role, 'sendReports') && <ButtonLink to={`/o/${slug}/rapport/envoi`}>{t('settings.mailing.go')}</ButtonLink>}
        {may(role, 'readJournal') && <ButtonLink to={`/o/${slug}/reglages/journal`}>{t('settings.journal.go')}</ButtonLink>}
      </div>
    </section>
  );
}

/** So have the programs that read figures or hand them in. */
function ProgramsLink(): ReactNode {
  const { t } = useTranslation();
  const { slug, role } = useCurrentOrganisation();
  return (
    <section className="section" aria-labelledby="settings-programs">
      <header><h2 id="settings-programs">{t('settings.programs.title')}</h2><p>{t('settings.programs.text')}</p></header>
      <div className="row">
        {may(role, 'manageTokens') && <ButtonLink to={`/o/${slug}/reglages/jetons`}>{t('settings.tokens.go')}</ButtonLink>}
        {may(role, 'manageTokens') && <ButtonLink to={`/o/${slug}/reglages/signaux`}>{t('settings.webhooks.go')}</ButtonLink>}
        <ButtonLink to={`/o/${slug}/reglages/jetons/api`}>{t('settings.api.go')}</ButtonLink>
      </div>
    </section>
  );
}

/** What is kept, for how long, and how it goes. */
function PrivacyLink(): ReactNode {
  const { t } = useTranslation();
  const { slug } = useCurrentOrganisation();
  return (
    <section className="section" aria-labelledby="settings-privacy">
      <header><h2 id="settings-privacy">{t('settings.privacy.title')}</h2><p>{t('settings.privacy.text')}</p></header>
      <div className="row"><ButtonLink to={`/o/${slug}/reglages/confidentialite`}>{t('settings.privacy.go')}</ButtonLink></div>
    </section>
  );
}

/** What one can choose today: look, language, the centre's name and time zone, its school holidays and calls to share. */
export function SettingsPage(): ReactNode {
  const { t } = useTranslation();
  const { name, isDemonstration } = useCurrentOrganisation();
  useDocumentTitle(t('settings.title'), name);
  return (
    <>
      <div className="page-title"><PageHeading>{t('settings.title')}</PageHeading></div>
      <ThemeSection />
      <PersonSection />
      <OrganisationSection />
      <PeopleLink />
      <ProgramsLink />
      <PrivacyLink />
      <AnalysisSections />
      <ExportSection />
      <HostingSection />
      {isDemonstration && <DemonstrationSection />}
    </>
  );
}
