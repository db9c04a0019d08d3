import { createServer } from 'node:http';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { AddressGuard, isPublic, type Resolver } from './address-guard.js';
import { HttpClient } from './http-client.js';
import { NetworkError } from './network-error.js';

const guard = new AddressGuard(false);
const reasonOf = (work: () => unknown) => {
  try {
    work();
    return null;
  } catch (error) {
    return error instanceof NetworkError ? error.reason : error;
  }
};

describe('AddressGuard.check', () => {
  it.each([
    'http://mastodon.example', 'ftp://mastodon.example', 'https://user:word@mastodon.example',
    'https://127.0.0.1', 'https://2130706433', 'https://0x7f.1', 'https://0177.0.0.1', 'https://10.1.2.3', 'https://172.16.0.1', 'https://192.168.1.1', 'https://169.254.169.254',
    'https://100.64.0.1', 'https://0.0.0.0', 'https://255.255.255.255', 'https://224.0.0.1',
    'https://[::1]', 'https://[::]', 'https://[fe80::1]', 'https://[fd00::1]', 'https://[::ffff:127.0.0.1]', 'https://[::ffff:7f00:1]', 'https://[64:ff9b::7f00:1]', 'https://[2002:7f00:1::]',
  ])('refuses %s', (address) => {
    expect(reasonOf(() => guard.check(new URL(address)))).toBe('address-refused');
  });

  it.each(['https://mastodon.example', 'https://mastodon.example:8443/x', 'https://93.184.215.14', 'https://[2606:2800:21f:cb07:6820:80da:af6b:8b2c]'])('lets %s pass', (address) => {
    expect(reasonOf(() => guard.check(new URL(address)))).toBeNull();
  });
});

describe('isPublic', () => {
  it('never takes an address of private networks for a public one, in whatever way IPv6 writes it', () => {
    const privateOnes = fc.oneof(fc.tuple(fc.constant(10), fc.nat(255)), fc.tuple(fc.constant(127), fc.nat(255)), fc.tuple(fc.constant(172), fc.integer({ min: 16, max: 31 })), fc.constant([192, 168] as const));
    fc.assert(fc.property(privateOnes, fc.nat(255), fc.nat(255), ([a, b], c, d) => !isPublic(`${a}.${b}.${c}.${d}`) && !isPublic(`::ffff:${a}.${b}.${c}.${d}`)));
  });

  it('takes no text for an address', () => {
    fc.assert(fc.property(fc.string(), (text) => !isPublic(`x${text}`)));
  });
});

describe('a connection', () => {
  const server = createServer((request, response) => {
    const isRedirect = request.url === '/redirect';
    response.writeHead(isRedirect ? 302 : 200, { 'content-type': 'application/json', ...(isRedirect ? { location: '/' } : {}) }).end('{}');
  });
  const names: Record<string, string[]> = { 'inside.example': ['10.0.0.7'], 'mixed.example': ['93.184.215.14', '127.0.0.1'], 'nowhere.example': [] };
  const resolve: Resolver = (name, _, found) => found(null, (names[name] ?? []).map((address) => ({ address, family: 4 })));
  let origin: string;

  beforeAll(async () => {
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    origin = `http://127.0.0.1:${address.port}`;
  });
  afterAll(() => new Promise((closed) => server.close(closed)));

  async function ask(url: string, settings: { networkUrls?: Record<string, string>; allowPrivateAddresses?: boolean } = {}): Promise<unknown> {
    const client = new HttpClient({ now: () => new Date(), networkUrls: {}, allowPrivateAddresses: false, timeLimitMs: 2_000, resolve, ...settings });
    try {
      await client.ask({ url: new URL(url), schema: z.object({}) });
      return 'answered';
    } catch (error) {
      return error instanceof NetworkError ? error.reason : error;
    } finally {
      await client.close();
    }
  }

  it.each(['inside.example', 'mixed.example', 'nowhere.example'])('is not made to %s, whose addresses are not all public', async (name) => {
    expect(await ask(`https://${name}/`)).toBe('address-refused');
  });

  it('is made to this machine only where whoever runs the installation says so', async () => {
    expect(await ask(origin)).toBe('address-refused');
    expect(await ask(origin, { allowPrivateAddresses: true })).toBe('answered');
    expect(await ask(`${origin}/redirect`, { networkUrls: { mastodon: origin } })).toBe('answered');
    expect(await ask(origin, { networkUrls: { mastodon: 'http://127.0.0.1:1' } })).toBe('address-refused');
  });
});
