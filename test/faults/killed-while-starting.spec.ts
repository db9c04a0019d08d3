import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isLongTier } from '../support/exports.js';
import { databasePid, endEveryProcess, freePort, startProcess } from '../support/portee-process.js';

const PROGRAM = { file: process.execPath, parameters: ['apps/api/dist/main.js'] };
/** Instants of a first start, in milliseconds: before, during and after the making of the database. */
const instants = isLongTier ? [100, 300, 500, 700, 900, 1100, 1300, 1500, 1800, 2100, 2500, 3000] : [900];
let dataFolder: string;

beforeEach(() => {
  dataFolder = mkdtempSync(join(tmpdir(), 'portee-killed-'));
});
afterEach(() => {
  const database = databasePid(dataFolder);
  endEveryProcess();
  if (database !== null) process.kill(database, 'SIGKILL');
  rmSync(dataFolder, { recursive: true, force: true, maxRetries: 5 });
});

describe('a first start that is killed', () => {
  it.each(instants)('after %i ms is made good by the next one', async (instantMs) => {
    const killed = startProcess({ dataFolder, program: PROGRAM, port: await freePort() });
    await pause(instantMs);
    killed.signalGroup('SIGKILL');
    const next = startProcess({ dataFolder, program: PROGRAM, port: await freePort() });
    await next.ready;
    next.signal('SIGTERM');
    expect((await next.ended).code).toBe(0);
    expect(databasePid(dataFolder)).toBeNull();
  });
});
