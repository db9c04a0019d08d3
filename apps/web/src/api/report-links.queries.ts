import type { CreateReportLink, NewReportLink, ReportLink } from '@portee/shared';
import { useMutation, useQuery, useQueryClient, type QueryKey, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { read, send } from './client.js';
import { useCurrentOrganisation } from './current-organisation.js';
import { organisationPath } from './organisation.queries.js';

/** Links by which reports are read without an account, latest first. */
export function useReportLinks(): UseQueryResult<ReportLink[]> {
  const { slug } = useCurrentOrganisation();
  return useQuery({ queryKey: keyOf(slug), queryFn: ({ signal }) => read('reportLinks', pathOf(slug), signal) });
}

/** Makes a link, which is told this once. */
export function useShareReport(): UseMutationResult<NewReportLink, Error, CreateReportLink> {
  return useChange((body, path) => send('POST', path, { answer: 'newReportLink', body }));
}

/** From then on it opens nothing. */
export function useTakeBackReportLink(): UseMutationResult<null, Error, string> {
  return useChange((id, path) => send('DELETE', `${path}/${id}`, { answer: 'nothing' }));
}

/** Asked anew whether the change was made or refused: somebody else may have made it first. */
function useChange<Input, Answer>(change: (input: Input, path: string) => Promise<Answer>): UseMutationResult<Answer, Error, Input> {
  const { slug } = useCurrentOrganisation();
  const cache = useQueryClient();
  return useMutation({ mutationFn: (input: Input) => change(input, pathOf(slug)), onSettled: () => cache.invalidateQueries({ queryKey: keyOf(slug) }) });
}

function pathOf(slug: string): string {
  return organisationPath(slug, '/report-links');
}

function keyOf(slug: string): QueryKey {
  return ['organisation', slug, 'report-links'];
}
