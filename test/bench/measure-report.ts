import { monthReports } from '../support/month-reports.js';
import { askDatabase } from '../support/database-client.js';
import type { BenchDatabase } from './bench-database.js';
import { type BenchProgram, CLIENTS, openAsker, recordGuard, recordWork, takeTurns, withProgram } from './http-against-sql.js';
import { loadWith } from './load.js';
import { fillOrganisation, REPORT_DATA } from './report-data.js';
import { rollupAgainstRaw } from './rollup-against-raw.js';
import { type Measure, median } from './verdict.js';

const MONTH = '2024-06';
const REQUESTS = 480;
const RUNS = 5;

/** The month's report through the built program, against the very statements it runs, against the same figures from snapshots. */
export function measureReport(database: BenchDatabase): Promise<Measure[]> {
  return withProgram(database, async (program) => {
    const { organisationId } = program;
    const channels = await fillOrganisation(database, organisationId);
    await askDatabase(database.ownerUrl, 'VACUUM ANALYZE');
    return [...(await measureHttp(program)), await rollupAgainstRaw(database, { organisationId, channels, month: MONTH })];
  });
}

async function measureHttp(program: BenchProgram): Promise<Measure[]> {
  const { database, organisationId } = program;
  const guard = await recordGuard(program);
  const report = await recordWork(program, (transaction) => monthReports(transaction, () => new Date()).assemble(organisationId, MONTH, 'fr'));
  const whole = [...guard, ...report];
  const asker = openAsker(program);
  const rounds = await takeTurns(asker, { path: `/api/v1/organisations/:slug/reports/${MONTH}`, statements: whole, runs: RUNS, requests: REQUESTS });
  const alone: number[] = [];
  const guards: { guarded: number; empty: number }[] = [];
  for (const { http } of rounds) {
    alone.push(http.p95 / (await loadWith(CLIENTS, REQUESTS, () => asker.replay(report))).p95);
    guards.push({
      empty: (await loadWith(1, 200, () => asker.get('/api/v1/health'))).p50,
      guarded: (await loadWith(1, 200, () => asker.get('/api/v1/organisations/:slug/channels/none/followers').catch(() => undefined))).p50,
    });
  }
  await asker.close();
  const middle = (pick: (round: (typeof rounds)[number]) => number) => median(rounds.map(pick)).toFixed(1);
  return [
    {
      what: `month report over HTTP against its SQL, ${database.kind}`, runs: rounds.map(({ http, sql }) => http.p95 / sql.p95), unit: 'ratio', limit: { kind: 'bound', side: 'at most', value: 1.5 },
      note: `p95 of ${REQUESTS} requests, ${CLIENTS} clients: HTTP ${middle(({ http }) => http.p95)} ms, its ${whole.length} statements ${middle(({ sql }) => sql.p95)} ms (${guard.length} of them say who asks); p50 ${middle(({ http }) => http.p50)} and ${middle(({ sql }) => sql.p50)} ms; ${REPORT_DATA}`,
    },
    { what: `the same against the report's statements alone, ${database.kind}`, runs: alone, unit: 'ratio', note: 'without those that say who asks and whether they may' },
    { what: `guard of a route, ${database.kind}`, runs: guards.map(({ guarded, empty }) => guarded - empty), unit: 'ms', note: `a route refused for its address, behind session and membership, less an open empty one (${median(guards.map(({ empty }) => empty)).toFixed(1)} ms), one client` },
  ];
}
