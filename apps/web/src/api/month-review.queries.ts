import type { MonthlyReport, MonthReview, WriteComment } from '@portee/shared';
import { useMutation, useQuery, useQueryClient, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { read, send } from './client.js';
import { useCurrentOrganisation } from './current-organisation.js';
import { organisationKeys, organisationPath } from './organisation.queries.js';

/** What the team says of a month, and whether it is closed. */
export function useMonthReview(month: string): UseQueryResult<MonthReview> {
  const { slug } = useCurrentOrganisation();
  return useQuery({ queryKey: reviewKey(slug, month), queryFn: ({ signal }) => read('monthReview', organisationPath(slug, `/reports/${month}/review`), signal) });
}

/** A closed month by the figures of now. */
export function usePresentReport(month: string): UseQueryResult<MonthlyReport> {
  const { slug } = useCurrentOrganisation();
  return useQuery({ queryKey: [...organisationKeys.report(slug, month), 'present'], queryFn: ({ signal }) => read('monthlyReport', organisationPath(slug, `/reports/${month}?figures=present`), signal) });
}

/** Which month is said with each change: what undoes it may be asked for when another month is looked at. */
interface OfMonth { month: string }
/** `version`: the one before the reader's eyes. */
interface Seen extends OfMonth { version: number }

export function useWriteComment(): UseMutationResult<MonthReview, Error, WriteComment & OfMonth> {
  return useMonthChange((path, { comment, version }) => send('PUT', `${path}/comment`, { answer: 'monthReview', body: { comment, version } }));
}

export function useCloseMonth(): UseMutationResult<MonthReview, Error, Seen> {
  return useMonthChange((path, { version }) => send('POST', `${path}/close`, { answer: 'monthReview', body: { version } }));
}

export function useReopenMonth(): UseMutationResult<MonthReview, Error, Seen> {
  return useMonthChange((path, { version }) => send('POST', `${path}/reopen`, { answer: 'monthReview', body: { version } }));
}

/** The report is read again, also where the change was refused because somebody else was first. */
function useMonthChange<Input extends OfMonth>(change: (path: string, input: Input) => Promise<MonthReview>): UseMutationResult<MonthReview, Error, Input> {
  const { slug } = useCurrentOrganisation();
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (input) => change(organisationPath(slug, `/reports/${input.month}`), input),
    onSuccess: (review, { month }) => { cache.setQueryData(reviewKey(slug, month), review); },
    onSettled: (_answer, _error, { month }) => { void cache.invalidateQueries({ queryKey: organisationKeys.report(slug, month) }); },
  });
}

function reviewKey(slug: string, month: string): readonly string[] {
  return [...organisationKeys.report(slug, month), 'review'];
}
