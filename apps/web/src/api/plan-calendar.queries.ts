import type { Appointment, PlanCalendar, PlanFeed, PlannedPost } from '@portee/shared';
import { keepPreviousData, useQuery, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { read } from './client.js';
import { useCurrentOrganisation } from './current-organisation.js';
import { organisationPath } from './organisation.queries.js';
import { calendarDoors, type CalendarDoors } from './plan-calendar.doors.js';
import { planKey, usePlanChange } from './plan.queries.js';

/** Local days, both included. While another span loads, the one before stays on screen. */
export function usePlanCalendar({ from, to }: { from: string; to: string }): UseQueryResult<PlanCalendar> {
  const { slug } = useCurrentOrganisation();
  return useQuery({
    queryKey: [...planKey(slug), 'calendar', from, to], queryFn: ({ signal }) => read('planCalendar', organisationPath(slug, `/plan/calendar?from=${from}&to=${to}`), signal),
    placeholderData: keepPreviousData,
  });
}

export function useAppointments(): UseQueryResult<Appointment[]> {
  const { slug } = useCurrentOrganisation();
  return useQuery({ queryKey: [...planKey(slug), 'appointments'], queryFn: ({ signal }) => read('appointments', organisationPath(slug, '/plan/appointments'), signal) });
}

/** Read once for its form: what is being typed must not change under the hand. */
export function useCalendarPost(id: string): UseQueryResult<PlannedPost> {
  const { slug } = useCurrentOrganisation();
  return useQuery({ queryKey: ['planned-post', slug, id], queryFn: () => calendarDoors(slug).readPost(id), gcTime: 0, staleTime: Infinity });
}

export function usePlanFeeds(): UseQueryResult<PlanFeed[]> {
  const { slug } = useCurrentOrganisation();
  return useQuery({ queryKey: [...planKey(slug), 'feeds'], queryFn: ({ signal }) => read('planFeeds', organisationPath(slug, '/plan/feeds'), signal) });
}

/** Something done through the calendar's doors; what was read of the plan is read again after it. */
export function useCalendarAct<Done>(): UseMutationResult<Done, Error, (doors: CalendarDoors) => Promise<Done>> {
  return usePlanChange(({ slug, input }) => input(calendarDoors(slug)));
}
