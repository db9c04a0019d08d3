import type { ReactNode } from 'react';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useTranslation } from '../../locales/translation.js';
import { PageHeading, useDocumentTitle } from '../../ui/page-heading.js';
import { DemonstrationSection } from './demonstration-section.js';
import { HostingSection } from './hosting-section.js';
import { OrganisationSection } from './organisation-section.js';
import { PersonSection } from './person-section.js';
import { ThemeSection } from './theme-section.js';

/** What one can choose today: look, language, the centre's name and time zone. */
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
      <HostingSection />
      {isDemonstration && <DemonstrationSection />}
    </>
  );
}
