import type { ReactNode } from 'react';
import { NavLink } from 'react-router';
import { useCurrentOrganisation } from '../api/current-organisation.js';
import { useTranslation } from '../locales/translation.js';
import { Mark } from '../ui/mark.js';
import { places, settingsPlace } from './places.js';
import { useAddressOf } from './use-address-of.js';

/** The left column of a wide screen. */
export function Navigation(): ReactNode {
  const { t } = useTranslation();
  const { slug } = useCurrentOrganisation();
  const addressOf = useAddressOf();
  return (
    <nav className="navigation no-print" aria-label={t('nav.label')}>
      <Mark to={`/o/${slug}`} />
      <ul>{places.map((place) => <li key={place.path}><NavLink to={addressOf(place)} end={place.path === ''}>{t(place.name)}</NavLink></li>)}</ul>
      <ul><li><NavLink to={addressOf(settingsPlace)}>{t(settingsPlace.name)}</NavLink></li></ul>
    </nav>
  );
}
