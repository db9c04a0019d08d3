import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { askDatabase } from '../support/database-client.js';
import { examineInstallation } from '../../apps/api/src/cli/doctor.command.js';
import { readEnvironment } from '../../apps/api/src/config/env.js';
import { SECRET_KEY_FILE } from '../../apps/api/src/config/secret-key.js';
import { type Installation, openInstallation } from '../../apps/api/src/database/open-installation.js';
import { databasePid, endEveryProcess, freePort, startProcess } from '../support/portee-process.js';

const PROGRAM = { file: process.execPath, parameters: ['apps/api/dist/main.js'] };
let dataFolder: string;

beforeAll(() => {
  dataFolder = mkdtempSync(join(tmpdir(), 'portee-commands-'));
});
afterEach(endEveryProcess);
afterAll(() => rmSync(dataFolder, { recursive: true, force: true }));

const openForCommand = () => openInstallation(readEnvironment({ PORTEE_DATA: dataFolder }), 'command');

async function answers({ ownerUrl }: Installation): Promise<boolean> {
  return (await askDatabase(ownerUrl, 'SELECT 1')).length === 1;
}

describe('a command of the terminal', () => {
  it('starts the database for itself when Portée does not run, and stops it at the end', async () => {
    const command = await openForCommand();
    expect(await answers(command)).toBe(true);
    await command.stop();
    expect(databasePid(dataFolder)).toBeNull();
  });

  it('joins the database of the Portée that runs, and leaves it running', async () => {
    const portee = startProcess({ dataFolder, program: PROGRAM, port: await freePort() });
    await portee.ready;
    const command = await openForCommand();
    expect(await answers(command)).toBe(true);
    await command.stop();
    expect((await fetch(`${portee.url}/api/v1/ready`)).status).toBe(200);
    portee.signal('SIGTERM');
    expect((await portee.ended).code).toBe(0);
    expect(databasePid(dataFolder)).toBeNull();
  });

  it('keeps the database to its own end when Portée is stopped meanwhile', async () => {
    const portee = startProcess({ dataFolder, program: PROGRAM, port: await freePort() });
    await portee.ready;
    const command = await openForCommand();
    portee.signal('SIGTERM');
    expect((await portee.ended).code).toBe(0);
    expect(await answers(command)).toBe(true);
    await command.stop();
    expect(databasePid(dataFolder)).toBeNull();
  });

  it('hands its database over to a Portée that starts meanwhile', async () => {
    const command = await openForCommand();
    const portee = startProcess({ dataFolder, program: PROGRAM, port: await freePort() });
    await portee.ready;
    await command.stop();
    expect((await fetch(`${portee.url}/api/v1/ready`)).status).toBe(200);
    portee.signal('SIGTERM');
    expect((await portee.ended).code).toBe(0);
    expect(databasePid(dataFolder)).toBeNull();
  });
});

describe('doctor', () => {
  afterEach(() => vi.unstubAllEnvs());

  async function examine(environment: Record<string, string>) {
    for (const [name, value] of Object.entries({ PORTEE_DATA: dataFolder, LANG: 'en_GB.UTF-8', LC_ALL: '', ...environment })) vi.stubEnv(name, value);
    return examineInstallation();
  }

  it('finds nothing wrong with a healthy installation', async () => {
    const findings = await examine({});
    expect(findings.filter(({ state, check }) => state === 'problem' && check !== 'pages')).toEqual([]);
    expect(findings).toContainEqual({ check: 'migrations', state: 'good', sentence: 'The tables are at the version of this Portée.' });
    expect(databasePid(dataFolder)).toBeNull();
  });

  it('names a setting that nobody reads, a wrong one, and an open key', async () => {
    expect(await examine({ PORTEE_PROT: '80' })).toContainEqual(expect.objectContaining({ check: 'settings', state: 'advice', sentence: expect.stringContaining('PORTEE_PROT') }));
    expect(await examine({ PORTEE_PORT: 'abc' })).toEqual([expect.objectContaining({ check: 'settings', state: 'problem', sentence: expect.stringContaining('PORTEE_PORT') })]);
    chmodSync(join(dataFolder, SECRET_KEY_FILE), 0o644);
    expect(await examine({ PORTEE_PORT: '3000' })).toContainEqual(expect.objectContaining({ check: 'secret-key', state: 'problem' }));
    chmodSync(join(dataFolder, SECRET_KEY_FILE), 0o600);
  });

  it('says that a server given by address does not answer', async () => {
    const port = await freePort();
    const findings = await examine({ DATABASE_URL: `postgres://portee@127.0.0.1:${port}/portee`, PORTEE_SECRET_KEY: 'k'.repeat(32), REDIS_URL: `redis://127.0.0.1:${port}` });
    expect(findings).toContainEqual(expect.objectContaining({ check: 'database', state: 'problem', sentence: expect.stringContaining(`127.0.0.1:${port}`) }));
    expect(findings).toContainEqual(expect.objectContaining({ check: 'queue', state: 'problem' }));
  });
});
