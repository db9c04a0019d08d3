import type { ChannelFormats, ChannelPassedOn } from '@portee/shared';
import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { read } from '../../api/client.js';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { organisationKeys, organisationPath } from '../../api/organisation.queries.js';

/** What is passed on of a channel; null: it has no post. While another channel loads, the one before stays in sight. */
export function usePassedOn(channelId: string): UseQueryResult<ChannelPassedOn | null> {
  const { slug } = useCurrentOrganisation();
  return useQuery({
    queryKey: [...organisationKeys.all(slug), 'passed-on', channelId],
    queryFn: async ({ signal }) => (await read('passedOn', organisationPath(slug, `/insights/passed-on?channelId=${channelId}`), signal))[0] ?? null,
    placeholderData: keepPreviousData,
  });
}

/** A channel's posts by format and by theme; null: it has none. */
export function useFormats(channelId: string): UseQueryResult<ChannelFormats | null> {
  const { slug } = useCurrentOrganisation();
  return useQuery({
    queryKey: [...organisationKeys.all(slug), 'formats', channelId],
    queryFn: async ({ signal }) => (await read('formats', organisationPath(slug, `/insights/formats?channelId=${channelId}`), signal))[0] ?? null,
    placeholderData: keepPreviousData,
  });
}
