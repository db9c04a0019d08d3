import type { ChannelEffort, EnterEfforts } from '@portee/shared';
import { keepPreviousData, useMutation, useQuery, useQueryClient, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { read, send } from './client.js';
import { useCurrentOrganisation } from './current-organisation.js';
import { organisationKeys, organisationPath } from './organisation.queries.js';

/** Hours and euros of every channel, month by month. While other months load, the ones before stay in sight. */
export function useEffort(span: { from: string; to: string }): UseQueryResult<ChannelEffort[]> {
  const { slug } = useCurrentOrganisation();
  return useQuery({
    queryKey: [...organisationKeys.all(slug), 'effort', span.from, span.to],
    queryFn: ({ signal }) => read('efforts', organisationPath(slug, `/effort?${new URLSearchParams(span).toString()}`), signal),
    placeholderData: keepPreviousData,
  });
}

/** Enters a month of several channels; contacts for an hour and for a euro change with it. */
export function useEnterEfforts(): UseMutationResult<ChannelEffort[], Error, EnterEfforts & { month: string }> {
  const { slug } = useCurrentOrganisation();
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ month, channels }) => send('PUT', organisationPath(slug, `/effort/${month}`), { answer: 'efforts', body: { channels } }),
    onSuccess: () => cache.invalidateQueries({ queryKey: organisationKeys.all(slug) }),
  });
}
