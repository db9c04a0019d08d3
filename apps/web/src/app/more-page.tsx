import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useCurrentOrganisation } from '../api/current-organisation.js';
import { useTranslation } from '../locales/translation.js';
import { PageHeading, useDocumentTitle } from '../ui/page-heading.js';
import { morePlace, placesBehindMore } from './places.js';
import { useAddressOf } from './use-address-of.js';

/** The pages that a phone's foot has no room for. */
export function MorePage(): ReactNode {
  const { t } = useTranslation();
  const { name } = useCurrentOrganisation();
  const addressOf = useAddressOf();
  useDocumentTitle(t(morePlace.name), name);
  return (
    <>
      <div className="page-title"><PageHeading>{t('more.title')}</PageHeading></div>
      <ul className="more-places">
        {placesBehindMore.map((place) => <li key={place.path}><Link to={addressOf(place)}>{t(place.name)}</Link></li>)}
      </ul>
    </>
  );
}
