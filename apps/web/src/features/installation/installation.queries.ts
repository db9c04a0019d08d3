import type { CreateHostedOrganisation, HostedOrganisation, HostPerson, InstallationHealth, NewHostedOrganisation, UpdateHostedOrganisation } from '@portee/shared';
import { useMutation, useQuery, useQueryClient, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { read, send } from '../../api/client.js';

const [organisations, hosts, health] = [['hosting', 'organisations'], ['hosting', 'hosts'], ['hosting', 'health']] as const;
const HEALTH_EVERY_MS = 30_000;

export function useHostedOrganisations(): UseQueryResult<HostedOrganisation[]> {
  return useQuery({ queryKey: organisations, queryFn: ({ signal }) => read('hostedOrganisations', 'hosting/organisations', signal) });
}

/** Asked again while somebody looks. */
export function useInstallationHealth(): UseQueryResult<InstallationHealth> {
  return useQuery({ queryKey: health, queryFn: ({ signal }) => read('installationHealth', 'hosting/health', signal), refetchInterval: HEALTH_EVERY_MS });
}

export function useHosts(): UseQueryResult<HostPerson[]> {
  return useQuery({ queryKey: hosts, queryFn: ({ signal }) => read('hosts', 'hosting/hosts', signal) });
}

export function useFoundOrganisation(): UseMutationResult<NewHostedOrganisation, Error, CreateHostedOrganisation> {
  return useChange(organisations, (body) => send('POST', 'hosting/organisations', { answer: 'newHostedOrganisation', body }));
}

export function useSetLimits(id: string): UseMutationResult<HostedOrganisation, Error, UpdateHostedOrganisation> {
  return useChange(organisations, (body) => send('PATCH', `hosting/organisations/${id}`, { answer: 'hostedOrganisation', body }));
}

export function useNameHost(): UseMutationResult<HostPerson[], Error, string> {
  return useChange(hosts, (email) => send('POST', 'hosting/hosts', { answer: 'hosts', body: { email } }));
}

export function useRemoveHost(): UseMutationResult<null, Error, string> {
  return useChange(hosts, (id) => send('DELETE', `hosting/hosts/${encodeURIComponent(id)}`, { answer: 'nothing' }));
}

function useChange<Input, Answer>(queryKey: readonly string[], change: (input: Input) => Promise<Answer>): UseMutationResult<Answer, Error, Input> {
  const cache = useQueryClient();
  return useMutation({ mutationFn: change, onSettled: () => cache.invalidateQueries({ queryKey }) });
}
