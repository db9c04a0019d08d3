import type { KeptAppointment } from '@portee/shared';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { read } from './client.js';
import { useCurrentOrganisation } from './current-organisation.js';
import { organisationPath } from './organisation.queries.js';
import { planKey } from './plan.queries.js';

/** How far appointments were kept between two local days, both included. */
export function useKeptAppointments({ from, to }: { from: string; to: string }): UseQueryResult<KeptAppointment[]> {
  const { slug } = useCurrentOrganisation();
  return useQuery({ queryKey: [...planKey(slug), 'kept', from, to], queryFn: ({ signal }) => read('keptAppointments', organisationPath(slug, `/plan/kept?from=${from}&to=${to}`), signal) });
}
