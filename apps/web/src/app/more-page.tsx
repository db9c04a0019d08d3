import type { ReactNode } from 'react';
import { Link, useOutletContext } from 'react-router';
import { useCurrentOrganisation } from '../api/current-organisation.js';
import { useTranslation } from '../locales/translation.js';
import { PageHeading, useDocumentTitle } from '../ui/page-heading.js';
import type { AroundPage } from './layout.js';
import { morePlace, placesBehindMore } from './places.js';
import { useAddressOf } from './use-address-of.js';

/** The pages that a phone's foot has no room for. */
export function MorePage(): ReactNode {
  const { t } = useTranslation();
  const { name } = useCurrentOrganisation();
  const addressOf = useAddressOf();
  const { onHelp } = useOutletContext<AroundPage>();
  useDocumentTitle(t(morePlace.name), name);
  return (
    <>
      <div className="page-title"><PageHeading>{t('more.title')}</PageHeading></div>
      <ul className="more-places">
        {placesBehindMore.map((place) => <li key={place.path}><Link to={addressOf(place)}>{t(place.name)}</Link></li>)}
        <li><button type="button" onClick={onHelp}>{t('top.help')}</button></li>
      </ul>
    </>
  );
}
