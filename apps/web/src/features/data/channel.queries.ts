import type {
  Channel, ChannelDeletion, CreateChannel, DeclareUnpaid, EnterFollowers, EnterMonthlyFigure, FollowersOnDay, MonthlyFigure, UnpaidPeriod, UpdateChannel,
} from '@portee/shared';
import { useMutation, useQuery, useQueryClient, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { read, send } from '../../api/client.js';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { organisationKeys, organisationPath } from '../../api/organisation.queries.js';

export function useFollowers(channelId: string): UseQueryResult<FollowersOnDay[]> {
  const { key, path } = useDoor(channelId, 'followers');
  return useQuery({ queryKey: key, queryFn: ({ signal }) => read('followers', path, signal) });
}

export function useMonthlyFigures(channelId: string): UseQueryResult<MonthlyFigure[]> {
  const { key, path } = useDoor(channelId, 'monthly-figures');
  return useQuery({ queryKey: key, queryFn: ({ signal }) => read('monthlyFigures', path, signal) });
}

export function useUnpaidPeriods(channelId: string): UseQueryResult<UnpaidPeriod[]> {
  const { key, path } = useDoor(channelId, 'unpaid-periods');
  return useQuery({ queryKey: key, queryFn: ({ signal }) => read('unpaidPeriods', path, signal) });
}

export function useCreateChannel(): UseMutationResult<Channel, Error, CreateChannel> {
  const { slug } = useCurrentOrganisation();
  return useChange((body: CreateChannel) => send('POST', organisationPath(slug, '/channels'), { answer: 'channel', body }));
}

export function useUpdateChannel(channelId: string): UseMutationResult<Channel, Error, UpdateChannel> {
  const { path } = useDoor(channelId);
  return useChange((body: UpdateChannel) => send('PATCH', path, { answer: 'channel', body }));
}

/** What would go with a channel: asked for when somebody means to delete it. */
export function useChannelDeletion(channelId: string): UseQueryResult<ChannelDeletion> {
  const { key, path } = useDoor(channelId, 'deletion');
  return useQuery({ queryKey: key, queryFn: ({ signal }) => read('channelDeletion', path, signal) });
}

export function useRemoveChannel(channelId: string): UseMutationResult<null, Error, 'keep' | 'erase'> {
  const { path } = useDoor(channelId);
  return useChange((closedMonths: 'keep' | 'erase') => send('DELETE', `${path}?closedMonths=${closedMonths}`, { answer: 'nothing' }));
}

export function useDisconnectChannel(channelId: string): UseMutationResult<Channel, Error, void> {
  const { path } = useDoor(channelId, 'disconnect');
  return useChange(() => send('POST', path, { answer: 'channel' }));
}

export function useEnterFollowers(channelId: string): UseMutationResult<FollowersOnDay[], Error, EnterFollowers> {
  const { path } = useDoor(channelId, 'followers');
  return useChange((body: EnterFollowers) => send('POST', path, { answer: 'followers', body }));
}

export function useEnterMonthlyFigure(channelId: string): UseMutationResult<MonthlyFigure[], Error, EnterMonthlyFigure> {
  const { path } = useDoor(channelId, 'monthly-figures');
  return useChange((body: EnterMonthlyFigure) => send('POST', path, { answer: 'monthlyFigures', body }));
}

export function useDeclareUnpaid(channelId: string): UseMutationResult<UnpaidPeriod[], Error, DeclareUnpaid> {
  const { path } = useDoor(channelId, 'unpaid-periods');
  return useChange((body: DeclareUnpaid) => send('POST', path, { answer: 'unpaidPeriods', body }));
}

export function useWithdrawUnpaid(channelId: string): UseMutationResult<UnpaidPeriod[], Error, string> {
  const { path } = useDoor(channelId, 'unpaid-periods');
  return useChange((periodId: string) => send('DELETE', `${path}/${periodId}`, { answer: 'unpaidPeriods' }));
}

/** Address and cache key of one of a channel's doors. */
function useDoor(channelId: string, door?: string): { key: readonly string[]; path: string } {
  const { slug } = useCurrentOrganisation();
  const path = organisationPath(slug, `/channels/${encodeURIComponent(channelId)}${door === undefined ? '' : `/${door}`}`);
  return { key: [...organisationKeys.channels(slug), channelId, door ?? 'channel'], path };
}

/**
 * A change to one channel may move every figure of the organisation: all that was read of it is read again. Nobody waits for
 * that: a form that the new figures make superfluous would be gone before it could say that it was saved.
 */
function useChange<Answer, Input>(change: (input: Input) => Promise<Answer>): UseMutationResult<Answer, Error, Input> {
  const cache = useQueryClient();
  const { slug } = useCurrentOrganisation();
  return useMutation({ mutationFn: change, onSuccess: () => { void cache.invalidateQueries({ queryKey: organisationKeys.all(slug) }); } });
}
