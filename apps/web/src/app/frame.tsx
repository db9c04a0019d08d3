import type { ReactNode } from 'react';
import { Outlet, useLocation } from 'react-router';
import { useTranslation } from '../locales/translation.js';
import { BrokenPage } from './broken-page.js';
import { ErrorBoundary } from './error-boundary.js';
import { OfflineNotice } from './offline-notice.js';
import './frame.css';

/** Around every page: the way past the navigation, the loss of the network, and a page that breaks. */
export function Frame(): ReactNode {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  return (
    <>
      <a className="skip-link" href="#contenu">{t('app.skip')}</a>
      <OfflineNotice />
      <ErrorBoundary place={pathname} fallback={<BrokenPage />}><Outlet /></ErrorBoundary>
    </>
  );
}
