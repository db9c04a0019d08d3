import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ImportView } from '@portee/shared';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { openArchive } from '../../apps/api/src/archives/open-archive.js';
import { bigPorteeCsv } from '../bench/big-files.js';
import { askDatabase } from '../support/database-client.js';
import { upload } from '../support/imports.js';
import { askEmbedded, endEveryProcess, freePort, type PorteeProcess, startProcess } from '../support/portee-process.js';
import { firstMember, Visitor } from '../support/visitor.js';

const PROGRAM = { file: process.execPath, parameters: ['apps/api/dist/main.js'] };
const PATIENT = { timeout: 150_000, interval: 50 };
const { PORTEE_TEST_DATABASE_URL: serverUrl } = process.env;
let root: string;

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'portee-backup-'));
  chmodSync(root, 0o711); // the user postgres has to pass
});
afterEach(endEveryProcess);
afterAll(() => vi.waitFor(() => rmSync(root, { recursive: true, force: true }), PATIENT));

interface Place {
  dataFolder: string;
  environment?: Record<string, string>;
}

async function start({ dataFolder, environment = {} }: Place, role: 'all' | 'api'): Promise<PorteeProcess> {
  const portee = startProcess({ dataFolder, program: PROGRAM, port: await freePort(), environment: { ...environment, PORTEE_ROLE: role } });
  await portee.ready;
  return portee;
}

/** A command as a process of its own. */
async function type({ dataFolder, environment = {} }: Place, words: string[]): Promise<PorteeProcess> {
  return startProcess({ dataFolder, port: await freePort(), environment, program: { file: process.execPath, parameters: ['apps/api/dist/cli.js', ...words] } });
}

async function done(place: Place, words: string[]): Promise<void> {
  expect(await (await type(place, words)).ended).toMatchObject({ code: 0 });
}

/** What a backup holds, table by table. */
async function contents(file: string): Promise<Record<string, string>> {
  const { manifest, close } = await openArchive(file);
  close();
  return Object.fromEntries(manifest.parts.flatMap(({ organisationId, tables }) => tables.map(({ table, rows, file: written }) => [`${organisationId} ${table}`, `${rows} ${written?.sha256}`])));
}

async function backUp(place: Place, name: string): Promise<string> {
  const file = join(root, `${name}.zip`);
  await done(place, ['backup', file]);
  return file;
}

describe.skipIf(serverUrl === undefined)('a backup between the embedded database and a server (needs PORTEE_TEST_DATABASE_URL)', () => {
  const database = `portee_backup_${randomBytes(4).toString('hex')}`;
  const server = (): Place => {
    const url = new URL(serverUrl ?? 'postgres://nobody');
    url.pathname = `/${database}`;
    return { dataFolder: join(root, 'server'), environment: { DATABASE_URL: url.href, PORTEE_SECRET_KEY: 'only-for-tests-only-for-tests-32' } };
  };

  beforeAll(() => askDatabase(serverUrl ?? '', `CREATE DATABASE ${database} TEMPLATE template0 ENCODING 'UTF8'`));
  afterAll(async () => {
    await askDatabase(serverUrl ?? '', `DROP DATABASE ${database} WITH (FORCE)`);
    await askDatabase(serverUrl ?? '', `DROP ROLE IF EXISTS ${database}_app, ${database}_queue`);
  });

  it('loses nothing there and back, and what waited in the queue is done without the queue having been kept', async () => {
    const embedded = { dataFolder: join(root, 'embedded') };
    // Nobody works on what is received here: the file waits, and its job is in the queue of this installation alone.
    const portee = await start(embedded, 'api');
    const visitor = await firstMember(portee.url);
    await done(embedded, ['demo', 'load']);
    const { id } = await upload(visitor, { name: 'petit.csv', bytes: [...bigPorteeCsv(20)].join('') });
    const file = await backUp(embedded, 'embedded');
    await done(server(), ['restore', file]);
    expect(await contents(await backUp(server(), 'server'))).toEqual(await contents(file));
    const back = { dataFolder: join(root, 'back') };
    await done(back, ['restore', join(root, 'server.zip')]);
    expect(await contents(await backUp(back, 'back'))).toEqual(await contents(file));

    const moved = await start(server(), 'all');
    const again = new Visitor(moved.url, { origin: moved.url });
    await again.json('POST', '/api/v1/session', { email: 'coordination@cerisier.example', password: 'un mot de passe assez long' });
    await vi.waitFor(async () => expect(await again.json<ImportView>('GET', `/api/v1/organisations/${visitor.slug}/imports/${id}`)).toMatchObject({ state: 'applied', rows: { accepted: 20 } }), PATIENT);
  });
});

describe('a restore that is killed', () => {
  it('leaves everything as it was, and may be begun anew beside the Portée that runs', async () => {
    const [source, target] = [{ dataFolder: join(root, 'source') }, { dataFolder: join(root, 'target') }];
    await done(source, ['demo', 'load']);
    const file = await backUp(source, 'source');
    await done(target, ['organisation', 'create', 'Le Cerisier']);
    const portee = await start(target, 'all');
    const before = await contents(await backUp(target, 'before'));

    const restoring = await type(target, ['restore', file, '--replace', '--yes']);
    const filling = `SELECT 1 FROM pg_stat_activity WHERE query LIKE 'COPY archive_rows%' OR query LIKE 'INSERT INTO "public"."post_snapshot"%'`;
    await vi.waitFor(async () => expect(await askEmbedded(target.dataFolder, filling)).not.toEqual([]), { timeout: 60_000, interval: 5 });
    restoring.signalGroup('SIGKILL');
    await restoring.ended;
    expect(await contents(await backUp(target, 'after'))).toEqual(before);
    expect((await fetch(`${portee.url}/api/v1/ready`)).status).toBe(200);

    await done(target, ['restore', file, '--replace', '--yes']);
    await vi.waitFor(async () => expect((await fetch(`${portee.url}/api/v1/ready`)).status).toBe(200), PATIENT);
    const restored = await contents(await backUp(target, 'restored'));
    const wanted = await contents(file);
    const settled = (tables: Record<string, string>) => Object.fromEntries(Object.entries(tables).filter(([name]) => /(post|post_snapshot|channel_snapshot|appointment|audit_entry|theme)$/.test(name)));
    expect(settled(restored)).toEqual(settled(wanted));
  });
});
