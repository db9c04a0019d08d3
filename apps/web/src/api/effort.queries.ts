import type { ChannelEffort, EffortMonth, EnterEfforts, EnterPostSpend } from '@portee/shared';
import { useMutation, useQuery, useQueryClient, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { read, send } from './client.js';
import { useCurrentOrganisation } from './current-organisation.js';
import { organisationKeys, organisationPath } from './organisation.queries.js';

/** Hours and euros of every channel, month by month. */
export function useEffort(span: { from: string; to: string }): UseQueryResult<ChannelEffort[]> {
  const { slug } = useCurrentOrganisation();
  return useQuery({
    queryKey: [...effortKey(slug), span.from, span.to],
    queryFn: ({ signal }) => read('efforts', organisationPath(slug, `/effort?${new URLSearchParams(span).toString()}`), signal),
  });
}

/** Enters a month of several channels: it is known at once, and contacts for an hour and for a euro are read again. */
export function useEnterEfforts(): UseMutationResult<ChannelEffort[], Error, EnterEfforts & { month: string }> {
  const { slug } = useCurrentOrganisation();
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ month, channels }) => send('PUT', organisationPath(slug, `/effort/${month}`), { answer: 'efforts', body: { channels } }),
    onSuccess: (told) => {
      cache.setQueriesData<ChannelEffort[]>({ queryKey: effortKey(slug) }, (known) => known?.map((channel) => withMonths(channel, told)));
      void cache.invalidateQueries({ queryKey: organisationKeys.all(slug) });
    },
  });
}

/** The same months, each as it was told last. */
function withMonths({ channelId, months }: ChannelEffort, told: readonly ChannelEffort[]): ChannelEffort {
  const anew = told.find((channel) => channel.channelId === channelId)?.months ?? [];
  return { channelId, months: months.map((month) => anew.find((one) => one.month === month.month) ?? month) };
}

function effortKey(slug: string): readonly string[] {
  return [...organisationKeys.all(slug), 'effort'];
}

/** One month of one channel. */
export function useMonthOfChannel({ channelId, month }: { channelId: string; month: string }): UseQueryResult<EffortMonth> {
  const { slug } = useCurrentOrganisation();
  return useQuery({
    queryKey: [...organisationKeys.all(slug), 'effort-of-channel', channelId, month],
    queryFn: async ({ signal }) => {
      const [known] = await read('effortMonths', organisationPath(slug, `/channels/${encodeURIComponent(channelId)}/effort?${new URLSearchParams({ from: month, to: month }).toString()}`), signal);
      if (known === undefined) throw new RangeError(`no answer for ${month}`);
      return known;
    },
  });
}

/** What pushing a post cost; null takes it back. */
export function useEnterPostSpend(postId: string): UseMutationResult<EffortMonth, Error, EnterPostSpend> {
  const { slug } = useCurrentOrganisation();
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (body) => send('PUT', organisationPath(slug, `/posts/${encodeURIComponent(postId)}/spend`), { answer: 'effortMonth', body }),
    onSuccess: () => { void cache.invalidateQueries({ queryKey: organisationKeys.all(slug) }); },
  });
}
