import type { Session } from '@portee/shared';
import type { ReactNode } from 'react';
import { Navigate } from 'react-router';
import { useSession } from '../api/session.queries.js';
import { useTranslation } from '../locales/translation.js';
import { QueryView } from '../ui/query-view.js';
import { EmptyState } from '../ui/states.js';
import { weekPlace } from './places.js';
import { LonePage } from '../ui/lone-page.js';

/** Where one goes from the bare address. */
export function HomePage(): ReactNode {
  const { t } = useTranslation();
  const session = useSession();
  return <QueryView query={session} heading={t('app.name')}>{(known) => <Way session={known} />}</QueryView>;
}

function Way({ session }: { session: Session }): ReactNode {
  const { t } = useTranslation();
  if (session.needsFirstAccount) return <Navigate to="/bienvenue" replace />;
  if (session.user === null) return <Navigate to="/connexion" replace />;
  // One's own centre comes before the fictitious one.
  const first = session.organisations.find(({ isDemonstration }) => !isDemonstration) ?? session.organisations[0];
  if (first === undefined) return <LonePage><EmptyState title={t('app.noOrganisation.title')}>{t('app.noOrganisation.text')}</EmptyState></LonePage>;
  // Who publishes looks for what comes next; everybody else for the month.
  return <Navigate to={`/o/${first.slug}${first.role === 'contributor' ? weekPlace.path : ''}`} replace />;
}
