import type { CreateFirstAccount, DemonstrationPlace, Locale, SecondStep, Session, SignIn } from '@portee/shared';
import { queryOptions, useMutation, useQuery, useQueryClient, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { read, send } from './client.js';
import { keepPlace } from './kept-place.js';

export const sessionKey = ['session'] as const;

export const sessionQuery = queryOptions({ queryKey: sessionKey, queryFn: ({ signal }) => read('session', 'session', signal), staleTime: 5 * 60_000 });

/** Who is signed in, where they may go, and whether the first account is still to be made. */
export function useSession(): UseQueryResult<Session> {
  return useQuery(sessionQuery);
}

export function useSignIn(): UseMutationResult<Session, Error, SignIn> {
  return useSessionChange((body: SignIn) => send('POST', 'session', { answer: 'session', body }));
}

/** The second step: whoever gave the password gives a code. */
export function useSignInByCode(): UseMutationResult<Session, Error, SecondStep> {
  return useSessionChange((body: SecondStep) => send('POST', 'session/code', { answer: 'session', body }));
}

export function useCreateFirstAccount(): UseMutationResult<Session, Error, CreateFirstAccount> {
  return useSessionChange((body: CreateFirstAccount) => send('POST', 'first-account', { answer: 'session', body }));
}

/** Answers hold names in the language they were asked in: all are asked again. */
export function useChangeLanguage(): UseMutationResult<Session, Error, Locale> {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (language: Locale) => send('PATCH', 'session/person', { answer: 'session', body: { language } }),
    onSuccess: (session) => {
      cache.setQueryData(sessionKey, session);
      return cache.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionKey[0] });
    },
  });
}

/** Null: that of the organisation. */
export function useChangeTimeZone(): UseMutationResult<Session, Error, string | null> {
  return useSessionChange((timeZone: string | null) => send('PATCH', 'session/person', { answer: 'session', body: { timeZone } }));
}

/** Signs out and forgets everything that was read. */
export function useSignOut(): UseMutationResult<null, Error, void> {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: () => send('DELETE', 'session', { answer: 'nothing' }),
    onSuccess: () => {
      cache.clear();
      keepPlace(null);
    },
  });
}

/** Loads the fictitious centre, or finds it loaded already. */
export function useLoadDemonstration(): UseMutationResult<DemonstrationPlace, Error, void> {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: () => send('POST', 'demonstration', { answer: 'demonstration' }),
    onSuccess: () => cache.invalidateQueries({ queryKey: sessionKey }),
  });
}

/** Removes the fictitious centre without trace. */
export function useRemoveDemonstration(): UseMutationResult<null, Error, void> {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: () => send('DELETE', 'demonstration', { answer: 'nothing' }),
    onSuccess: () => cache.invalidateQueries({ queryKey: sessionKey }),
  });
}

function useSessionChange<Input>(change: (input: Input) => Promise<Session>): UseMutationResult<Session, Error, Input> {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: (session) => {
      cache.setQueryData(sessionKey, session);
    },
  });
}
