import { addMonths, type ComparedChannel } from '@portee/shared';
import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { read } from './client.js';
import { useCurrentOrganisation } from './current-organisation.js';
import { organisationKeys, organisationPath } from './organisation.queries.js';

/** Every channel over the twelve months that end with this one. While another month loads, the one before stays in sight. */
export function useComparedChannels(month: string): UseQueryResult<ComparedChannel[]> {
  const { slug } = useCurrentOrganisation();
  const asked = new URLSearchParams({ from: addMonths(month, -11), to: month }).toString();
  return useQuery({
    queryKey: [...organisationKeys.all(slug), 'compared', month],
    queryFn: ({ signal }) => read('comparedChannels', organisationPath(slug, `/insights/channels?${asked}`), signal),
    placeholderData: keepPreviousData,
  });
}
