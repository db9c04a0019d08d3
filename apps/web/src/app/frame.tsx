import { useEffect, useState, type ReactNode } from 'react';
import { Outlet, useNavigation } from 'react-router';
import { useTranslation } from '../locales/translation.js';
import './frame.css';

/** Around every page: the way past the navigation, and what is to be said aloud. */
export function Frame(): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      <a className="skip-link" href="#contenu">{t('app.skip')}</a>
      <OfflineNotice />
      <PageAnnouncer />
      <Outlet />
    </>
  );
}

/** Said while a page's own script is being fetched, for those who do not see the page change. */
function PageAnnouncer(): ReactNode {
  const { t } = useTranslation();
  const { state } = useNavigation();
  return <div className="visually-hidden" role="status">{state === 'loading' ? t('ui.loading') : ''}</div>;
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
