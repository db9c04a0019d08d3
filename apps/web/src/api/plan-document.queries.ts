import type { PlanDocument, WritePlanDocument } from '@portee/shared';
import { useMutation, useQuery, useQueryClient, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { addressOf } from './address.js';
import { read, send } from './client.js';
import { useCurrentOrganisation } from './current-organisation.js';
import { organisationPath } from './organisation.queries.js';
import { planKey } from './plan.queries.js';

/** What the team wrote of its plan, and what is known beside it. */
export function usePlanDocument(): UseQueryResult<PlanDocument> {
  const { slug } = useCurrentOrganisation();
  return useQuery({ queryKey: documentKey(slug), queryFn: ({ signal }) => read('planDocument', organisationPath(slug, '/plan/document'), signal) });
}

/** Where it is fetched to be printed. */
export function usePlanPaper(): string {
  const { slug } = useCurrentOrganisation();
  return addressOf(organisationPath(slug, '/plan/document.pdf'));
}

/** The whole of what the team writes; read again also where it was refused because somebody else was first. */
export function useWritePlan(): UseMutationResult<PlanDocument, Error, WritePlanDocument> {
  const { slug } = useCurrentOrganisation();
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (body) => send('PUT', organisationPath(slug, '/plan/document'), { answer: 'planDocument', body }),
    onSuccess: (document) => { cache.setQueryData(documentKey(slug), document); },
    onError: () => { void cache.invalidateQueries({ queryKey: documentKey(slug) }); },
  });
}

function documentKey(slug: string): readonly string[] {
  return [...planKey(slug), 'document'];
}
