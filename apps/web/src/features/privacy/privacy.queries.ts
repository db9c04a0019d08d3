import type { DeleteOrganisation, Expired, OrganisationDeletion, ProcessingRegister, RegisterFields, Retention } from '@portee/shared';
import { useMutation, useQuery, useQueryClient, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { read, send } from '../../api/client.js';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { organisationKeys, organisationPath } from '../../api/organisation.queries.js';
import { sessionKey } from '../../api/session.queries.js';

const keyOf = (slug: string, what: string): readonly string[] => [...organisationKeys.all(slug), 'privacy', what];

/** For how long things are kept. */
export function useRetention(): UseQueryResult<Retention> {
  const { slug } = useCurrentOrganisation();
  return useQuery({ queryKey: keyOf(slug, 'retention'), queryFn: ({ signal }) => read('retention', organisationPath(slug, '/privacy/retention'), signal) });
}

/** What such settings would delete now. */
export function useTryRetention(): UseMutationResult<Expired, Error, Retention> {
  const { slug } = useCurrentOrganisation();
  return useMutation({ mutationFn: (body: Retention) => send('POST', organisationPath(slug, '/privacy/retention/trial'), { answer: 'expired', body }) });
}

export function useKeepFor(): UseMutationResult<Expired, Error, Retention> {
  return useChange((body: Retention, slug) => send('PUT', organisationPath(slug, '/privacy/retention'), { answer: 'expired', body }));
}

export function useRegister(): UseQueryResult<ProcessingRegister> {
  const { slug } = useCurrentOrganisation();
  return useQuery({ queryKey: keyOf(slug, 'register'), queryFn: ({ signal }) => read('register', organisationPath(slug, '/privacy/register'), signal) });
}

export function useWriteRegister(): UseMutationResult<ProcessingRegister, Error, RegisterFields> {
  return useChange((body: RegisterFields, slug) => send('PUT', organisationPath(slug, '/privacy/register'), { answer: 'register', body }));
}

/** What would go with the organisation. */
export function useDeletion(): UseQueryResult<OrganisationDeletion> {
  const { slug } = useCurrentOrganisation();
  return useQuery({ queryKey: keyOf(slug, 'deletion'), queryFn: ({ signal }) => read('organisationDeletion', organisationPath(slug, '/deletion'), signal) });
}

/** Nothing of it is asked anew when it goes at once: it is no more. */
export function useDeleteOrganisation(): UseMutationResult<null, Error, DeleteOrganisation> {
  const cache = useQueryClient();
  const { slug } = useCurrentOrganisation();
  return useMutation({
    mutationFn: (body: DeleteOrganisation) => send('POST', organisationPath(slug, '/deletion'), { answer: 'nothing', body }),
    onSuccess: (_, { isNow }) => cache.invalidateQueries({ queryKey: isNow ? sessionKey : organisationKeys.all(slug) }),
  });
}

function useChange<Input, Answer>(change: (input: Input, slug: string) => Promise<Answer>): UseMutationResult<Answer, Error, Input> {
  const cache = useQueryClient();
  const { slug } = useCurrentOrganisation();
  return useMutation({ mutationFn: (input: Input) => change(input, slug), onSuccess: () => cache.invalidateQueries({ queryKey: organisationKeys.all(slug) }) });
}
