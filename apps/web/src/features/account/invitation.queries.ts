import type { AcceptedInvitation, AcceptInvitation, OpenedInvitation } from '@portee/shared';
import { useMutation, useQuery, useQueryClient, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { send } from '../../api/client.js';
import { sessionKey } from '../../api/session.queries.js';

/** What the link of an invitation leads to. Asked once: it is used up on this page, or by somebody else. */
export function useOpenedInvitation(token: string): UseQueryResult<OpenedInvitation> {
  return useQuery({ queryKey: ['invitation', token], queryFn: () => send('POST', 'invitations/read', { answer: 'openedInvitation', body: { token } }), staleTime: Infinity, enabled: token !== '' });
}

/** Joins; the session then holds one more organisation. */
export function useAcceptInvitation(): UseMutationResult<AcceptedInvitation, Error, AcceptInvitation> {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (body: AcceptInvitation) => send('POST', 'invitations/accept', { answer: 'acceptedInvitation', body }),
    onSuccess: () => cache.invalidateQueries({ queryKey: sessionKey }),
  });
}
