import type { Channel, ChooseChannels, Connection, StartConnection } from '@portee/shared';
import { useMutation, useQuery, useQueryClient, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { read, send } from '../../api/client.js';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { organisationKeys, organisationPath } from '../../api/organisation.queries.js';

/** Begins a connection. What the network found is kept for the connection's own page. */
export function useBeginConnection(): UseMutationResult<Connection, Error, StartConnection> {
  const cache = useQueryClient();
  const { slug } = useCurrentOrganisation();
  return useMutation({
    mutationFn: (body: StartConnection) => send('POST', organisationPath(slug, '/connections'), { answer: 'connection', body }),
    onSuccess: (connection) => { cache.setQueryData(connectionKey(slug, connection.id), connection); },
  });
}

export function useConnection(id: string): UseQueryResult<Connection> {
  const { slug } = useCurrentOrganisation();
  const path = organisationPath(slug, `/connections/${encodeURIComponent(id)}`);
  return useQuery({ queryKey: connectionKey(slug, id), queryFn: ({ signal }) => read('connection', path, signal), refetchOnWindowFocus: false });
}

/** Tries and saves. The connection itself is gone then: it is not read again. */
export function useChooseChannels(id: string): UseMutationResult<Channel[], Error, ChooseChannels> {
  const cache = useQueryClient();
  const { slug } = useCurrentOrganisation();
  return useMutation({
    mutationFn: (body: ChooseChannels) => send('POST', organisationPath(slug, `/connections/${encodeURIComponent(id)}/choose`), { answer: 'channels', body }),
    onSuccess: () => { void cache.invalidateQueries({ queryKey: organisationKeys.all(slug) }); },
  });
}

/** Outside the organisation's own keys: a change of figures does not touch it. */
function connectionKey(slug: string, id: string): readonly string[] {
  return ['connection', slug, id];
}
