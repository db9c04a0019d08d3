import type { BeginDirectory, DirectoryAddress, LinkDirectory, WaysIn } from '@portee/shared';
import { useMutation, useQuery, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { read, send } from './client.js';

export const waysInKey = ['ways-in'] as const;

/** By which ways one signs in. */
export function useWaysIn(): UseQueryResult<WaysIn> {
  return useQuery({ queryKey: waysInKey, queryFn: ({ signal }) => read('waysIn', 'session/directory', signal) });
}

/** Leaves for the directory, to sign in or to take an invitation up. */
export function useGoToDirectory(): UseMutationResult<DirectoryAddress, Error, Partial<BeginDirectory>> {
  return useMutation({ mutationFn: (body: Partial<BeginDirectory>) => send('POST', 'session/directory', { answer: 'directoryAddress', body }), onSuccess: leave });
}

/** Leaves for the directory, to link one’s account. */
export function useLinkDirectory(): UseMutationResult<DirectoryAddress, Error, LinkDirectory> {
  return useMutation({ mutationFn: (body: LinkDirectory) => send('POST', 'session/directory/link', { answer: 'directoryAddress', body }), onSuccess: leave });
}

function leave({ address }: DirectoryAddress): void {
  location.assign(address);
}
