import type { ChannelTiming } from '@portee/shared';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { read } from '../../api/client.js';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { organisationKeys, organisationPath } from '../../api/organisation.queries.js';

/** Figures of a channel by band, weekday and hour, as they stand; null: the server knows no such channel. */
export function useTiming(channelId: string): UseQueryResult<ChannelTiming | null> {
  const { slug } = useCurrentOrganisation();
  return useQuery({
    queryKey: [...organisationKeys.all(slug), 'timing', channelId],
    queryFn: async ({ signal }) => (await read('timings', organisationPath(slug, `/insights/timing?channelId=${encodeURIComponent(channelId)}`), signal))[0] ?? null,
  });
}
