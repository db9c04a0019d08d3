import type { AnalysedPost } from '../../../apps/api/src/insights/analysed-post.js';
import type { ModelPost } from '../../../apps/api/src/recommendations/model-post.js';
import { makeOutlook } from '../../../apps/api/src/recommendations/outlook.js';
import { analysedPost, analysedSpan } from '../../support/analysed-span.js';
import { inventOrganisation } from './invent-organisation.js';
import type { Judged } from './result-table.js';
import { worlds } from './worlds.js';

const WARM_UP = 20;
const RUNS = 41;
const ASKED = { organisationId: '01900000-0000-7000-8000-000000000001', asOf: null, madeAt: new Date('2026-11-01T00:00:00Z') };

/**
 * Milliseconds of processor that all that is said of one channel takes (advice, trend, change, grid, warnings, fingerprint) once the program is warm,
 * the median: other work on the machine is not counted.
 */
export function timeMethod(): Judged[] {
  return [{ posts: 200, months: 12, most: 15 }, { posts: 2000, months: 24, most: 50 }].map(({ posts, months, most }) => ({
    where: `a channel of ${posts} posts`, what: 'ms', figure: medianTime({ posts, months }), bound: { most },
  }));
}

function medianTime(size: { posts: number; months: number }): number | null {
  const [world] = worlds.filter(({ name }) => name === 'sparse-n200');
  if (world === undefined) return null;
  const times = Array.from({ length: WARM_UP + RUNS }, (_, number) => {
    const [channel] = inventOrganisation({ ...world, ...size }, number);
    const span = analysedSpan((channel?.settled ?? []).map(toAnalysed), { since: '2024-11-01', until: '2026-10-31' });
    const start = process.cpuUsage();
    makeOutlook({ ...ASKED, span });
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  });
  return times.slice(WARM_UP).toSorted((a, b) => a - b)[RUNS >> 1] ?? null;
}

function toAnalysed({ id, publishedAt, localDay, weekday, band, format, reach, followers, paid, isShareOriented, isInHolidays }: ModelPost): AnalysedPost {
  return { ...analysedPost(id), publishedAt, localDay, weekday, band, hour: publishedAt.getUTCHours(), format, reach, followers, paid, isShareOriented, isInHolidays, definitionDay: localDay };
}
