import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findRunningServer, isAlive, parsePostmasterFile } from './postmaster-file.js';

/** Higher than any process number that Linux or macOS hands out. */
const NOBODY = 2 ** 30;

describe('parsePostmasterFile', () => {
  it('reads the process and its port', () => {
    const text = '4711\n/data/database\n1795392000\n5433\n\n127.0.0.1\n  123456   7\nready   \n';
    expect(parsePostmasterFile(text)).toEqual({ pid: 4711, port: 5433 });
  });

  it('takes a file cut short for none', () => {
    for (const text of ['', '4711', '4711\n/data\n17', 'x\n/data\n17\n5433']) expect(parsePostmasterFile(text)).toBeNull();
  });

  it('never invents a process', () => {
    fc.assert(fc.property(fc.string(), (text) => {
      const server = parsePostmasterFile(text);
      expect(server === null || (Number.isInteger(server.pid) && server.pid > 0 && server.port > 0)).toBe(true);
    }));
  });
});

describe('findRunningServer', () => {
  let cluster: string;
  beforeEach(async () => {
    cluster = await mkdtemp(join(tmpdir(), 'portee-pid-'));
  });
  afterEach(() => rm(cluster, { recursive: true }));

  it.each([
    { who: 'a server that is gone', pid: NOBODY },
    { who: 'a number that now belongs to another program', pid: process.pid },
  ])('clears away the file of $who', async ({ pid }) => {
    await writeFile(join(cluster, 'postmaster.pid'), `${pid}\n${cluster}\n1795392000\n5433\n`);
    expect(await findRunningServer(cluster)).toBeNull();
    expect(await readdir(cluster)).toEqual([]);
  });

  it('finds none where there is no file', async () => {
    expect(await findRunningServer(cluster)).toBeNull();
  });
});

describe('isAlive', () => {
  it('tells the living from the dead', () => {
    expect(isAlive(process.pid)).toBe(true);
    expect(isAlive(NOBODY)).toBe(false);
    expect(isAlive(Number.NaN)).toBe(false);
  });
});
