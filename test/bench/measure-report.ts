import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Session } from '@portee/shared';
import { Client, Pool } from 'pg';
import { Pool as HttpPool } from 'undici';
import { accountSettings } from '../../apps/api/src/accounts/account-settings.js';
import { BetterAuth } from '../../apps/api/src/accounts/better-auth.js';
import { Memberships } from '../../apps/api/src/accounts/memberships.js';
import { readEnvironment } from '../../apps/api/src/config/env.js';
import { applicationDataSource } from '../../apps/api/src/database/data-source.js';
import { TenantTransaction } from '../../apps/api/src/database/tenant-transaction.js';
import { freePort, startProcess } from '../support/portee-process.js';
import { type BenchDatabase, ask } from './bench-database.js';
import { loadWith, type Load } from './load.js';
import { fillOrganisation, REPORT_DATA } from './report-data.js';
import { rollupAgainstRaw } from './rollup-against-raw.js';
import { type Measure, median } from './verdict.js';
import { monthReports } from '../support/month-reports.js';

const MONTH = '2024-06';
const CLIENTS = 16;
const REQUESTS = 480;
const RUNS = 5;
/** Connections of the program's own pool. */
const CONNECTIONS = 10;

interface Statement {
  sql: string;
  parameters: unknown[];
}

/** The month's report through the built program, against the very statements it runs, against the same figures from snapshots. */
export async function measureReport(database: BenchDatabase): Promise<Measure[]> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'portee-bench-'));
  const environment = { DATABASE_URL: database.ownerUrl, PORTEE_SECRET_KEY: database.secretKey };
  const program = { file: process.execPath, parameters: ['apps/api/dist/main.js'] };
  const portee = startProcess({ dataFolder, port: await freePort(), program, environment });
  try {
    await portee.ready;
    const visitor = await signIn(portee.url);
    const [organisation] = await ask<{ id: string }>(database.ownerUrl, 'SELECT organisation_id_by_slug($1) AS id', [visitor.slug]);
    const organisationId = organisation?.id ?? '';
    const channels = await fillOrganisation(database, organisationId);
    await ask(database.ownerUrl, 'VACUUM ANALYZE');
    const statements = await recordStatements(database, visitor, organisationId);
    return [...(await measureHttp(database, { ...visitor, url: portee.url }, statements)), await rollupAgainstRaw(database, { organisationId, channels, month: MONTH })];
  } finally {
    portee.signalGroup('SIGTERM');
    await portee.ended;
    await rm(dataFolder, { recursive: true, force: true });
  }
}

interface Visitor {
  slug: string;
  cookie: string;
}

async function signIn(url: string): Promise<Visitor> {
  const account = { organisation: 'Le banc', name: 'Coordination', email: 'coordination@banc.example', password: 'un mot de passe assez long' };
  const answer = await fetch(`${url}/api/v1/first-account`, { method: 'POST', headers: { 'content-type': 'application/json', origin: url }, body: JSON.stringify(account) });
  if (!answer.ok) throw new Error(`first account refused: ${answer.status} ${await answer.text()}`);
  const { organisations }: Session = await answer.json();
  return { slug: organisations[0]?.slug ?? '', cookie: answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0]).join('; ') };
}

/** What a request for the report asks of the database, in its order: who asks and whether they may, then the report itself. */
async function recordStatements(database: BenchDatabase, visitor: Visitor, organisationId: string): Promise<{ guard: Statement[]; report: Statement[] }> {
  const { applicationUrl, secretKey } = database;
  const source = await applicationDataSource(applicationUrl, 1).initialize();
  const transaction = new TenantTransaction(source);
  const auth = new BetterAuth(accountSettings(readEnvironment({}), applicationUrl, secretKey));
  await auth.personOf({ cookie: visitor.cookie }); // the first time it also looks at its tables
  const guard = await recording(async () => {
    const person = await auth.personOf({ cookie: visitor.cookie });
    if (person === null) throw new Error('the visitor is not signed in');
    await new Memberships(transaction).enter(visitor.slug, { kind: 'person', person });
  });
  const report = await recording(() => monthReports(transaction, () => new Date()).assemble(organisationId, MONTH, 'fr'));
  await Promise.all([auth.close(), source.destroy()]);
  return { guard, report };
}

/** Every statement sent to PostgreSQL while the work lasts. */
async function recording(work: () => Promise<unknown>): Promise<Statement[]> {
  const statements: Statement[] = [];
  const query: unknown = Reflect.get(Client.prototype, 'query');
  const listen = function (this: Client, ...sent: [string | { text: string; values?: unknown[] }, unknown]): unknown {
    const [asked, values] = sent;
    statements.push(typeof asked === 'string' ? { sql: asked, parameters: Array.isArray(values) ? values : [] } : { sql: asked.text, parameters: asked.values ?? [] });
    return typeof query === 'function' ? Reflect.apply(query, this, sent) : undefined;
  };
  Object.assign(Client.prototype, { query: listen });
  try {
    await work();
  } finally {
    Object.assign(Client.prototype, { query });
  }
  return statements;
}

async function measureHttp(database: BenchDatabase, visitor: Visitor & { url: string }, { guard, report }: { guard: readonly Statement[]; report: readonly Statement[] }): Promise<Measure[]> {
  // The clients share the processors with what is measured: the leanest of them.
  const server = new HttpPool(visitor.url, { connections: CLIENTS });
  const get = async (path: string): Promise<void> => {
    const answer = await server.request({ path, method: 'GET', headers: { cookie: visitor.cookie } });
    await answer.body.dump({ limit: Number.MAX_SAFE_INTEGER });
    if (answer.statusCode !== 200) throw new Error(`${path}: ${answer.statusCode}`);
  };
  const pool = new Pool({ connectionString: database.applicationUrl, max: CONNECTIONS, options: '-c search_path=public,auth' });
  const replay = async (statements: readonly Statement[]): Promise<void> => {
    const client = await pool.connect();
    for (const { sql, parameters } of statements) await client.query(sql, parameters);
    client.release();
  };
  const paths = { report: `/api/v1/organisations/${visitor.slug}/reports/${MONTH}`, guarded: `/api/v1/organisations/${visitor.slug}/channels/none/followers`, empty: '/api/v1/health' };
  const whole = [...guard, ...report];
  const rounds: { report: Load; sql: Load; reportSql: Load; guarded: Load; empty: Load }[] = [];
  await loadWith(CLIENTS, REQUESTS, () => get(paths.report));
  await loadWith(CLIENTS, REQUESTS, () => replay(whole));
  for (let index = 0; index < RUNS; index += 1) {
    rounds.push({
      sql: await loadWith(CLIENTS, REQUESTS, () => replay(whole)), reportSql: await loadWith(CLIENTS, REQUESTS, () => replay(report)), report: await loadWith(CLIENTS, REQUESTS, () => get(paths.report)),
      empty: await loadWith(1, 200, () => get(paths.empty)), guarded: await loadWith(1, 200, () => get(paths.guarded).catch(() => undefined)),
    });
  }
  await Promise.all([pool.end(), server.close()]);
  const middle = (pick: (round: (typeof rounds)[number]) => number) => median(rounds.map(pick)).toFixed(1);
  return [
    {
      what: `month report over HTTP against its SQL, ${database.kind}`, runs: rounds.map((round) => round.report.p95 / round.sql.p95), unit: 'ratio', limit: { kind: 'bound', side: 'at most', value: 1.5 },
      note: `p95 of ${REQUESTS} requests, ${CLIENTS} clients: HTTP ${middle((round) => round.report.p95)} ms, its ${whole.length} statements ${middle((round) => round.sql.p95)} ms (${guard.length} of them say who asks); p50 ${middle((round) => round.report.p50)} and ${middle((round) => round.sql.p50)} ms; ${REPORT_DATA}`,
    },
    { what: `the same against the report's statements alone, ${database.kind}`, runs: rounds.map((round) => round.report.p95 / round.reportSql.p95), unit: 'ratio', note: 'without those that say who asks and whether they may' },
    { what: `guard of a route, ${database.kind}`, runs: rounds.map((round) => round.guarded.p50 - round.empty.p50), unit: 'ms', note: `a route refused for its address, behind session and membership, less an open empty one (${middle((round) => round.empty.p50)} ms), one client` },
  ];
}
