import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ROOT, type Ending, type StartOptions, askEmbedded, endEveryProcess, freePort, startProcess } from '../support/portee-process.js';

const NOBODY = { uid: 65_534, gid: 65_534 };
const PROGRAM = { file: process.execPath, parameters: ['apps/api/dist/main.js'] };
const isRoot = process.getuid?.() === 0;
let folder: string;
let port: number;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'portee-refusals-'));
  chmodSync(folder, 0o755);
});
afterEach(endEveryProcess);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Starts the program and waits for its refusal. */
async function refusal(options: Partial<StartOptions>): Promise<Ending> {
  port = options.port ?? (await freePort());
  return startProcess({ dataFolder: join(folder, 'data'), program: PROGRAM, ...options, port }).ended;
}

/** Whether an ordinary account can reach a folder. */
function isOpenToAll(path: string): boolean {
  return dirname(path) === path || ((statSync(path).mode & 0o001) !== 0 && isOpenToAll(dirname(path)));
}

describe('what keeps Portée from starting is said in one sentence, with the cure', () => {
  it('a wrong setting, by its name', async () => {
    const { code, output } = await refusal({ environment: { PORTEE_ROLE: 'web', LANG: 'en_GB.UTF-8' } });
    expect(code).toBe(20);
    expect(output.trim()).toBe('PORTEE_ROLE is “web”: it takes all, api or worker.');
  });

  it('a data folder below something that is no folder', async () => {
    writeFileSync(join(folder, 'a-file'), '');
    const { code, output } = await refusal({ dataFolder: join(folder, 'a-file/data') });
    expect(code).toBe(21);
    expect(output).toContain('PORTEE_DATA');
  });

  it('a data folder that the account may not write', async (context) => {
    if (isRoot && !isOpenToAll(ROOT)) return context.skip('as root, this needs a checkout that ordinary accounts can read');
    const closed = join(folder, 'closed');
    mkdirSync(closed, { mode: 0o555 });
    const { code, output } = await refusal({ dataFolder: join(closed, 'data'), ...(isRoot ? { account: NOBODY } : {}) });
    expect(code).toBe(21);
    expect(output).toContain(closed);
  });

  it('started by root, a folder that the database’s account cannot enter', async (context) => {
    if (!isRoot) return context.skip('only root hands the database to another account');
    const closed = join(folder, 'private');
    mkdirSync(closed, { mode: 0o700 });
    const { code, output } = await refusal({ dataFolder: join(closed, 'data') });
    expect(code).toBe(21);
    expect(output).toContain('/srv/portee');
  });

  it('a cluster of another PostgreSQL', async () => {
    const old = join(folder, 'old');
    mkdirSync(join(old, 'database'), { recursive: true });
    writeFileSync(join(old, 'database/PG_VERSION'), '17\n');
    const { code, output } = await refusal({ dataFolder: old });
    expect(code).toBe(21);
    expect(output).toContain('PostgreSQL 17');
  });
});

describe('beside a Portée that runs', () => {
  it('of two simultaneous first starts, one serves and the other names it', async () => {
    const [one, two] = [await freePort(), await freePort()];
    const dataFolder = join(folder, 'data');
    const starts = [one, two].map((chosen) => startProcess({ dataFolder, program: PROGRAM, port: chosen }));
    const refused = await Promise.race(starts.map((start) => start.ended));
    expect(refused.code).toBe(24);
    expect(refused.output).toMatch(new RegExp(`tourne déjà.*http://localhost:(${one}|${two})`));
    const serving = starts.find(({ url }) => refused.output.includes(url));
    await serving?.ready;
    serving?.signal('SIGTERM');
    expect((await serving?.ended)?.code).toBe(0);
  });

  it('a port that another program holds', async () => {
    const other = createServer().listen(await freePort(), '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const taken = typeof address === 'object' ? (address?.port ?? 0) : 0;
    const { code, output } = await refusal({ port: taken });
    other.close();
    expect(code).toBe(23);
    expect(output).toContain(`PORTEE_PORT=${taken + 1}`);
  });

  it('data that a newer Portée migrated is left alone', async () => {
    const dataFolder = join(folder, 'data');
    const first = startProcess({ dataFolder, program: PROGRAM, port: await freePort() });
    await first.ready;
    await askEmbedded(dataFolder, `INSERT INTO portee_migration (timestamp, name) VALUES (9999999999999, 'FromTheFuture9999999999999')`);
    first.signal('SIGTERM');
    await first.ended;
    const { code, output } = await refusal({ dataFolder });
    expect(code).toBe(27);
    expect(output).toContain('plus récente');
  });
});

describe('a full disk', () => {
  const disk = join(tmpdir(), `portee-small-disk-${process.pid}`);
  afterAll(() => {
    if (isMounted) execFileSync('umount', ['-l', disk]);
    rmSync(disk, { recursive: true, force: true });
  });
  let isMounted = false;

  function mountSmallDisk(): boolean {
    try {
      mkdirSync(disk, { recursive: true });
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=230m,mode=755', 'tmpfs', disk], { stdio: 'ignore' });
      isMounted = true;
    } catch {
      isMounted = false;
    }
    return isMounted;
  }

  it('refuses to start, and starts again with its rows when there is room', async (context) => {
    if (!mountSmallDisk()) return context.skip('a small disk needs the right to mount one');
    const dataFolder = join(disk, 'data');
    const first = startProcess({ dataFolder, program: PROGRAM, port: await freePort() });
    await first.ready;
    await askEmbedded(dataFolder, 'CREATE TABLE kept_by_test AS SELECT 7 AS value');
    first.signal('SIGTERM');
    await first.ended;
    fill(join(disk, 'ballast'));
    const refused = await refusal({ dataFolder });
    expect(refused.code).toBe(22);
    expect(refused.output).toContain('plein');
    rmSync(join(disk, 'ballast'));
    const next = startProcess({ dataFolder, program: PROGRAM, port: await freePort() });
    await next.ready;
    expect(await askEmbedded(dataFolder, 'SELECT value FROM kept_by_test')).toEqual([{ value: 7 }]);
    next.signal('SIGTERM');
    await next.ended;
  });

  /** Writes until the disk has no room left, down to the last block. */
  function fill(file: string): void {
    try {
      execFileSync('dd', ['if=/dev/zero', `of=${file}`, 'bs=64k'], { stdio: 'ignore' });
    } catch {
      // dd ends with an error when the disk is full, which is what we want.
    }
  }
});
