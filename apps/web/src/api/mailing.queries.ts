import type { AddRecipient, ReportMailing, UpdateMailing } from '@portee/shared';
import { useMutation, useQuery, useQueryClient, type QueryKey, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { read, send } from './client.js';
import { useCurrentOrganisation } from './current-organisation.js';
import { organisationPath } from './organisation.queries.js';

/** To whom and when the report of each month leaves, and which months have left. */
export function useReportMailing(): UseQueryResult<ReportMailing> {
  const { slug } = useCurrentOrganisation();
  return useQuery({ queryKey: keyOf(slug), queryFn: ({ signal }) => read('reportMailing', pathOf(slug), signal) });
}

export function useSetMailing(): UseMutationResult<null, Error, UpdateMailing> {
  return useChange((body, path) => send('PUT', path, { answer: 'nothing', body }));
}

export function useAddRecipient(): UseMutationResult<null, Error, AddRecipient> {
  return useChange((body, path) => send('POST', `${path}/recipients`, { answer: 'nothing', body }));
}

export function useRemoveRecipient(): UseMutationResult<null, Error, string> {
  return useChange((id, path) => send('DELETE', `${path}/recipients/${id}`, { answer: 'nothing' }));
}

export function useSendReport(): UseMutationResult<null, Error, { month: string; again: boolean }> {
  return useChange(({ month, again }, path) => send('POST', `${path}/months/${month}`, { answer: 'nothing', body: { again } }));
}

/** This month does not leave. */
export function useSkipReport(): UseMutationResult<null, Error, string> {
  return useChange((month, path) => send('DELETE', `${path}/months/${month}`, { answer: 'nothing' }));
}

/** To oneself, as the others would receive it. */
export function useTrialReport(): UseMutationResult<null, Error, string> {
  return useChange((month, path) => send('POST', `${path}/months/${month}/trial`, { answer: 'nothing' }));
}

/** Asked anew whether the change was made or refused: somebody else may have made it first. */
function useChange<Input>(change: (input: Input, path: string) => Promise<null>): UseMutationResult<null, Error, Input> {
  const { slug } = useCurrentOrganisation();
  const cache = useQueryClient();
  return useMutation({ mutationFn: (input: Input) => change(input, pathOf(slug)), onSettled: () => cache.invalidateQueries({ queryKey: keyOf(slug) }) });
}

function pathOf(slug: string): string {
  return organisationPath(slug, '/report-mailing');
}

function keyOf(slug: string): QueryKey {
  return ['organisation', slug, 'report-mailing'];
}
