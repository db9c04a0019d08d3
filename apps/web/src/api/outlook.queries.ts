import { joinTested, type ChannelOutlook, type PostDetail, type PostPage, type RecommendationEvidence } from '@portee/shared';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { read } from './client.js';
import { useCurrentOrganisation } from './current-organisation.js';
import { organisationKeys, organisationPath } from './organisation.queries.js';

/** What is said of each channel, or of one: verdicts, the test worth proposing, how reach moves, what must be known beside; and what the team tested in the place of what was estimated. */
export function useOutlooks(channelId: string | null = null): UseQueryResult<ChannelOutlook[]> {
  const { slug } = useCurrentOrganisation();
  const asked = channelId === null ? '' : `?${new URLSearchParams({ channelId }).toString()}`;
  return useQuery({
    queryKey: [...organisationKeys.all(slug), 'outlook', channelId ?? 'all'],
    queryFn: async ({ signal }) => {
      const [outlooks, tested] = await Promise.all([read('outlooks', organisationPath(slug, `/recommendations/outlook${asked}`), signal), read('testedRecommendations', organisationPath(slug, '/plan/tested'), signal)]);
      return joinTested(outlooks, tested);
    },
  });
}

/** « Comment le savons-nous ? » Read only once somebody asks. */
export function useEvidence(recommendationId: string, isAsked: boolean): UseQueryResult<RecommendationEvidence> {
  const { slug } = useCurrentOrganisation();
  return useQuery({
    queryKey: [...organisationKeys.all(slug), 'evidence', recommendationId],
    queryFn: ({ signal }) => read('evidence', organisationPath(slug, `/recommendations/${encodeURIComponent(recommendationId)}/evidence`), signal),
    enabled: isAsked,
  });
}

/** The latest posts of a channel, for one that has few. */
export function useLatestPosts(channelId: string, isAsked: boolean): UseQueryResult<PostPage> {
  const { slug } = useCurrentOrganisation();
  const asked = new URLSearchParams({ channelId, limit: '60' }).toString();
  return useQuery({
    queryKey: [...organisationKeys.all(slug), 'posts', 'latest', channelId],
    queryFn: ({ signal }) => read('posts', organisationPath(slug, `/posts?${asked}`), signal),
    enabled: isAsked,
  });
}

export function usePost(postId: string): UseQueryResult<PostDetail> {
  const { slug } = useCurrentOrganisation();
  return useQuery({
    queryKey: [...organisationKeys.all(slug), 'post', postId],
    queryFn: ({ signal }) => read('post', organisationPath(slug, `/posts/${encodeURIComponent(postId)}`), signal),
  });
}
