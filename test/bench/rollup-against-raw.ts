import { addMonths, firstDay, lastDay } from '@portee/shared';
import { readChannelMonths } from '../../apps/api/src/insights/queries/channel-months.query.js';
import { networkOf } from '../../apps/api/src/networks/registry.js';
import { computeMonths } from '../../apps/api/src/posts/channel-months.js';
import type { LedgerChannel } from '../../apps/api/src/posts/ledger-channel.js';
import { POST_STAT_COLUMNS, type PostStatRow } from '../../apps/api/src/posts/post-stat-row.js';
import type { BenchDatabase } from './bench-database.js';
import { loadWith } from './load.js';
import { type Measure, median } from './verdict.js';

const RUNS = 3;
const REQUESTS = 30;

/**
 * Thirteen months of every channel from the rollup, and from the snapshots: the latest reading of each post, then the same
 * pure functions. The second one still leaves out the rules of settling, so it is faster than the truth would be.
 */
export async function rollupAgainstRaw(database: BenchDatabase, wanted: { organisationId: string; channels: readonly LedgerChannel[]; month: string }): Promise<Measure> {
  const { organisationId, channels, month } = wanted;
  const months = { from: addMonths(month, -12), to: month };
  const rollup = () => database.transaction.run(organisationId, (manager) => readChannelMonths(manager, { organisationId, channelIds: channels.map(({ id }) => id), ...months }));
  const raw = () => database.transaction.run(organisationId, async (manager) => {
    for (const channel of channels) {
      const rows = await manager.query<PostStatRow[]>(RAW, [organisationId, channel.id, firstDay(months.from), lastDay(months.to)]);
      computeMonths(networkOf(channel.network).definitions, rows);
    }
  });
  const rounds: { rollup: number; raw: number }[] = [];
  for (let index = 0; index < RUNS; index += 1) rounds.push({ rollup: (await loadWith(1, REQUESTS, rollup)).p50, raw: (await loadWith(1, REQUESTS, raw)).p50 });
  const middle = (pick: (round: { rollup: number; raw: number }) => number) => median(rounds.map(pick)).toFixed(1);
  return {
    what: `rollup report against raw, ${database.kind}`, runs: rounds.map((round) => round.rollup / round.raw), unit: 'ratio', limit: { kind: 'bound', side: 'at most', value: 0.2 },
    note: `p50 of ${REQUESTS}, one client: thirteen months of ${channels.length} channels ${middle((round) => round.rollup)} ms, from snapshots ${middle((round) => round.raw)} ms`,
  };
}

const RAW = `
  SELECT ${POST_STAT_COLUMNS} FROM (
    SELECT DISTINCT ON (p.id) n.*, p.channel_id, p.published_at, (p.published_at AT TIME ZONE c.time_zone)::date AS local_day, p.format, p.paid,
      true AS is_final, false AS age_unknown, NULL AS ineligible, false AS followers_estimated
    FROM post p JOIN channel c ON c.organisation_id = $1 AND c.id = p.channel_id
    JOIN post_snapshot n ON n.organisation_id = $1 AND n.post_id = p.id
    WHERE p.organisation_id = $1 AND p.channel_id = $2 AND (p.published_at AT TIME ZONE c.time_zone)::date BETWEEN $3 AND $4
    ORDER BY p.id, n.observed_at DESC
  ) s`;
