import type { ReactNode } from 'react';
import { Link, NavLink, useLocation } from 'react-router';
import { useCurrentOrganisation } from '../api/current-organisation.js';
import { useTranslation } from '../locales/translation.js';
import { DataIcon, MoreIcon, OverviewIcon, PlanIcon, PostsIcon } from '../ui/icons.js';
import { morePlace, placesBehindMore } from './places.js';
import { useAddressOf } from './use-address-of.js';

/** The same pages at the foot of a phone, with shorter names; those without room there are behind the last. */
export function BottomBar(): ReactNode {
  const { t } = useTranslation();
  const addressOf = useAddressOf();
  return (
    <nav className="bottom-bar no-print" aria-label={t('nav.label')}>
      <NavLink to={addressOf({ path: '', hasMonth: true })} end><OverviewIcon />{t('nav.short.overview')}</NavLink>
      <NavLink to={addressOf({ path: '/publications', hasMonth: false })}><PostsIcon />{t('nav.posts')}</NavLink>
      <NavLink to={addressOf({ path: '/plan', hasMonth: false })}><PlanIcon />{t('nav.plan')}</NavLink>
      <NavLink to={addressOf({ path: '/donnees', hasMonth: false })}><DataIcon />{t('nav.data')}</NavLink>
      <MoreLink />
    </nav>
  );
}

/** Marked as the place where one is on every page behind it. */
function MoreLink(): ReactNode {
  const { t } = useTranslation();
  const { slug } = useCurrentOrganisation();
  const addressOf = useAddressOf();
  const { pathname } = useLocation();
  const isHere = pathname === `/o/${slug}${morePlace.path}`;
  const isBehind = placesBehindMore.some(({ path }) => pathname.startsWith(`/o/${slug}${path}`));
  return <Link to={addressOf(morePlace)} aria-current={isHere ? 'page' : isBehind ? 'true' : undefined}><MoreIcon />{t(morePlace.name)}</Link>;
}
