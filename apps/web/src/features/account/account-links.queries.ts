import type { AskPasswordLink, ChoosePassword, ConfirmAddress, ConfirmedAddress } from '@portee/shared';
import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import { send } from '../../api/client.js';
import { sessionKey } from '../../api/session.queries.js';

/** Asks for a mail with a link to choose another password. The answer never tells whether anybody has the address. */
export function useAskPasswordLink(): UseMutationResult<null, Error, AskPasswordLink> {
  return useMutation({ mutationFn: (body: AskPasswordLink) => send('POST', 'account-links/password', { answer: 'nothing', body }) });
}

/** Every device is signed out by it. */
export function useChoosePassword(): UseMutationResult<null, Error, ChoosePassword> {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (body: ChoosePassword) => send('POST', 'account-links/password/use', { answer: 'nothing', body }),
    onSuccess: () => cache.invalidateQueries({ queryKey: sessionKey }),
  });
}

export function useConfirmAddress(): UseMutationResult<ConfirmedAddress, Error, ConfirmAddress> {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (body: ConfirmAddress) => send('POST', 'account-links/address/use', { answer: 'confirmedAddress', body }),
    onSuccess: () => cache.invalidateQueries({ queryKey: sessionKey }),
  });
}
