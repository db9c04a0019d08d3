import { AnalysisSettingsService } from '../../apps/api/src/insights/analysis-settings.service.js';
import { ComparedChannelsService } from '../../apps/api/src/insights/compared-channels.service.js';
import { FormatsService } from '../../apps/api/src/insights/formats.service.js';
import { PassedOnService } from '../../apps/api/src/insights/passed-on.service.js';
import { TimingService } from '../../apps/api/src/insights/timing.service.js';
import type { TenantTransaction } from '../../apps/api/src/database/tenant-transaction.js';
import { askDatabase } from '../support/database-client.js';
import type { BenchDatabase } from './bench-database.js';
import { type Asker, type BenchProgram, CLIENTS, openAsker, recordGuard, recordWork, takeTurns, withProgram } from './http-against-sql.js';
import { fillOrganisation, REPORT_DATA } from './report-data.js';
import { type Measure, median } from './verdict.js';

const RUNS = Number(process.env["RUNS"] ?? 5);
const REQUESTS = Number(process.env["REQUESTS"] ?? 240);
/** The 24 months that a page asks for. */
const SPAN = { from: '2022-07-01', to: '2024-06-30' };
const MONTHS = { from: '2023-07', to: '2024-06' };

interface Question {
  name: string;
  path: string;
  /** See the room's README: how close to its statements the answer can come. Absent: told beside the others. */
  limit?: 'bound' | 'goal';
  ask(transaction: TenantTransaction, organisationId: string): Promise<unknown>;
}

const now = () => new Date();
const questions: readonly Question[] = [
  // The least that is asked of somebody signed in: what a request costs before any post is read.
  { name: 'settings', path: 'settings', ask: (transaction, id) => new AnalysisSettingsService(transaction, now).read({ id, timeZone: 'Europe/Brussels', language: 'fr' }) },
  { name: 'timing', limit: 'goal', path: `timing?from=${SPAN.from}&to=${SPAN.to}`, ask: (transaction, id) => new TimingService(transaction, now).byChannel(id, SPAN) },
  { name: 'formats', limit: 'bound', path: `formats?from=${SPAN.from}&to=${SPAN.to}`, ask: (transaction, id) => new FormatsService(transaction, now).byChannel(id, SPAN) },
  { name: 'passed-on', limit: 'goal', path: `passed-on?from=${SPAN.from}&to=${SPAN.to}`, ask: (transaction, id) => new PassedOnService(transaction, now).byChannel(id, SPAN) },
  { name: 'channels', limit: 'bound', path: `channels?from=${MONTHS.from}&to=${MONTHS.to}`, ask: (transaction, id) => new ComparedChannelsService(transaction, now).compare({ id, timeZone: 'Europe/Brussels', language: 'fr' }, MONTHS) },
];

/** Each question of insights through the built program, of all channels at once, against the very statements it runs. */
export function measureInsights(database: BenchDatabase): Promise<Measure[]> {
  return withProgram(database, async (program) => {
    await fillOrganisation(database, program.organisationId);
    await askDatabase(database.ownerUrl, 'VACUUM ANALYZE');
    const asker = openAsker(program);
    const measures: Measure[] = [];
    for (const question of questions) measures.push(await measureQuestion(program, asker, question));
    await asker.close();
    return measures;
  });
}

async function measureQuestion(program: BenchProgram, asker: Asker, question: Question): Promise<Measure> {
  const statements = [...(await recordGuard(program)), ...(await recordWork(program, (transaction) => question.ask(transaction, program.organisationId)))];
  const rounds = await takeTurns(asker, { path: `/api/v1/organisations/:slug/insights/${question.path}`, statements, runs: RUNS, requests: REQUESTS });
  const middle = (pick: (round: (typeof rounds)[number]) => number) => median(rounds.map(pick)).toFixed(1);
  return {
    what: `insights/${question.name} over HTTP against its SQL, ${program.database.kind}`, runs: rounds.map(({ http, sql }) => http.p95 / sql.p95), unit: 'ratio',
    ...(question.limit ? { limit: { kind: question.limit, side: 'at most', value: 1.5 } as const } : {}),
    note: `p95 of ${REQUESTS} requests, ${CLIENTS} clients: HTTP ${middle(({ http }) => http.p95)} ms, its ${statements.length} statements ${middle(({ sql }) => sql.p95)} ms; p50 ${middle(({ http }) => http.p50)} and ${middle(({ sql }) => sql.p50)} ms; ${REPORT_DATA}`,
  };
}
