import type { Experiment, ExperimentProposal, PlacedPost, PlacePost, StartExperiment } from '@portee/shared';
import { useQuery, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { read, send } from './client.js';
import { useCurrentOrganisation } from './current-organisation.js';
import { organisationPath } from './organisation.queries.js';
import { planKey, usePlanChange } from './plan.queries.js';

/** Those under way and those that are over, the latest started first. */
export function useExperiments(): UseQueryResult<Experiment[]> {
  const { slug } = useCurrentOrganisation();
  return useQuery({ queryKey: [...planKey(slug), 'experiments'], queryFn: ({ signal }) => read('experiments', organisationPath(slug, '/plan/experiments'), signal) });
}

/** What an experiment on a recommendation would take. @param sees  the effect to be seen; null: the one that the recommendation shows */
export function useExperimentProposal(recommendationId: string, sees: number | null): UseQueryResult<ExperimentProposal> {
  const { slug } = useCurrentOrganisation();
  const asked = new URLSearchParams({ recommendationId, ...(sees === null ? {} : { sees: String(sees) }) }).toString();
  return useQuery({
    queryKey: [...planKey(slug), 'experiment-proposal', recommendationId, sees],
    queryFn: ({ signal }) => read('experimentProposal', organisationPath(slug, `/plan/experiments/proposal?${asked}`), signal),
  });
}

export function useStartExperiment(): UseMutationResult<Experiment, Error, StartExperiment> {
  return usePlanChange(({ slug, input }) => send('POST', organisationPath(slug, '/plan/experiments'), { answer: 'experiment', body: input }));
}

/** Plans a post for it: the answer says what was drawn. */
export function usePlaceForExperiment(id: string): UseMutationResult<PlacedPost, Error, PlacePost> {
  return usePlanChange(({ slug, input }) => send('POST', pathOf(slug, id, 'posts'), { answer: 'placedPost', body: input }));
}

type Changed = Pick<Experiment, 'id' | 'version'>;

/** More slots, for posts that were lost. */
export function useExtendExperiment(): UseMutationResult<Experiment, Error, Changed> {
  return usePlanChange(({ slug, input: { id, version } }) => send('POST', pathOf(slug, id, 'extension'), { answer: 'experiment', body: { version } }));
}

/** Kept, and never read. */
export function useGiveUpExperiment(): UseMutationResult<Experiment, Error, Changed> {
  return usePlanChange(({ slug, input: { id, version } }) => send('POST', pathOf(slug, id, 'giving-up'), { answer: 'experiment', body: { version } }));
}

function pathOf(slug: string, id: string, door: 'posts' | 'extension' | 'giving-up'): string {
  return organisationPath(slug, `/plan/experiments/${encodeURIComponent(id)}/${door}`);
}
