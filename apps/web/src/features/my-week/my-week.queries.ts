import type { PostDetail, PostPage } from '@portee/shared';
import { useQueries, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { read } from '../../api/client.js';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { organisationKeys, organisationPath } from '../../api/organisation.queries.js';

/** Among so many one finds some that can be judged: on most networks figures grow for a week. */
const LAST_POSTS = 30;

/** What was published last, on any channel. */
export function useLastPosts(): UseQueryResult<PostPage> {
  const { slug } = useCurrentOrganisation();
  return useQuery({
    queryKey: [...organisationKeys.all(slug), 'posts', 'last', LAST_POSTS],
    queryFn: ({ signal }) => read('posts', organisationPath(slug, `/posts?sort=-publishedAt&limit=${String(LAST_POSTS)}`), signal),
  });
}

/** Each with what is usual on its channel. One that cannot be read leaves the others. */
export function usePostsAgainstUsual(ids: readonly string[]): UseQueryResult<PostDetail>[] {
  const { slug } = useCurrentOrganisation();
  return useQueries({
    queries: ids.map((id) => ({
      queryKey: [...organisationKeys.all(slug), 'posts', 'one', id],
      queryFn: ({ signal }: { signal: AbortSignal }) => read('post', organisationPath(slug, `/posts/${encodeURIComponent(id)}`), signal),
    })),
  });
}
