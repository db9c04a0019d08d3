import type { MonthlyReport, MonthReview, WriteComment } from '@portee/shared';
import { useMutation, useQuery, useQueryClient, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { read, send } from './client.js';
import { useCurrentOrganisation } from './current-organisation.js';
import { organisationKeys, organisationPath } from './organisation.queries.js';

/** What the team says of a month, and whether it is closed. */
export function useMonthReview(month: string): UseQueryResult<MonthReview> {
  const { slug } = useCurrentOrganisation();
  return useQuery({ queryKey: [...organisationKeys.report(slug, month), 'review'], queryFn: ({ signal }) => read('monthReview', organisationPath(slug, `/reports/${month}/review`), signal) });
}

/** A closed month by the figures of now. */
export function usePresentReport(month: string): UseQueryResult<MonthlyReport> {
  const { slug } = useCurrentOrganisation();
  return useQuery({ queryKey: [...organisationKeys.report(slug, month), 'present'], queryFn: ({ signal }) => read('monthlyReport', organisationPath(slug, `/reports/${month}?figures=present`), signal) });
}

export function useWriteComment(month: string): UseMutationResult<MonthReview, Error, WriteComment> {
  return useMonthChange(month, ({ path, input }) => send('PUT', `${path}/comment`, { answer: 'monthReview', body: input }));
}

/** By the version before the reader's eyes. */
export function useCloseMonth(month: string): UseMutationResult<MonthReview, Error, number> {
  return useMonthChange(month, ({ path, input }) => send('POST', `${path}/close`, { answer: 'monthReview', body: { version: input } }));
}

export function useReopenMonth(month: string): UseMutationResult<MonthReview, Error, number> {
  return useMonthChange(month, ({ path, input }) => send('POST', `${path}/reopen`, { answer: 'monthReview', body: { version: input } }));
}

/** The report is read again, also where the change was refused because somebody else was first. */
function useMonthChange<Input>(month: string, change: (asked: { path: string; input: Input }) => Promise<MonthReview>): UseMutationResult<MonthReview, Error, Input> {
  const { slug } = useCurrentOrganisation();
  const cache = useQueryClient();
  return useMutation({ mutationFn: (input) => change({ path: organisationPath(slug, `/reports/${month}`), input }), onSettled: () => { void cache.invalidateQueries({ queryKey: organisationKeys.report(slug, month) }); } });
}
