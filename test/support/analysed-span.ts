import { hourBand, weekdayOf } from '@portee/shared';
import fc from 'fast-check';
import type { AnalysedPost, AnalysedSpan } from '../../apps/api/src/insights/analysed-post.js';

type Told = Partial<AnalysedPost> & { at?: string };

/** A post that counts, of a channel in Greenwich with 1,000 followers; `at`: `2026-10-05T18` and the like. What is not told is unknown. */
export function analysedPost(id: string, { at = '2026-10-05T10', ...told }: Told = {}): AnalysedPost {
  const [localDay = '', hour = ''] = at.split('T');
  return {
    id, publishedAt: new Date(`${localDay}T${hour}:00:00Z`), localDay, hour: Number(hour), weekday: weekdayOf(localDay), band: hourBand(`${hour}:00`),
    format: 'photo', text: null, authorRole: null, themes: [], paid: false, ineligible: null, definitionDay: localDay,
    followers: 1000, followersEstimated: false, reach: null, reachOrganic: null, reachPaid: null, reachFollowers: null, views: null,
    likes: null, comments: null, shares: null, clicks: null, isShareOriented: false, series: null, isInHolidays: false, observedAt: new Date('2026-11-01T00:00:00Z'),
    ...told,
  };
}

/** So many alike, reaching 10, 20, 30 … of 1,000. */
export function analysedPosts(count: number, told: Told = {}): AnalysedPost[] {
  return Array.from({ length: count }, (_, index) => analysedPost(`${told.id ?? 'post'}-${index}`, { reach: (index + 1) * 10, ...told, id: `${told.id ?? 'post'}-${index}` }));
}

/** A span of October and November 2026 with these posts. */
export function analysedSpan(posts: readonly AnalysedPost[], told: Partial<AnalysedSpan> = {}): AnalysedSpan {
  return {
    channel: { id: 'channel', name: 'La page', network: 'facebook', timeZone: 'UTC', givesReach: true },
    since: '2026-10-01', until: '2026-11-30', cutAt: null, seams: [], series: [], ...told, posts,
  };
}

const figure = fc.option(fc.nat(4000));
/** Any post, of any hour of October 2026. */
export const anyAnalysedPost: fc.Arbitrary<AnalysedPost> = fc.record({
  id: fc.uuid(), hours: fc.nat(30 * 24), format: fc.constantFrom('photo' as const, 'video' as const, 'story' as const, null), paid: fc.option(fc.boolean()),
  ineligible: fc.constantFrom(null, null, null, 'growing' as const, 'deleted' as const, 'story' as const, 'no-reach' as const), themes: fc.subarray(['Cirque', 'Conte', 'Famille']),
  followers: fc.integer({ min: 50, max: 4000 }), reach: fc.nat(4000), reachOrganic: figure, likes: figure, comments: figure, shares: figure, clicks: figure,
  isShareOriented: fc.boolean(), isInHolidays: fc.boolean(), series: fc.constantFrom(null, '#Lundi'),
}).map(({ id, hours, ...told }) => analysedPost(id, { at: new Date(Date.UTC(2026, 9, 1, hours)).toISOString().slice(0, 13), ...told }));
