import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ImportView } from '@portee/shared';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { bigPorteeCsv } from '../bench/big-files.js';
import { askEmbedded, endEveryProcess, freePort, type PorteeProcess, startProcess } from '../support/portee-process.js';
import { upload } from '../support/imports.js';
import { firstMember } from '../support/visitor.js';

const ROWS = 30_000;
const PATIENT = { timeout: 150_000, interval: 20 };

let dataFolder: string;
let port: number;
beforeAll(async () => {
  dataFolder = mkdtempSync(join(tmpdir(), 'portee-killed-'));
  port = await freePort();
});
afterAll(async () => {
  endEveryProcess();
  await vi.waitFor(() => rmSync(dataFolder, { recursive: true, force: true }), PATIENT);
});

async function start(): Promise<PorteeProcess> {
  const portee = startProcess({ dataFolder, port });
  await portee.ready;
  return portee;
}

const countPosts = async () => askEmbedded(dataFolder, 'SELECT (SELECT count(*)::int FROM post) AS posts, (SELECT count(*)::int FROM post_snapshot) AS snapshots, (SELECT count(*)::int FROM post_stat) AS settled');

describe('a process killed in the middle of an import', () => {
  it('leaves nothing half applied, and the next start applies the file once', async () => {
    const first = await start();
    const visitor = await firstMember(first.url);
    const { id } = await upload(visitor, { name: 'grand.csv', bytes: [...bigPorteeCsv(ROWS)].join('') });
    const view = () => visitor.json<ImportView>('GET', `/api/v1/organisations/${visitor.slug}/imports/${id}`);
    await vi.waitFor(async () => expect((await view()).rows.read).toBeGreaterThan(ROWS / 10), PATIENT);
    first.signalGroup('SIGKILL');
    await first.ended;

    await start();
    expect(await countPosts()).toEqual([{ posts: 0, snapshots: 0, settled: 0 }]);
    const done = await vi.waitFor(async () => {
      const now = await view();
      expect(['waiting', 'reading']).not.toContain(now.state);
      return now;
    }, PATIENT);
    expect(done).toMatchObject({ state: 'applied', rows: { read: ROWS, accepted: ROWS }, outcome: { postsNew: ROWS } });
    expect(await countPosts()).toEqual([{ posts: ROWS, snapshots: ROWS, settled: ROWS }]);
  });
});
