import { may } from '@portee/shared';
import type { ReactNode } from 'react';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useTranslation } from '../../locales/translation.js';
import { BackLink } from '../../ui/back-link.js';
import { PageHeading, useDocumentTitle } from '../../ui/page-heading.js';
import { ComparisonSection } from './comparison-section.js';
import { DeleteOrganisationSection } from './delete-organisation-section.js';
import { RegisterSection } from './register-section.js';
import { RetentionSection } from './retention-section.js';
import './privacy.css';

/** For how long things are kept, the register of processing, and the way out for the whole centre. */
export function PrivacyPage(): ReactNode {
  const { t } = useTranslation();
  const { slug, name, role } = useCurrentOrganisation();
  useDocumentTitle(t('privacy.title'), name);
  return (
    <>
      <BackLink to={`/o/${slug}/reglages`}>{t('settings.title')}</BackLink>
      <div className="page-title no-print"><PageHeading>{t('privacy.title')}</PageHeading><p>{t('privacy.never')}</p></div>
      <RetentionSection />
      <ComparisonSection />
      <RegisterSection />
      {may(role, 'deleteOrganisation') && <DeleteOrganisationSection />}
    </>
  );
}
