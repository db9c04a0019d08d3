import type { NetworkApplication, SetNetworkApplication } from '@portee/shared';
import { useMutation, useQuery, useQueryClient, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { read, send } from '../../api/client.js';

const key = ['hosting', 'applications'] as const;
const DOOR = 'hosting/applications';

/** Refused to everybody but the host of the installation: then there is nothing to show. */
export function useApplications(): UseQueryResult<NetworkApplication[]> {
  return useQuery({ queryKey: key, queryFn: ({ signal }) => read('applications', DOOR, signal) });
}

export function useSetApplication(network: string): UseMutationResult<NetworkApplication[], Error, SetNetworkApplication> {
  return useChange((body: SetNetworkApplication) => send('PUT', `${DOOR}/${encodeURIComponent(network)}`, { answer: 'applications', body }));
}

export function useRemoveApplication(network: string): UseMutationResult<NetworkApplication[], Error, void> {
  return useChange(() => send('DELETE', `${DOOR}/${encodeURIComponent(network)}`, { answer: 'applications' }));
}

function useChange<Input>(change: (input: Input) => Promise<NetworkApplication[]>): UseMutationResult<NetworkApplication[], Error, Input> {
  const cache = useQueryClient();
  return useMutation({ mutationFn: change, onSuccess: (applications) => { cache.setQueryData(key, applications); } });
}
