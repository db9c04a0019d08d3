import { useEffect, useState, type ReactNode } from 'react';
import { Outlet, useLocation } from 'react-router';
import { useTranslation } from '../locales/translation.js';
import { BrokenPage } from './broken-page.js';
import { ErrorBoundary } from './error-boundary.js';
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

/** The device lost its network: what is on screen stays true, nothing new comes. */
function OfflineNotice(): ReactNode {
  const { t } = useTranslation();
  const [isOnline, setOnline] = useState(navigator.onLine);
  useEffect(() => {
    const read = (): void => { setOnline(navigator.onLine); };
    addEventListener('online', read);
    addEventListener('offline', read);
    return () => {
      removeEventListener('online', read);
      removeEventListener('offline', read);
    };
  }, []);
  return <div role="status" className="no-print">{!isOnline && <p className="offline">{t('app.offline')}</p>}</div>;
}
