import type { AnalysisSettings } from '@portee/shared';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { read } from './client.js';
import { useCurrentOrganisation } from './current-organisation.js';
import { organisationKeys, organisationPath } from './organisation.queries.js';

/** The school holidays of an organisation's place, and what it counts as a call to share. */
export function useAnalysisSettings(): UseQueryResult<AnalysisSettings> {
  const { slug } = useCurrentOrganisation();
  return useQuery({ queryKey: analysisKey(slug), queryFn: ({ signal }) => read('analysisSettings', organisationPath(slug, '/insights/settings'), signal) });
}

export function analysisKey(slug: string): readonly string[] {
  return [...organisationKeys.all(slug), 'analysis-settings'];
}
