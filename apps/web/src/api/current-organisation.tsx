import type { OrganisationView } from '@portee/shared';
import { createContext, use } from 'react';

/** The organisation of the address, for every page under `/o/:slug`. The layout provides it. */
export const CurrentOrganisation = createContext<OrganisationView | null>(null);

export function useCurrentOrganisation(): OrganisationView {
  const organisation = use(CurrentOrganisation);
  if (organisation === null) throw new Error('useCurrentOrganisation works under /o/:slug only');
  return organisation;
}
