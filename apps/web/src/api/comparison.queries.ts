import type { CentreGroup, ComparisonSetting } from '@portee/shared';
import { useMutation, useQuery, useQueryClient, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { read, send } from './client.js';
import { useCurrentOrganisation } from './current-organisation.js';
import { organisationKeys, organisationPath } from './organisation.queries.js';

/** Whether this centre takes part. */
export function useComparisonSetting(): UseQueryResult<ComparisonSetting> {
  const { slug } = useCurrentOrganisation();
  return useQuery({ queryKey: [...organisationKeys.all(slug), 'comparison'], queryFn: ({ signal }) => read('comparisonSetting', organisationPath(slug, '/comparison'), signal) });
}

export function useSetComparison(): UseMutationResult<ComparisonSetting, Error, boolean> {
  const cache = useQueryClient();
  const { slug } = useCurrentOrganisation();
  return useMutation({
    mutationFn: (agreed: boolean) => send('PUT', organisationPath(slug, '/comparison'), { answer: 'comparisonSetting', body: { agreed } }),
    onSuccess: () => cache.invalidateQueries({ queryKey: organisationKeys.all(slug) }),
  });
}

/** The groups of a month in which this centre is. */
export function useCentreGroups(month: string): UseQueryResult<CentreGroup[]> {
  const { slug } = useCurrentOrganisation();
  return useQuery({ queryKey: [...organisationKeys.all(slug), 'comparison', month], queryFn: ({ signal }) => read('centreGroups', organisationPath(slug, `/comparison/${month}`), signal) });
}
