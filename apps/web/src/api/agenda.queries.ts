import type { Agenda, AgendaEvent } from '@portee/shared';
import { keepPreviousData, useQuery, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { read, send } from './client.js';
import { useCurrentOrganisation } from './current-organisation.js';
import { organisationPath } from './organisation.queries.js';
import { planKey, usePlanChange } from './plan.queries.js';

const DOOR = '/plan/agenda';

/** The centre's own agenda; null: none was imported. */
export function useAgenda(): UseQueryResult<Agenda | null> {
  const { slug } = useCurrentOrganisation();
  return useQuery({ queryKey: [...planKey(slug), 'agenda'], queryFn: ({ signal }) => read('agendaOrNone', organisationPath(slug, DOOR), signal) });
}

/** What takes place on local days, both included. While another span loads, the one before stays on screen. */
export function useAgendaEvents({ from, to }: { from: string; to: string }): UseQueryResult<AgendaEvent[]> {
  const { slug } = useCurrentOrganisation();
  return useQuery({
    queryKey: [...planKey(slug), 'agenda', from, to], queryFn: ({ signal }) => read('agendaEvents', organisationPath(slug, `${DOOR}/events?from=${from}&to=${to}`), signal),
    placeholderData: keepPreviousData,
  });
}

/** What whoever changes it has before their eyes; null: none. */
interface Seen { standing: Agenda | null }

/** The file takes the place of the agenda that stands. */
export function useReplaceAgenda(): UseMutationResult<Agenda, Error, Seen & { file: File }> {
  return usePlanChange(({ slug, input: { standing, file } }) => {
    const body = new FormData();
    body.set('file', file);
    return send('POST', organisationPath(slug, `${DOOR}?replaces=${standing?.id ?? 'none'}`), { answer: 'agenda', body });
  });
}

export function useRemoveAgenda(): UseMutationResult<null, Error, string> {
  return usePlanChange(({ slug, input }) => send('DELETE', organisationPath(slug, `${DOOR}/${encodeURIComponent(input)}`), { answer: 'nothing' }));
}

/** An agenda that was taken out, or replaced by the one that stands, stands again. */
export function useRestoreAgenda(): UseMutationResult<Agenda, Error, Seen & { id: string }> {
  return usePlanChange(({ slug, input: { id, standing } }) => send('POST', organisationPath(slug, `${DOOR}/${encodeURIComponent(id)}/restore?replaces=${standing?.id ?? 'none'}`), { answer: 'agenda' }));
}
