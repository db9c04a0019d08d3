import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { get, type IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningPortee } from '../../apps/api/src/start-portee.js';
import { type TestDatabase, createDatabase } from '../support/database.js';
import { startOver } from '../support/portee.js';
import { Visitor } from '../support/visitor.js';

let folder: string;
let database: TestDatabase;
let portee: RunningPortee;
let visitor: Visitor;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'portee-web-'));
  await mkdir(join(folder, 'web/assets'), { recursive: true });
  await writeFile(join(folder, 'secret'), 'not to be read');
  await writeFile(join(folder, 'web/index.html'), '<!doctype html><title>Portée</title>');
  await writeFile(join(folder, 'web/assets/index-3f9a.js'), 'export {}');
  await writeFile(join(folder, 'web/assets/index-3f9a.js.br'), brotliCompressSync('export {}'));
  await writeFile(join(folder, 'web/assets/index-3f9a.js.gz'), gzipSync('export {}'));
  database = await createDatabase();
  portee = await startOver(database, {}, { webFolder: join(folder, 'web') });
  visitor = new Visitor(portee.url ?? '');
});

afterAll(async () => {
  await portee?.stop();
  await database?.drop();
  await rm(folder, { recursive: true, force: true });
});

describe('the web application', () => {
  it.each(['/', '/centre/2026-10', '/centre/publications?q=f%C3%AAte'])('is the page at %s, asked for anew each time', async (path) => {
    const { status, headers, body } = await visitor.get(path);
    expect({ status, body }).toEqual({ status: 200, body: '<!doctype html><title>Portée</title>' });
    expect(headers.get('cache-control')).toBe('no-cache');
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
  });

  it('keeps files named after their content for a year', async () => {
    const { status, headers } = await visitor.get('/assets/index-3f9a.js');
    expect(status).toBe(200);
    expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  });

  it.each(['/assets/index-old.js', '/favicon.ico', '/api/v1/nothing', '/api/v2'])('is not the page at %s', async (path) => {
    const { status, body } = await visitor.get(path);
    expect({ status, body }).toMatchObject({ status: 404, body: { reason: 'not-found' } });
  });

  it.each(['/..%2fsecret', '/%2e%2e/secret', '/assets/..%2f..%2fsecret', '/assets/%2e%2e/%2e%2e/secret', '/..%5csecret'])('never leaves its folder for %s', async (path) => {
    expect((await visitor.get(path)).body).not.toContain('not to be read');
  });
});

describe('every answer', () => {
  it.each(['/', '/assets/index-3f9a.js', '/api/v1/health', '/api/v1/nothing'])('at %s forbids foreign and inline scripts and styles, frames and guessing of types', async (path) => {
    const { headers } = await visitor.get(path);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
    expect(policy).not.toContain('https:');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('referrer-policy')).toBe('same-origin');
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    expect(headers.get('strict-transport-security')).toBeNull(); // people reach this one over http
    expect(headers.get('x-powered-by')).toBeNull();
  });
});

describe('what leaves', () => {
  const encodingOf = async (path: string, accepted: string) => {
    const { promise, resolve, reject } = Promise.withResolvers<IncomingHttpHeaders>();
    get(`${portee.url}${path}`, { headers: { 'accept-encoding': accepted } }, (answer) => { answer.resume(); resolve(answer.headers); }).on('error', reject);
    return (await promise)['content-encoding'];
  };

  it.each(['/assets/index-3f9a.js', '/api/openapi.json'])('is compressed for whoever can read that, and plain for others: %s', async (path) => {
    expect(await encodingOf(path, 'gzip, deflate, br')).toBe('br');
    expect(await encodingOf(path, 'gzip')).toBe('gzip');
    expect(await encodingOf(path, 'identity')).toBeUndefined();
  });
});

describe('a request that cannot be understood', () => {
  const json = { 'content-type': 'application/json' };
  it.each([
    { what: 'broken JSON', path: '/api/v1/session', method: 'POST', body: '{"email":', headers: json, status: 400 },
    { what: 'a list for an object', path: '/api/v1/session', method: 'POST', body: '[]', headers: json, status: 422 },
    { what: 'two megabytes', path: '/api/v1/session', method: 'POST', body: `"${'a'.repeat(2_000_000)}"`, headers: json, status: 413 },
    { what: 'a type nobody speaks', path: '/api/v1/session', method: 'POST', body: 'a=b', headers: { 'content-type': 'text/csv' }, status: 415 },
    { what: 'a compressed body: a small one could be a large one', path: '/api/v1/session', method: 'POST', body: gzipSync('{"email":"anne@exemple.be","password":"dix lettres au moins"}').toString('latin1'), headers: { ...json, 'content-encoding': 'gzip' }, status: 400 },
    { what: 'an action that does not exist', path: '/api/v1/session', method: 'PUT', body: '{}', headers: json, status: 404 },
    { what: 'an address too long', path: `/api/v1/organisations/${'a'.repeat(500)}`, method: 'GET', status: 404 },
    { what: 'an address half encoded', path: '/api/v1/organisations/%E0%A4%A', method: 'GET', status: 400 },
  ])('($what) is told so, without a word from inside', async ({ path, method, status, body, headers = {} }) => {
    const answer = await visitor.ask(method, path, { body, headers });
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(answer.body).toEqual(expect.objectContaining({ type: expect.any(String), title: expect.any(String), status, reason: expect.any(String), detail: expect.any(String) }));
    expect(JSON.stringify(answer.body)).not.toMatch(/Error|FST_|SELECT|node_modules|\bat \//);
  });
});

describe('health', () => {
  it('tells that the process lives, that it can work, and a few measures', async () => {
    expect((await visitor.get('/api/v1/health')).body).toEqual({ status: 'ok' });
    expect((await visitor.get('/api/v1/ready')).body).toEqual({ status: 'ok' });
    expect((await visitor.get('/api/v1/metrics')).body).toMatch(/^process_resident_memory_bytes \d+$/m);
  });

  it('stays alive but not ready when its database is gone', async () => {
    const doomed = await createDatabase();
    const orphan = await startOver(doomed);
    try {
      await doomed.drop();
      const witness = new Visitor(orphan.url ?? '');
      expect((await witness.get('/api/v1/ready')).body).toMatchObject({ status: 503, reason: 'unavailable' });
      expect((await witness.get('/api/v1/health')).status).toBe(200);
      expect((await witness.get('/api/v1/session')).body).toMatchObject({ status: 500, reason: 'unexpected', detail: expect.stringContaining('donnez le numéro') });
    } finally {
      await orphan.stop();
    }
  });
});

describe('over https', () => {
  it('cookies are Secure and browsers insist', async () => {
    const own = await createDatabase();
    const secure = await startOver(own, { publicUrl: 'https://portee.exemple.be', firstAccount: { email: 'anne@exemple.be', password: 'dix lettres au moins' } });
    try {
      // As a proxy on this machine hands it on: it is believed about the address it serves.
      const browser = new Visitor(`http://127.0.0.1:${secure.port}`, { origin: 'https://portee.exemple.be', 'x-forwarded-for': '203.0.113.9' });
      const answer = await browser.post('/api/v1/session', { email: 'anne@exemple.be', password: 'dix lettres au moins' });
      expect(answer.status).toBe(200);
      expect(answer.headers.getSetCookie()[0]).toMatch(/^__Secure-portee\.session_token=.*; Secure/);
      expect(answer.headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains');
      expect(answer.body).toMatchObject({ user: { email: 'anne@exemple.be', name: 'anne' }, organisations: [{ name: 'Notre organisation', role: 'owner' }] });
    } finally {
      await secure.stop();
      await own.drop();
    }
  });
});

describe('reached from other machines', () => {
  it('the first-run page asks for the code of the terminal, and closes once there is an account', async () => {
    const own = await createDatabase();
    const open = await startOver(own, { host: '0.0.0.0' });
    try {
      const stranger = new Visitor(open.url ?? '');
      const wanted = { organisation: 'Chez nous', name: 'Anne', email: 'anne@exemple.be', password: 'dix lettres au moins' };
      expect(open.setupCode).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/);
      expect((await stranger.get('/api/v1/session')).body).toMatchObject({ needsFirstAccount: true, needsSetupCode: true });
      for (const setupCode of [undefined, '', 'ABCD-EFGH']) {
        expect((await stranger.post('/api/v1/first-account', { ...wanted, setupCode })).body).toMatchObject({ status: 403, reason: 'setup-code-wrong' });
      }
      const typed = open.setupCode?.toLowerCase().replace('-', ' ');
      expect((await stranger.post('/api/v1/first-account', { ...wanted, setupCode: typed })).status).toBe(201);
    } finally {
      await open.stop();
    }
    const again = await startOver(own, { host: '0.0.0.0' });
    expect(again.setupCode).toBeNull();
    await again.stop();
    await own.drop();
  });

  it('an address that a stranger invents for himself does not win him more tries', async () => {
    const statuses: number[] = [];
    for (let tries = 0; tries < 25; tries += 1) {
      const liar = new Visitor(portee.url ?? '', { 'x-forwarded-for': `203.0.113.${tries}` });
      statuses.push((await liar.post('/api/v1/session', { email: 'anne@exemple.be', password: 'x' })).status);
    }
    expect(statuses.at(-1)).toBe(429);
  });
});

describe('a worker', () => {
  it('serves its health and nothing else', async () => {
    const worker = await startOver(database, { role: 'worker', port: 0, host: '127.0.0.1' });
    try {
      expect(worker.url).toBeNull();
      const witness = new Visitor(`http://127.0.0.1:${worker.port}`);
      expect((await witness.get('/api/v1/health')).body).toEqual({ status: 'ok' });
      expect((await witness.get('/api/v1/ready')).body).toEqual({ status: 'ok' });
      expect((await witness.get('/api/v1/session')).status).toBe(404);
      expect((await witness.get('/')).status).toBe(404);
    } finally {
      await worker.stop();
    }
  });
});
