import type { PostPage } from '@portee/shared';
import { keepPreviousData, useInfiniteQuery, type InfiniteData, type UseInfiniteQueryResult } from '@tanstack/react-query';
import { read } from '../../api/client.js';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { organisationKeys, organisationPath } from '../../api/organisation.queries.js';
import { toQuery, type PostChoices } from './post-choices.js';

/** Posts page by page. While other choices load, the posts before stay in sight. */
export function usePosts(choices: PostChoices): UseInfiniteQueryResult<InfiniteData<PostPage>> {
  const { slug } = useCurrentOrganisation();
  const query = toQuery(choices);
  return useInfiniteQuery({
    queryKey: [...organisationKeys.all(slug), 'posts', query.toString()],
    queryFn: ({ pageParam, signal }) => {
      const asked = new URLSearchParams(query);
      if (pageParam !== null) asked.set('cursor', pageParam);
      return read('posts', organisationPath(slug, `/posts?${asked.toString()}`), signal);
    },
    initialPageParam: firstPage,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
  });
}

const firstPage: string | null = null;
