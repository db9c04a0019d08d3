import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SECRET_KEY_FILE, keepSecretKey } from './secret-key.js';

let dataFolder: string;
beforeEach(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'portee-key-'));
});
afterEach(() => rm(dataFolder, { recursive: true }));

describe('keepSecretKey', () => {
  it('makes the key once and keeps it for its owner alone', async () => {
    const key = await keepSecretKey({ secretKey: null, dataFolder });
    expect(Buffer.from(key, 'base64url')).toHaveLength(32);
    expect(await keepSecretKey({ secretKey: null, dataFolder })).toBe(key);
    expect((await stat(join(dataFolder, SECRET_KEY_FILE))).mode & 0o777).toBe(0o600);
  });

  it('gives the same key to simultaneous starts, and leaves no draft', async () => {
    const keys = await Promise.all(Array.from({ length: 8 }, () => keepSecretKey({ secretKey: null, dataFolder })));
    expect(new Set(keys).size).toBe(1);
    expect(await readdir(dataFolder)).toEqual([SECRET_KEY_FILE]);
  });

  it('prefers the one given, and then keeps none', async () => {
    expect(await keepSecretKey({ secretKey: 'given', dataFolder })).toBe('given');
    expect(await readdir(dataFolder)).toEqual([]);
  });
});
