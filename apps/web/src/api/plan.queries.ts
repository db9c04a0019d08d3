import type { CreatePlanLine, DecideRecommendation, PlanLine, RecommendationDecision, UpdatePlanLine } from '@portee/shared';
import { useMutation, useQuery, useQueryClient, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { read, send } from './client.js';
import { useCurrentOrganisation } from './current-organisation.js';
import { organisationKeys, organisationPath } from './organisation.queries.js';

/** What was decided of recommendations, the latest first; those that no longer stand too. */
export function useDecisions(): UseQueryResult<RecommendationDecision[]> {
  const { slug } = useCurrentOrganisation();
  return useQuery({ queryKey: [...planKey(slug), 'decisions'], queryFn: ({ signal }) => read('decisions', organisationPath(slug, '/plan/decisions'), signal) });
}

export function usePlanLines(): UseQueryResult<PlanLine[]> {
  const { slug } = useCurrentOrganisation();
  return useQuery({ queryKey: [...planKey(slug), 'lines'], queryFn: ({ signal }) => read('planLines', organisationPath(slug, '/plan/lines'), signal) });
}

export interface Deciding { recommendationId: string; decision: DecideRecommendation }

export function useDecide(): UseMutationResult<RecommendationDecision, Error, Deciding> {
  return usePlanChange(({ slug, input: { recommendationId, decision } }) => send('POST', organisationPath(slug, `/recommendations/${encodeURIComponent(recommendationId)}/decision`), { answer: 'decision', body: decision }));
}

/** Takes this very decision back, with its line; refused where another one stands by now. */
export function useWithdrawDecision(): UseMutationResult<RecommendationDecision | null, Error, Pick<RecommendationDecision, 'id' | 'recommendationId'>> {
  return usePlanChange(({ slug, input: { id, recommendationId } }) => send('DELETE', organisationPath(slug, `/recommendations/${encodeURIComponent(recommendationId)}/decision?decision=${encodeURIComponent(id)}`), { answer: 'decisionOrNone' }));
}

/** Writes a new line, or an existing one anew. */
export function useKeepLine(): UseMutationResult<PlanLine, Error, { id: null; line: CreatePlanLine } | { id: string; line: UpdatePlanLine }> {
  return usePlanChange(({ slug, input: { id, line } }) => (id === null
    ? send('POST', organisationPath(slug, '/plan/lines'), { answer: 'planLine', body: line })
    : send('PUT', organisationPath(slug, `/plan/lines/${encodeURIComponent(id)}`), { answer: 'planLine', body: line })));
}

export function useRemoveLine(): UseMutationResult<null, Error, string> {
  return usePlanChange(({ slug, input }) => send('DELETE', organisationPath(slug, `/plan/lines/${encodeURIComponent(input)}`), { answer: 'nothing' }));
}

export function useRestoreLine(): UseMutationResult<PlanLine, Error, string> {
  return usePlanChange(({ slug, input }) => send('POST', organisationPath(slug, `/plan/lines/${encodeURIComponent(input)}/restore`), { answer: 'planLine' }));
}

export function planKey(slug: string): readonly string[] {
  return [...organisationKeys.all(slug), 'plan'];
}

/** A change to the plan: all that was read of it is read again, also where it was refused because somebody else changed it. Nobody waits for that: what was decided upon would be gone before it could say so. */
export function usePlanChange<Answer, Input>(change: (asked: { slug: string; input: Input }) => Promise<Answer>): UseMutationResult<Answer, Error, Input> {
  const { slug } = useCurrentOrganisation();
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (input) => change({ slug, input }),
    onSettled: () => {
      // Reports tell what was decided of recommendations.
      for (const queryKey of [planKey(slug), [...organisationKeys.all(slug), 'report']]) void cache.invalidateQueries({ queryKey });
    },
  });
}
