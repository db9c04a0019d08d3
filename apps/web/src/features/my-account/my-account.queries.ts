import type { ChangePassword, OpenSession } from '@portee/shared';
import { useMutation, useQuery, useQueryClient, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { read, send } from '../../api/client.js';

const key = ['sessions'] as const;

/** The devices on which one is signed in. */
export function useOpenSessions(): UseQueryResult<OpenSession[]> {
  return useQuery({ queryKey: key, queryFn: ({ signal }) => read('openSessions', 'sessions', signal) });
}

export function useEndSession(): UseMutationResult<null, Error, string> {
  return useChange((id: string) => send('DELETE', `sessions/${encodeURIComponent(id)}`, { answer: 'nothing' }));
}

export function useEndOtherSessions(): UseMutationResult<null, Error, void> {
  return useChange(() => send('DELETE', 'sessions', { answer: 'nothing' }));
}

/** Every other device is signed out by it. */
export function useChangePassword(): UseMutationResult<null, Error, ChangePassword> {
  return useChange((body: ChangePassword) => send('PUT', 'session/password', { answer: 'nothing', body }));
}

function useChange<Input>(change: (input: Input) => Promise<null>): UseMutationResult<null, Error, Input> {
  const cache = useQueryClient();
  return useMutation({ mutationFn: change, onSettled: () => cache.invalidateQueries({ queryKey: key }) });
}
