import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { askDatabase } from '../support/database-client.js';
import { type PorteeProcess, endEveryProcess, freePort, startProcess } from '../support/portee-process.js';

const PROGRAM = { file: process.execPath, parameters: ['apps/api/dist/main.js'] };
const SECRET_KEY = randomBytes(32).toString('base64url');
const { PORTEE_TEST_DATABASE_URL: serverUrl, PORTEE_TEST_REDIS_URL: redisUrl } = process.env;
const database = `portee_roles_${randomBytes(4).toString('hex')}`;
let folder: string;

/** The processes of docker-compose.yml, by hand: the same program, PostgreSQL and Redis as servers. */
async function start(role: 'api' | 'worker', environment: Record<string, string> = {}): Promise<PorteeProcess> {
  const url = new URL(serverUrl ?? 'postgres://nobody');
  url.pathname = `/${database}`;
  const settings = { PORTEE_ROLE: role, DATABASE_URL: url.href, REDIS_URL: redisUrl ?? '', PORTEE_SECRET_KEY: SECRET_KEY };
  return startProcess({ dataFolder: folder, program: PROGRAM, port: await freePort(), environment: { ...settings, ...environment } });
}

const onServer = (statement: string) => askDatabase(serverUrl ?? '', statement);

const status = (portee: PorteeProcess, door: string) => fetch(`${portee.url}/api/v1/${door}`).then((answer) => answer.status);

describe.skipIf(serverUrl === undefined || redisUrl === undefined)('API and worker as processes of their own (needs PORTEE_TEST_DATABASE_URL and PORTEE_TEST_REDIS_URL)', () => {
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'portee-roles-'));
    await onServer(`CREATE DATABASE ${database} TEMPLATE template0 ENCODING 'UTF8'`);
  });
  afterEach(endEveryProcess);
  afterAll(async () => {
    await onServer(`DROP DATABASE ${database} WITH (FORCE)`);
    await onServer(`DROP ROLE IF EXISTS ${database}_app, ${database}_queue`);
    rmSync(folder, { recursive: true, force: true });
  });

  it('start together on an empty database, are healthy, and end when told to', async () => {
    const both = await Promise.all([start('api'), start('worker')]);
    await Promise.all(both.map((portee) => portee.ready));
    for (const portee of both) {
      expect(await status(portee, 'health')).toBe(200);
      expect(await status(portee, 'ready')).toBe(200);
    }
    for (const portee of both) portee.signal('SIGTERM');
    for (const portee of both) expect((await portee.ended).code).toBe(0);
  });

  it('refuse a key that is missing: it cannot be kept on one of several machines', async () => {
    const portee = await start('api', { PORTEE_SECRET_KEY: '' });
    expect(await portee.ended).toMatchObject({ code: 20, output: expect.stringContaining('PORTEE_SECRET_KEY') });
  });

  it('say that Redis does not answer', async () => {
    const portee = await start('api', { REDIS_URL: `redis://127.0.0.1:${await freePort()}` });
    expect(await portee.ended).toMatchObject({ code: 30, output: expect.stringContaining('REDIS_URL') });
  });
});
