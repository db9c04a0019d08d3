import type { ApiTokenView, CreateApiToken, NewApiToken } from '@portee/shared';
import { useMutation, useQuery, useQueryClient, type QueryKey, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { read, send } from '../../api/client.js';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { organisationPath } from '../../api/organisation.queries.js';

/** The keys that were not revoked, newest first. */
export function useTokens(): UseQueryResult<ApiTokenView[]> {
  const { slug } = useCurrentOrganisation();
  return useQuery({ queryKey: keyOf(slug), queryFn: ({ signal }) => read('tokens', organisationPath(slug, '/tokens'), signal) });
}

export function useCreateToken(): UseMutationResult<NewApiToken, Error, CreateApiToken> {
  const { slug } = useCurrentOrganisation();
  return useTokenChange((body) => send('POST', organisationPath(slug, '/tokens'), { answer: 'newToken', body }));
}

export function useRevokeToken(): UseMutationResult<null, Error, string> {
  const { slug } = useCurrentOrganisation();
  return useTokenChange((id) => send('DELETE', organisationPath(slug, `/tokens/${id}`), { answer: 'nothing' }));
}

/** The list is asked anew whether the change was made or refused: somebody else may have made it first. */
function useTokenChange<Input, Answer>(mutationFn: (input: Input) => Promise<Answer>): UseMutationResult<Answer, Error, Input> {
  const { slug } = useCurrentOrganisation();
  const cache = useQueryClient();
  return useMutation({ mutationFn, onSettled: () => cache.invalidateQueries({ queryKey: keyOf(slug) }) });
}

function keyOf(slug: string): QueryKey {
  return ['organisation', slug, 'tokens'];
}
