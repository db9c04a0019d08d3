import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Session } from '@portee/shared';
import { Pool } from 'pg';
import { Pool as HttpPool } from 'undici';
import { accountSettings } from '../../apps/api/src/accounts/account-settings.js';
import { BetterAuth } from '../../apps/api/src/accounts/better-auth.js';
import { Memberships } from '../../apps/api/src/accounts/memberships.js';
import { readEnvironment } from '../../apps/api/src/config/env.js';
import { applicationDataSource } from '../../apps/api/src/database/data-source.js';
import { TenantTransaction } from '../../apps/api/src/database/tenant-transaction.js';
import { freePort, startProcess } from '../support/portee-process.js';
import { recordStatements, type Statement } from '../support/record-statements.js';
import { askDatabase } from '../support/database-client.js';
import type { BenchDatabase } from './bench-database.js';
import { loadWith, type Load } from './load.js';

export const CLIENTS = 16;
/** Connections of the program's own pool. */
const CONNECTIONS = 10;

/** The built program over a bench's database, and somebody signed in. */
export interface BenchProgram {
  database: BenchDatabase;
  url: string;
  slug: string;
  cookie: string;
  organisationId: string;
}

export async function withProgram<T>(database: BenchDatabase, work: (program: BenchProgram) => Promise<T>, role: 'all' | 'api' = 'all'): Promise<T> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'portee-bench-'));
  const environment = { DATABASE_URL: database.ownerUrl, PORTEE_SECRET_KEY: database.secretKey, PORTEE_ROLE: role };
  const program = { file: process.execPath, parameters: ['apps/api/dist/main.js'] };
  const portee = startProcess({ dataFolder, port: await freePort(), program, environment });
  try {
    await portee.ready;
    const visitor = await signIn(portee.url);
    const [organisation] = await askDatabase<{ id: string }>(database.ownerUrl, 'SELECT organisation_id_by_slug($1) AS id', [visitor.slug]);
    return await work({ database, url: portee.url, ...visitor, organisationId: organisation?.id ?? '' });
  } finally {
    portee.signalGroup('SIGTERM');
    await portee.ended;
    await rm(dataFolder, { recursive: true, force: true });
  }
}

async function signIn(url: string): Promise<{ slug: string; cookie: string }> {
  const account = { organisation: 'Le banc', name: 'Coordination', email: 'coordination@banc.example', password: 'un mot de passe assez long' };
  const answer = await fetch(`${url}/api/v1/first-account`, { method: 'POST', headers: { 'content-type': 'application/json', origin: url }, body: JSON.stringify(account) });
  if (!answer.ok) throw new Error(`first account refused: ${answer.status} ${await answer.text()}`);
  const { organisations }: Session = await answer.json();
  return { slug: organisations[0]?.slug ?? '', cookie: answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0]).join('; ') };
}

/** What a request asks of the database before it is let in: who asks, and whether they may. */
export async function recordGuard({ database, slug, cookie }: BenchProgram): Promise<Statement[]> {
  const auth = new BetterAuth(accountSettings(readEnvironment({}), database.applicationUrl, database.secretKey));
  await auth.personOf({ cookie }); // the first time it also looks at its tables
  const guard = await recordStatements(async () => {
    const person = await auth.personOf({ cookie });
    if (person === null) throw new Error('the visitor is not signed in');
    await new Memberships(database.transaction).enter(slug, { kind: 'person', person });
  });
  await auth.close();
  return guard;
}

/** What some work asks of the database, on a connection of its own. */
export async function recordWork({ database }: BenchProgram, work: (transaction: TenantTransaction) => Promise<unknown>): Promise<Statement[]> {
  const source = await applicationDataSource(database.applicationUrl, 1).initialize();
  const statements = await recordStatements(() => work(new TenantTransaction(source)));
  await source.destroy();
  return statements;
}

/** One who asks, by HTTP and by SQL. */
export interface Asker {
  get(path: string): Promise<void>;
  replay(statements: readonly Statement[]): Promise<void>;
  close(): Promise<void>;
}

export function openAsker({ database, url, slug, cookie }: BenchProgram): Asker {
  // The clients share the processors with what is measured: the leanest of them.
  const server = new HttpPool(url, { connections: CLIENTS });
  const pool = new Pool({ connectionString: database.applicationUrl, max: CONNECTIONS, options: '-c search_path=public,auth' });
  return {
    get: async (path) => {
      const answer = await server.request({ path: path.replace(':slug', slug), method: 'GET', headers: { cookie } });
      await answer.body.dump({ limit: Number.MAX_SAFE_INTEGER });
      if (answer.statusCode !== 200) throw new Error(`${path}: ${answer.statusCode}`);
    },
    replay: async (statements) => {
      const client = await pool.connect();
      for (const { sql, parameters } of statements) await client.query(sql, parameters);
      client.release();
    },
    close: async () => { await Promise.all([pool.end(), server.close()]); },
  };
}

/** The same request and its statements, by turns under the same load. */
export async function takeTurns(asker: Asker, { path, statements, runs, requests }: { path: string; statements: readonly Statement[]; runs: number; requests: number }): Promise<{ http: Load; sql: Load }[]> {
  const http = () => loadWith(CLIENTS, requests, () => asker.get(path));
  const sql = () => loadWith(CLIENTS, requests, () => asker.replay(statements));
  await http();
  await sql();
  const rounds: { http: Load; sql: Load }[] = [];
  for (let index = 0; index < runs; index += 1) rounds.push({ sql: await sql(), http: await http() });
  return rounds;
}
