import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { type PorteeProcess, askEmbedded, databasePid, endEveryProcess, freePort, startProcess } from '../support/portee-process.js';

const PATIENT = { timeout: 40_000, interval: 50 };
let dataFolder: string;
let port: number;

beforeAll(async () => {
  dataFolder = mkdtempSync(join(tmpdir(), 'portee-faults-'));
  port = await freePort();
});
afterEach(async () => {
  const database = databasePid(dataFolder);
  endEveryProcess();
  if (database !== null) endDatabase(database);
  await vi.waitFor(() => expect(isLiving(database)).toBe(false), PATIENT);
});
afterAll(() => rmSync(dataFolder, { recursive: true, force: true }));

function endDatabase(pid: number): void {
  try {
    process.kill(pid, 'SIGINT');
  } catch {
    // It ended with the test.
  }
}

function isLiving(pid: number | null): boolean {
  try {
    return pid !== null && process.kill(pid, 0);
  } catch {
    return false;
  }
}

async function startReady(): Promise<PorteeProcess> {
  const portee = startProcess({ dataFolder, port });
  await portee.ready;
  return portee;
}

const npmStart = { file: 'npm', parameters: ['start'] };
const health = (portee: PorteeProcess) => fetch(`${portee.url}/api/v1/health`).then((answer) => answer.status);
const readiness = (portee: PorteeProcess) => fetch(`${portee.url}/api/v1/ready`).then((answer) => answer.status);
const keepRow = (value: string) => askEmbedded(dataFolder, `CREATE TABLE IF NOT EXISTS kept_by_test (value text); INSERT INTO kept_by_test VALUES ('${value}')`);
const keptRows = () => askEmbedded(dataFolder, 'SELECT value FROM kept_by_test ORDER BY value');

/** The order matters: the first makes the database, the others find it as the one before left it. */
describe('starting and stopping', () => {
  it('serves, says where in two lines, and stops whole when told to end', async () => {
    const portee = await startReady();
    expect(await health(portee)).toBe(200);
    expect(portee.output().trimEnd().split('\n').slice(-2)[0]).toContain(`http://localhost:${port}`);
    portee.signal('SIGTERM');
    expect((await portee.ended).code).toBe(0);
    expect(databasePid(dataFolder)).toBeNull();
  });

  it('stops in order on Ctrl-C, which reaches every process of the terminal', async () => {
    const portee = await startReady();
    portee.signalGroup('SIGINT');
    expect((await portee.ended).code).toBe(0);
    expect(databasePid(dataFolder)).toBeNull();
  });

  it('stops when npm is told to end, although npm tells nobody', async () => {
    const npm = startProcess({ dataFolder, port, program: npmStart });
    await npm.ready;
    npm.signal('SIGTERM');
    await vi.waitFor(() => expect(databasePid(dataFolder)).toBeNull(), PATIENT);
    await vi.waitFor(() => expect(fetch(npm.url)).rejects.toThrow(), PATIENT);
  });

  it('starts again after its launcher was killed', async () => {
    const killed = await startReady();
    killed.signal('SIGKILL');
    const next = await startReady();
    expect(await health(next)).toBe(200);
  });

  it('takes over the database that a killed program left alive', async () => {
    const killed = await startReady();
    await keepRow('before the kill');
    const database = databasePid(dataFolder);
    killed.signalGroup('SIGKILL');
    const next = await startReady();
    expect(databasePid(dataFolder)).toBe(database);
    expect(await keptRows()).toEqual([{ value: 'before the kill' }]);
    next.signal('SIGTERM');
    expect((await next.ended).code).toBe(0);
    expect(databasePid(dataFolder)).toBeNull();
  });

  it('brings a killed database back while it serves, with every committed row', async () => {
    const portee = await startReady();
    await keepRow('committed');
    const database = databasePid(dataFolder);
    process.kill(database ?? 0, 'SIGKILL');
    await vi.waitFor(async () => expect(await readiness(portee)).toBe(200), PATIENT);
    await vi.waitFor(() => expect(portee.output()).toContain('relancée'), PATIENT);
    expect(databasePid(dataFolder)).not.toBe(database);
    expect(await keptRows()).toEqual([{ value: 'before the kill' }, { value: 'committed' }]);
  });

  it('recovers when program and database were killed together, as by a power cut', async () => {
    const killed = await startReady();
    const database = databasePid(dataFolder) ?? 0;
    killed.signalGroup('SIGKILL');
    process.kill(database, 'SIGKILL');
    await startReady();
    expect(await keptRows()).toHaveLength(2);
  });
});
