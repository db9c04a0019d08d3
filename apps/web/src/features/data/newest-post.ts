import type { Post } from '@portee/shared';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { read } from '../../api/client.js';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { organisationKeys, organisationPath } from '../../api/organisation.queries.js';

/** The last post of a channel; null: it has none. */
export function useNewestPost(channelId: string | null): UseQueryResult<Post | null> {
  const { slug } = useCurrentOrganisation();
  return useQuery({
    queryKey: [...organisationKeys.all(slug), 'newest-post', channelId],
    queryFn: async ({ signal }) => {
      const query = new URLSearchParams({ channelId: channelId ?? '', sort: '-publishedAt', limit: '1' });
      const page = await read('posts', organisationPath(slug, `/posts?${query.toString()}`), signal);
      return page.items[0] ?? null;
    },
    enabled: channelId !== null,
  });
}
