import type { Channel, MonthlyReport, Network, OrganisationView, UpdateOrganisation } from '@portee/shared';
import { keepPreviousData, queryOptions, useMutation, useQuery, useQueryClient, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { read, send } from './client.js';
import { sessionKey } from './session.queries.js';

/** Every key of an organisation starts with its slug: one call forgets all that a change may have touched. */
export const organisationKeys = {
  all: (slug: string) => ['organisation', slug] as const,
  view: (slug: string) => ['organisation', slug, 'view'] as const,
  channels: (slug: string) => ['organisation', slug, 'channels'] as const,
  report: (slug: string, month: string) => ['organisation', slug, 'report', month] as const,
};
const networksKey = ['networks'] as const;

/** The path of an organisation's door under `/api/v1`. */
export function organisationPath(slug: string, door = ''): string {
  return `organisations/${encodeURIComponent(slug)}${door}`;
}

export const organisationQuery = (slug: string) => queryOptions({ queryKey: organisationKeys.view(slug), queryFn: ({ signal }) => read('organisation', organisationPath(slug), signal) });

export function useOrganisation(slug: string): UseQueryResult<OrganisationView> {
  return useQuery(organisationQuery(slug));
}

export function useChannels(slug: string): UseQueryResult<Channel[]> {
  return useQuery({ queryKey: organisationKeys.channels(slug), queryFn: ({ signal }) => read('channels', organisationPath(slug, '/channels'), signal) });
}

/** The month as one value. While the next month loads, the one before stays on screen (`isPlaceholderData`). */
export function useMonthlyReport(slug: string, month: string): UseQueryResult<MonthlyReport> {
  return useQuery({
    queryKey: organisationKeys.report(slug, month),
    queryFn: ({ signal }) => read('monthlyReport', organisationPath(slug, `/reports/${month}`), signal),
    placeholderData: keepPreviousData,
  });
}

/** Every network as data: its label, icon, and what it tells and does not tell. */
export function useNetworks(): UseQueryResult<Network[]> {
  return useQuery({ queryKey: networksKey, queryFn: ({ signal }) => read('networks', 'networks', signal), staleTime: Infinity });
}

export function useUpdateOrganisation(slug: string): UseMutationResult<OrganisationView, Error, UpdateOrganisation> {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (body: UpdateOrganisation) => send('PATCH', organisationPath(slug), { answer: 'organisation', body }),
    onSuccess: async () => {
      await Promise.all([cache.invalidateQueries({ queryKey: organisationKeys.all(slug) }), cache.invalidateQueries({ queryKey: sessionKey })]);
    },
  });
}
