import type { OrganisationView, Session } from '@portee/shared';
import { useEffect, useState, type ReactNode } from 'react';
import { Navigate, Outlet, useLocation, useParams } from 'react-router';
import { CurrentOrganisation } from '../api/current-organisation.js';
import { keepPlace } from '../api/kept-place.js';
import { useOrganisation } from '../api/organisation.queries.js';
import { ProblemError } from '../api/problem-error.js';
import { useSession } from '../api/session.queries.js';
import { toLocale } from '../locales/kept-locale.js';
import { useTranslation } from '../locales/translation.js';
import { QueryView } from '../ui/query-view.js';
import { BottomBar } from './bottom-bar.js';
import { BrokenPage } from './broken-page.js';
import { DeletionNotice } from './deletion-notice.js';
import { ErrorBoundary } from './error-boundary.js';
import { Help } from './help.js';
import { Navigation } from './navigation.js';
import { NotFoundPage } from './not-found-page.js';
import { TopLine } from './top-line.js';
import { useSingleKeys } from './use-single-keys.js';
import './layout.css';

/** Everything under `/o/:slug`: for signed-in people only, around the pages of one organisation. */
export function Layout(): ReactNode {
  const { t } = useTranslation();
  return <QueryView query={useSession()} heading={t('app.name')}>{(session) => <SignedIn session={session} />}</QueryView>;
}

function SignedIn({ session }: { session: Session }): ReactNode {
  const { slug = '' } = useParams();
  const { pathname, search } = useLocation();
  useOwnLanguage(session);
  if (session.needsFirstAccount) return <Navigate to="/bienvenue" replace />;
  if (session.user === null) return <Navigate to={`/connexion?${new URLSearchParams({ vers: pathname + search }).toString()}`} replace />;
  return <OrganisationFrame key={slug} slug={slug} session={session} />;
}

function OrganisationFrame({ slug, session }: { slug: string; session: Session }): ReactNode {
  const { t } = useTranslation();
  const organisation = useOrganisation(slug);
  if (organisation.error instanceof ProblemError && (organisation.error.status === 404 || organisation.error.status === 403)) return <NotFoundPage isOutside />;
  if (organisation.error instanceof ProblemError && organisation.error.status === 401) return <Navigate to="/connexion" replace />;
  return <QueryView query={organisation} heading={t('app.name')}>{(view) => <Pages organisation={view} session={session} />}</QueryView>;
}

function Pages({ organisation, session }: { organisation: OrganisationView; session: Session }): ReactNode {
  useEffect(() => { keepPlace(organisation.slug); }, [organisation.slug]);
  return <CurrentOrganisation value={organisation}><Surroundings session={session} /></CurrentOrganisation>;
}

/** What a page may ask of what stands around it. */
export interface AroundPage { onHelp: () => void }

function Surroundings({ session }: { session: Session }): ReactNode {
  const { pathname } = useLocation();
  const [isHelpOpen, setHelpOpen] = useState(false);
  const around: AroundPage = { onHelp: () => { setHelpOpen(true); } };
  useSingleKeys(around.onHelp);
  return (
    <>
      <div className="app">
        <Navigation onHelp={around.onHelp} />
        <div className="app-main">
          <div className="app-page">
            <TopLine session={session} />
            <DeletionNotice />
            <main id="contenu"><ErrorBoundary place={pathname} fallback={<BrokenPage />}><Outlet context={around} /></ErrorBoundary></main>
          </div>
        </div>
        <BottomBar />
      </div>
      <Help isOpen={isHelpOpen} onClose={() => { setHelpOpen(false); }} />
    </>
  );
}

/** The language kept with the account is spoken on every device, once one is signed in. */
function useOwnLanguage({ user }: Session): void {
  const { setLocale } = useTranslation();
  const language = toLocale(user?.language ?? '');
  useEffect(() => {
    if (language !== null) setLocale(language);
    // oxlint-disable-next-line react/exhaustive-deps -- only when the account's language changes, not when a page is drawn
  }, [language]);
}
