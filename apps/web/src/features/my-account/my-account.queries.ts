import type { AddressChange, BegunSecondFactor, ChangeAddress, ChangePassword, MyNotices, OpenSession, RecoveryCodes, SelfProof } from '@portee/shared';
import { useMutation, useQuery, useQueryClient, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { read, send } from '../../api/client.js';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { waysInKey } from '../../api/directory.queries.js';
import { organisationPath } from '../../api/organisation.queries.js';
import { sessionKey } from '../../api/session.queries.js';

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

export function useChangeAddress(): UseMutationResult<AddressChange, Error, ChangeAddress> {
  return useChange((body: ChangeAddress) => send('POST', 'account-links/address', { answer: 'addressChange', body }));
}

/** Prepares a second factor: nothing is asked for until it is confirmed. */
export function useBeginSecondFactor(): UseMutationResult<BegunSecondFactor, Error, string> {
  return useChange((password: string) => send('POST', 'second-factor', { answer: 'begunSecondFactor', body: { password } }));
}

export function useConfirmSecondFactor(): UseMutationResult<null, Error, string> {
  return useChange((code: string) => send('PUT', 'second-factor', { answer: 'nothing', body: { code } }));
}

export function useEndSecondFactor(): UseMutationResult<null, Error, string> {
  return useChange((password: string) => send('POST', 'second-factor/end', { answer: 'nothing', body: { password } }));
}

export function useRenewRecoveryCodes(): UseMutationResult<RecoveryCodes, Error, string> {
  return useChange((password: string) => send('POST', 'second-factor/recovery-codes', { answer: 'recoveryCodes', body: { password } }));
}

/** The directory opens nothing here any more. */
export function useUnlinkDirectory(): UseMutationResult<null, Error, string> {
  return useChange((password: string) => send('POST', 'session/directory/end', { answer: 'nothing', body: { password } }));
}

/** What one is told of the organisation of the address by mail. */
export function useMyNotices(): UseQueryResult<MyNotices> {
  const { slug } = useCurrentOrganisation();
  return useQuery({ queryKey: noticesKey(slug), queryFn: ({ signal }) => read('myNotices', organisationPath(slug, '/membership/notices'), signal) });
}

/** Shown at once; what was refused is shown as it was. */
export function useSetMyNotices(): UseMutationResult<null, Error, MyNotices> {
  const { slug } = useCurrentOrganisation();
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (body: MyNotices) => send('PUT', organisationPath(slug, '/membership/notices'), { answer: 'nothing', body }),
    onMutate: (wanted) => { cache.setQueryData(noticesKey(slug), wanted); },
    onSettled: () => cache.invalidateQueries({ queryKey: noticesKey(slug) }),
  });
}

function noticesKey(slug: string): readonly string[] {
  return ['organisation', slug, 'notices'];
}

/** One's account is no more: whoever asks next is nobody. */
export function useDeleteAccount(): UseMutationResult<null, Error, SelfProof> {
  const cache = useQueryClient();
  return useMutation({ mutationFn: (body: SelfProof) => send('POST', 'session/person/deletion', { answer: 'nothing', body }), onSuccess: () => { cache.clear(); } });
}

/** Who one is, and where, is asked anew after each change. */
function useChange<Input, Answer>(change: (input: Input) => Promise<Answer>): UseMutationResult<Answer, Error, Input> {
  const cache = useQueryClient();
  return useMutation({ mutationFn: change, onSettled: () => Promise.all([key, sessionKey, waysInKey].map((queryKey) => cache.invalidateQueries({ queryKey }))) });
}
