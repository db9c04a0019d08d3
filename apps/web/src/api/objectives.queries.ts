import type { CreateObjective, Objective, UpdateObjective } from '@portee/shared';
import { useMutation, useQuery, useQueryClient, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { read, send } from './client.js';
import { useCurrentOrganisation } from './current-organisation.js';
import { organisationKeys, organisationPath } from './organisation.queries.js';

/** What channels are to reach, the latest quarter first, with how far they are. */
export function useObjectives(): UseQueryResult<Objective[]> {
  const { slug } = useCurrentOrganisation();
  return useQuery({ queryKey: keyOf(slug), queryFn: ({ signal }) => read('objectives', organisationPath(slug, '/plan/objectives'), signal) });
}

/** Sets a new objective, or an existing one anew. */
export function useKeepObjective(): UseMutationResult<Objective, Error, { id: null; objective: CreateObjective } | { id: string; objective: UpdateObjective }> {
  return useChange(({ slug, input: { id, objective } }) => (id === null
    ? send('POST', organisationPath(slug, '/plan/objectives'), { answer: 'objective', body: objective })
    : send('PUT', organisationPath(slug, `/plan/objectives/${encodeURIComponent(id)}`), { answer: 'objective', body: objective })));
}

export function useRemoveObjective(): UseMutationResult<null, Error, string> {
  return useChange(({ slug, input }) => send('DELETE', organisationPath(slug, `/plan/objectives/${encodeURIComponent(input)}`), { answer: 'nothing' }));
}

export function useRestoreObjective(): UseMutationResult<Objective, Error, string> {
  return useChange(({ slug, input }) => send('POST', organisationPath(slug, `/plan/objectives/${encodeURIComponent(input)}/restore`), { answer: 'objective' }));
}

function keyOf(slug: string): readonly string[] {
  return [...organisationKeys.all(slug), 'objectives'];
}

function useChange<Answer, Input>(change: (asked: { slug: string; input: Input }) => Promise<Answer>): UseMutationResult<Answer, Error, Input> {
  const { slug } = useCurrentOrganisation();
  const cache = useQueryClient();
  return useMutation({ mutationFn: (input) => change({ slug, input }), onSettled: () => { void cache.invalidateQueries({ queryKey: keyOf(slug) }); } });
}
