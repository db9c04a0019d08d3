import type { ReactNode } from 'react';
import { Link, NavLink } from 'react-router';
import { useCurrentOrganisation } from '../api/current-organisation.js';
import { useTranslation } from '../locales/translation.js';
import { SearchIcon } from '../ui/icons.js';
import { Mark } from '../ui/mark.js';
import { places, settingsPlace, wordsPlace } from './places.js';
import { useAddressOf } from './use-address-of.js';
import { searchPlace } from './use-single-keys.js';

/** The left column of a wide screen. */
export function Navigation({ onHelp }: { onHelp: () => void }): ReactNode {
  const { t } = useTranslation();
  const { slug } = useCurrentOrganisation();
  const addressOf = useAddressOf();
  return (
    <nav className="navigation no-print" aria-label={t('nav.label')}>
      <Mark to={`/o/${slug}`} />
      <Link className="nav-search" to={addressOf(searchPlace)} aria-keyshortcuts="/"><SearchIcon />{t('top.search')}<kbd aria-hidden="true">/</kbd></Link>
      <ul>{places.map((place) => <li key={place.path}><NavLink to={addressOf(place)} end={place.path === ''}>{t(place.name)}</NavLink></li>)}</ul>
      <ul>
        <li><NavLink to={addressOf(settingsPlace)}>{t(settingsPlace.name)}</NavLink></li>
        <li><NavLink to={addressOf(wordsPlace)}>{t(wordsPlace.name)}</NavLink></li>
        <li><button type="button" onClick={onHelp} aria-keyshortcuts="?">{t('top.help')}</button></li>
      </ul>
    </nav>
  );
}
