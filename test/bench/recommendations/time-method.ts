import { adviseChannel } from '../../../apps/api/src/recommendations/advise.js';
import { inventOrganisation } from './invent-organisation.js';
import type { Judged } from './result-table.js';
import { worlds } from './worlds.js';

const WARM_UP = 20;
const RUNS = 41;

/** Milliseconds of processor that the advice of one channel takes once the program is warm, the median: other work on the machine is not counted. */
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
    const start = process.cpuUsage();
    adviseChannel(channel?.settled ?? []);
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  });
  return times.slice(WARM_UP).toSorted((a, b) => a - b)[RUNS >> 1] ?? null;
}
