import type { Theme } from '@portee/shared';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { read } from './client.js';
import { useCurrentOrganisation } from './current-organisation.js';
import { organisationKeys, organisationPath } from './organisation.queries.js';

export function useThemes(): UseQueryResult<Theme[]> {
  const { slug } = useCurrentOrganisation();
  return useQuery({ queryKey: [...organisationKeys.all(slug), 'themes'], queryFn: ({ signal }) => read('themes', organisationPath(slug, '/themes'), signal) });
}
