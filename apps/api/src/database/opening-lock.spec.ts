import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { whileHolding } from './opening-lock.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'portee-lock-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('whileHolding', () => {
  it('lets one in at a time', async () => {
    let inside = 0;
    let most = 0;
    const visit = () => whileHolding(join(folder, 'lock'), async () => {
      inside += 1;
      most = Math.max(most, inside);
      await new Promise((resolve) => setImmediate(resolve));
      inside -= 1;
    });
    await Promise.all([visit(), visit(), visit()]);
    expect(most).toBe(1);
    expect(await readdir(folder)).toEqual([]);
  });

  it('takes over the lock of a process that is gone', async () => {
    await writeFile(join(folder, 'lock'), String(2 ** 30));
    await expect(whileHolding(join(folder, 'lock'), () => Promise.resolve('in'))).resolves.toBe('in');
  });

  it('opens again when the work fails', async () => {
    await expect(whileHolding(join(folder, 'lock'), () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await readdir(folder)).toEqual([]);
  });
});
