import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useTranslation } from '../../locales/translation.js';

/** Above a page's heading: where one came from. */
export function BackToData(): ReactNode {
  const { t } = useTranslation();
  const { slug } = useCurrentOrganisation();
  return <p className="connect-back"><Link to={`/o/${slug}/donnees`}>{t('data.back')}</Link></p>;
}
