import type { KeptAppointment, PlanFate, PlanOutcome, PostLink, PostPage } from '@portee/shared';
import { keepPreviousData, useQuery, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { read } from './client.js';
import { useCurrentOrganisation } from './current-organisation.js';
import { organisationKeys, organisationPath } from './organisation.queries.js';
import { linkDoors, type LinkDoors } from './plan-links.doors.js';
import { planKey, usePlanChange } from './plan.queries.js';

/** Local days, both included; without a channel, of all of them. */
export interface LinkSpan { from: string; to: string; channelId?: string }

/** What became of every entry of the calendar. While another span loads, the one before stays on screen. */
export function usePlanFates(span: LinkSpan): UseQueryResult<PlanFate[]> {
  const { slug } = useCurrentOrganisation();
  return useQuery({ queryKey: [...planKey(slug), 'fates', keyOf(span)], queryFn: ({ signal }) => read('planFates', organisationPath(slug, `/plan/fates?${keyOf(span)}`), signal), placeholderData: keepPreviousData });
}

/** Every post published, with the entry of the calendar that it fills. */
export function usePostLinks(span: LinkSpan): UseQueryResult<PostLink[]> {
  const { slug } = useCurrentOrganisation();
  return useQuery({ queryKey: [...planKey(slug), 'links', keyOf(span)], queryFn: ({ signal }) => read('postLinks', organisationPath(slug, `/plan/links?${keyOf(span)}`), signal) });
}

/** « 9 jeudis sur 10 » */
export function useKeptAppointments(span: LinkSpan): UseQueryResult<KeptAppointment[]> {
  const { slug } = useCurrentOrganisation();
  return useQuery({ queryKey: [...planKey(slug), 'kept', keyOf(span)], queryFn: ({ signal }) => read('keptAppointments', organisationPath(slug, `/plan/kept?${keyOf(span)}`), signal) });
}

/** Posts of a channel in a few days, oldest first, with their words. */
export function usePostsAround(span: Required<LinkSpan>): UseQueryResult<PostPage> {
  const { slug } = useCurrentOrganisation();
  const asked = `${keyOf(span)}&sort=publishedAt&limit=200`;
  return useQuery({ queryKey: [...organisationKeys.all(slug), 'posts', 'around', asked], queryFn: ({ signal }) => read('posts', organisationPath(slug, `/posts?${asked}`), signal) });
}

/** What following each line of the plan changed. */
export function usePlanOutcomes(): UseQueryResult<PlanOutcome[]> {
  const { slug } = useCurrentOrganisation();
  return useQuery({ queryKey: [...planKey(slug), 'outcomes'], queryFn: ({ signal }) => read('planOutcomes', organisationPath(slug, '/plan/outcomes'), signal) });
}

/** Something said of posts; what was read of the plan is read again after it. */
export function useLinkAct<Done>(): UseMutationResult<Done, Error, (doors: LinkDoors) => Promise<Done>> {
  return usePlanChange(({ slug, input }) => input(linkDoors(slug)));
}

function keyOf({ from, to, channelId }: LinkSpan): string {
  return new URLSearchParams({ from, to, ...(channelId === undefined ? {} : { channelId }) }).toString();
}
