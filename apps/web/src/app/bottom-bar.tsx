import type { ReactNode } from 'react';
import { NavLink } from 'react-router';
import { useTranslation } from '../locales/translation.js';
import { DataIcon, OverviewIcon, PostsIcon, ReportIcon, SettingsIcon } from '../ui/icons.js';
import { useAddressOf } from './use-address-of.js';

/** The same pages at the foot of a phone, with shorter names. */
export function BottomBar(): ReactNode {
  const { t } = useTranslation();
  const addressOf = useAddressOf();
  return (
    <nav className="bottom-bar no-print" aria-label={t('nav.label')}>
      <NavLink to={addressOf({ path: '', hasMonth: true })} end><OverviewIcon />{t('nav.short.overview')}</NavLink>
      <NavLink to={addressOf({ path: '/rapport', hasMonth: true })}><ReportIcon />{t('nav.short.report')}</NavLink>
      <NavLink to={addressOf({ path: '/publications', hasMonth: false })}><PostsIcon />{t('nav.posts')}</NavLink>
      <NavLink to={addressOf({ path: '/donnees', hasMonth: false })}><DataIcon />{t('nav.data')}</NavLink>
      <NavLink to={addressOf({ path: '/reglages', hasMonth: false })}><SettingsIcon />{t('nav.settings')}</NavLink>
    </nav>
  );
}
