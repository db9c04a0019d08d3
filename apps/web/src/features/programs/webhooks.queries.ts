import type { CreateWebhook, NewWebhook, WebhookDelivery, WebhookView } from '@portee/shared';
import { useMutation, useQuery, useQueryClient, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { read, send } from '../../api/client.js';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { organisationPath } from '../../api/organisation.queries.js';

/** How soon a message that was just asked for is looked for again. */
const WAIT_MS = 3_000;

type Door = (path: string) => string;

/** The addresses of other programs that are told. */
export function useWebhooks(): UseQueryResult<WebhookView[]> {
  const { slug } = useCurrentOrganisation();
  return useQuery({ queryKey: keyOf(slug), queryFn: ({ signal }) => read('webhooks', organisationPath(slug, '/webhooks'), signal) });
}

/** What was sent to one, latest first; asked for again as long as something is on its way. */
export function useDeliveries(id: string, isOpen: boolean): UseQueryResult<WebhookDelivery[]> {
  const { slug } = useCurrentOrganisation();
  return useQuery({
    queryKey: [...keyOf(slug), id], enabled: isOpen, queryFn: ({ signal }) => read('webhookDeliveries', organisationPath(slug, `/webhooks/${id}/deliveries`), signal),
    refetchInterval: ({ state }) => (state.data?.some((one) => one.state === 'waiting' && one.attempts.length === 0) === true ? WAIT_MS : false),
  });
}

export function useCreateWebhook(): UseMutationResult<NewWebhook, Error, CreateWebhook> {
  return useChange((body: CreateWebhook, door) => send('POST', door(''), { answer: 'newWebhook', body }));
}

export function useEnableWebhook(): UseMutationResult<WebhookView, Error, string> {
  return useChange((id: string, door) => send('PATCH', door(`/${id}`), { answer: 'webhook', body: { isEnabled: true } }));
}

export function useRemoveWebhook(): UseMutationResult<null, Error, string> {
  return useChange((id: string, door) => send('DELETE', door(`/${id}`), { answer: 'nothing' }));
}

export function useRenewSecret(): UseMutationResult<NewWebhook, Error, string> {
  return useChange((id: string, door) => send('POST', door(`/${id}/secret`), { answer: 'newWebhook' }));
}

export function useTestWebhook(): UseMutationResult<WebhookDelivery, Error, string> {
  return useChange((id: string, door) => send('POST', door(`/${id}/test`), { answer: 'webhookDelivery' }));
}

export function useSendAgain(): UseMutationResult<WebhookDelivery, Error, { id: string; deliveryId: string }> {
  return useChange(({ id, deliveryId }: { id: string; deliveryId: string }, door) => send('POST', door(`/${id}/deliveries/${deliveryId}/again`), { answer: 'webhookDelivery' }));
}

function useChange<Input, Answer>(change: (input: Input, door: Door) => Promise<Answer>): UseMutationResult<Answer, Error, Input> {
  const { slug } = useCurrentOrganisation();
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (input: Input) => change(input, (path) => organisationPath(slug, `/webhooks${path}`)),
    onSettled: () => cache.invalidateQueries({ queryKey: keyOf(slug) }),
  });
}

function keyOf(slug: string): readonly string[] {
  return ['organisation', slug, 'webhooks'];
}
