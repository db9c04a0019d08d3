import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { readEnvironment } from './env.js';
import { StartError } from './start-error.js';
import { sentenceFor } from './terminal-messages.js';

const KEY = 'k'.repeat(32);
const folder = mkdtempSync(join(tmpdir(), 'portee-env-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Names of the variables that are refused; empty when the settings are good. */
function refusedNames(source: Record<string, string>): string[] {
  return refusal(source).problems.map((problem) => problem.name);
}

function refusal(source: Record<string, string>) {
  try {
    readEnvironment(source);
  } catch (error) {
    if (error instanceof StartError && error.problem.reason === 'environment') return error.problem;
    throw error;
  }
  return { reason: 'environment' as const, problems: [] };
}

describe('readEnvironment', () => {
  it('needs nothing: the embedded database, this machine only, port 3000', () => {
    expect(readEnvironment({})).toMatchObject({ host: '127.0.0.1', port: 3000, role: 'all', databaseUrl: null, redisUrl: null, secretKey: null, firstAccount: null });
    expect(readEnvironment({}).dataFolder).toMatch(/[\\/]\.portee$/);
  });

  it('takes an empty value as absent, as compose files write it', () => {
    expect(readEnvironment({ PORTEE_PORT: '', REDIS_URL: '  ' })).toMatchObject({ port: 3000, redisUrl: null });
  });

  it.each([
    { name: 'PORTEE_PORT', values: ['abc', '70000', '-1', '3000.5'] },
    { name: 'PORTEE_HOST', values: ['http://here', 'two words'] },
    { name: 'PORTEE_URL', values: ['portee.example', 'ftp://portee.example'] },
    { name: 'PORTEE_ROLE', values: ['web'] },
    { name: 'REDIS_URL', values: ['localhost:6379', 'http://redis'] },
    { name: 'PORTEE_MAX_UPLOAD', values: ['big', '0', '-5 MB'] },
    { name: 'PORTEE_ALLOW_PRIVATE_ADDRESSES', values: ['perhaps'] },
    { name: 'PORTEE_SECRET_KEY', values: ['too short'] },
    { name: 'PORTEE_MASTODON_API_URL', values: ['not an address'] },
  ])('refuses a wrong $name by name', ({ name, values }) => {
    for (const value of values) expect(refusedNames({ [name]: value })).toEqual([name]);
  });

  it('demands the key with DATABASE_URL: one kept on this machine would be lost with it', () => {
    const DATABASE_URL = 'postgres://portee:secret@db/portee';
    expect(refusedNames({ DATABASE_URL })).toEqual(['PORTEE_SECRET_KEY']);
    expect(readEnvironment({ DATABASE_URL, PORTEE_SECRET_KEY: KEY })).toMatchObject({ databaseUrl: DATABASE_URL, secretKey: KEY });
  });

  it('takes the first account whole or not at all', () => {
    expect(refusedNames({ PORTEE_ADMIN_EMAIL: 'ada@example.org' })).toEqual(['PORTEE_ADMIN_PASSWORD']);
    expect(refusedNames({ PORTEE_ADMIN_PASSWORD: 'long enough' })).toEqual(['PORTEE_ADMIN_EMAIL']);
    const both = { PORTEE_ADMIN_EMAIL: 'ada@example.org', PORTEE_ADMIN_PASSWORD: 'long enough' };
    expect(readEnvironment(both).firstAccount).toEqual({ email: 'ada@example.org', password: 'long enough' });
  });

  it('demands a sender with a mail server', () => {
    expect(refusedNames({ PORTEE_SMTP_URL: 'smtp://mail' })).toEqual(['PORTEE_SMTP_FROM']);
    const sender = 'Portée <portee@example.org>';
    expect(readEnvironment({ PORTEE_SMTP_URL: 'smtps://mail:465', PORTEE_SMTP_FROM: sender }).smtpFrom).toBe(sender);
  });

  const DIRECTORY = { PORTEE_OIDC_ISSUER: 'https://login.example.org/realms/town', PORTEE_OIDC_CLIENT_ID: 'portee', PORTEE_OIDC_CLIENT_SECRET: 'hush' };
  const PORTEE_URL = 'https://portee.example.org';

  it('takes a directory whole or not at all, with the address to which it sends people back', () => {
    expect(readEnvironment({ ...DIRECTORY, PORTEE_URL }).directory).toEqual({ issuer: DIRECTORY.PORTEE_OIDC_ISSUER, clientId: 'portee', clientSecret: 'hush', label: 'login.example.org' });
    expect(readEnvironment({ ...DIRECTORY, PORTEE_URL, PORTEE_OIDC_LABEL: ' la commune ' }).directory?.label).toBe('la commune');
    expect(readEnvironment({ PORTEE_URL }).directory).toBeNull();
    expect(refusedNames(DIRECTORY)).toEqual(['PORTEE_URL']);
    expect(refusedNames({ PORTEE_URL, PORTEE_OIDC_ISSUER: DIRECTORY.PORTEE_OIDC_ISSUER })).toEqual(['PORTEE_OIDC_CLIENT_ID', 'PORTEE_OIDC_CLIENT_SECRET']);
    expect(refusedNames({ PORTEE_URL, PORTEE_OIDC_LABEL: 'la commune' })).toEqual(Object.keys(DIRECTORY));
    expect(sentenceFor(refusal(DIRECTORY), 'en')).toBe('PORTEE_URL needs correcting: it takes Portée’s own address when a directory is given: the directory sends people back to exactly that address.');
  });

  it('asks a directory over https, on this machine alone without', () => {
    for (const PORTEE_OIDC_ISSUER of ['http://login.example.org', 'http://localhost.example.org', 'login.example.org', 'ftp://localhost']) {
      expect(refusedNames({ ...DIRECTORY, PORTEE_URL, PORTEE_OIDC_ISSUER })).toEqual(['PORTEE_OIDC_ISSUER']);
    }
    for (const PORTEE_OIDC_ISSUER of ['http://localhost:8080/realms/town', 'http://127.0.0.1:8080', 'http://[::1]:8080']) {
      expect(readEnvironment({ ...DIRECTORY, PORTEE_URL, PORTEE_OIDC_ISSUER }).directory?.issuer).toBe(PORTEE_OIDC_ISSUER);
    }
  });

  it.each([
    { text: '200 MB', bytes: 209_715_200 },
    { text: '200Mo', bytes: 209_715_200 },
    { text: '1,5 GB', bytes: 1_610_612_736 },
    { text: '1048576', bytes: 1_048_576 },
  ])('reads the size $text', ({ text, bytes }) => {
    expect(readEnvironment({ PORTEE_MAX_UPLOAD: text }).maxUploadBytes).toBe(bytes);
  });

  it('reads a secret from a file, and says which file it could not read', () => {
    const file = join(folder, 'key');
    writeFileSync(file, `${KEY}\n`);
    expect(readEnvironment({ PORTEE_SECRET_KEY_FILE: file }).secretKey).toBe(KEY);
    expect(refusedNames({ PORTEE_SECRET_KEY_FILE: join(folder, 'absent') })).toEqual(['PORTEE_SECRET_KEY_FILE']);
    writeFileSync(file, '\n');
    expect(readEnvironment({ PORTEE_SMTP_URL_FILE: file }).smtpUrl).toBeNull();
    expect(refusedNames({ PORTEE_SECRET_KEY_FILE: file, DATABASE_URL_FILE: file })).toEqual(['DATABASE_URL_FILE', 'PORTEE_SECRET_KEY_FILE']);
  });

  it('names every wrong variable at once, and never shows a secret', () => {
    const problem = refusal({ PORTEE_PORT: 'abc', PORTEE_SECRET_KEY: 'hush', PORTEE_OIDC_CLIENT_SECRET: 'hush'.repeat(600), DATABASE_URL: 'mysql://u:hush@db' });
    for (const language of ['fr', 'en'] as const) {
      const text = sentenceFor(problem, language);
      expect(text).toContain('PORTEE_PORT');
      expect(text).toContain('abc');
      expect(text).toContain('DATABASE_URL');
      expect(text).not.toContain('hush');
    }
  });

  it('keeps the base addresses of networks, and names variables that nobody reads', () => {
    const read = readEnvironment({ PORTEE_MASTODON_API_URL: 'http://127.0.0.1:4000/', PORTEE_PROT: '80', PORTEE_TEST_TIER: 'long', HOME: '/x' });
    expect(read.networkUrls).toEqual({ mastodon: 'http://127.0.0.1:4000' });
    expect(read.unknownNames).toEqual(['PORTEE_PROT']);
  });

  it('answers any text with settings or with a named refusal', () => {
    const names = ['PORTEE_PORT', 'PORTEE_HOST', 'PORTEE_URL', 'PORTEE_ROLE', 'PORTEE_MAX_UPLOAD', 'DATABASE_URL', 'PORTEE_SMTP_FROM', 'PORTEE_X_API_URL'];
    fc.assert(fc.property(fc.constantFrom(...names), fc.string(), (name, value) => {
      for (const refused of refusedNames({ [name]: value, PORTEE_SECRET_KEY: KEY })) expect(refused).toBe(name);
    }));
  });
});
