import type { CreateInvitation, NewInvitation, PasswordLink, PeopleOfOrganisation, Role } from '@portee/shared';
import { useMutation, useQuery, useQueryClient, type QueryKey, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { read, send } from '../../api/client.js';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { organisationPath } from '../../api/organisation.queries.js';
import { sessionKey } from '../../api/session.queries.js';

/** Who belongs to the organisation, and who is awaited. */
export function usePeople(): UseQueryResult<PeopleOfOrganisation> {
  const { slug } = useCurrentOrganisation();
  return useQuery({ queryKey: keyOf(slug), queryFn: ({ signal }) => read('people', organisationPath(slug, '/people'), signal) });
}

export function useInvite(): UseMutationResult<NewInvitation, Error, CreateInvitation> {
  return useChange((body: CreateInvitation, door) => send('POST', door('/invitations'), { answer: 'newInvitation', body }));
}

export function useRenewInvitation(): UseMutationResult<NewInvitation, Error, string> {
  return useChange((id: string, door) => send('POST', door(`/invitations/${id}/renew`), { answer: 'newInvitation' }));
}

export function useTakeBackInvitation(): UseMutationResult<null, Error, string> {
  return useChange((id: string, door) => send('DELETE', door(`/invitations/${id}`), { answer: 'nothing' }));
}

export function useChangeRole(): UseMutationResult<null, Error, { id: string; role: Role }> {
  return useChange(({ id, role }: { id: string; role: Role }, door) => send('PATCH', door(`/people/${encodeURIComponent(id)}`), { answer: 'nothing', body: { role } }));
}

export function useRemoveMember(): UseMutationResult<null, Error, string> {
  return useChange((id: string, door) => send('DELETE', door(`/people/${encodeURIComponent(id)}`), { answer: 'nothing' }));
}

/** Helps somebody who forgot their password: a mail to them, or a link to hand over. */
export function useHelpWithPassword(): UseMutationResult<PasswordLink, Error, string> {
  return useChange((id: string, door) => send('POST', door(`/people/${encodeURIComponent(id)}/password-link`), { answer: 'passwordLink' }));
}

/** Leaves the organisation of the address. */
export function useLeave(): UseMutationResult<null, Error, void> {
  return useChange((_: void, door) => send('DELETE', door('/membership'), { answer: 'nothing' }), [sessionKey]);
}

type Door = (path: string) => string;

/** What is shown of people is asked anew whether the change was made or refused: somebody else may have made it first. */
function useChange<Input, Answer>(change: (input: Input, door: Door) => Promise<Answer>, also: readonly QueryKey[] = []): UseMutationResult<Answer, Error, Input> {
  const { slug } = useCurrentOrganisation();
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (input: Input) => change(input, (path) => organisationPath(slug, path)),
    onSettled: () => Promise.all([keyOf(slug), ...also].map((queryKey) => cache.invalidateQueries({ queryKey }))),
  });
}

function keyOf(slug: string): QueryKey {
  return ['organisation', slug, 'people'];
}
