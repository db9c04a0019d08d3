import { createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import { DIRECTORY_RETURN_PATH } from '@portee/shared';
import Provider from 'oidc-provider';
import { z } from 'zod';
import type { DirectorySettings } from '../../apps/api/src/config/env.js';
import { freePort } from './portee-process.js';
import { Visitor } from './visitor.js';

/** What a directory knows of somebody. */
export interface Entry {
  email?: string;
  email_verified?: boolean;
  name?: string;
}

type Claims = Record<string, unknown>;
/** Makes another ID token of the right one. */
export type Tamper = (claims: Claims, sign: (claims: Claims, key?: KeyObject) => string) => string;

/** A municipality's directory: a real OpenID provider over HTTP, with its own pages to sign in and to agree. */
export interface TestDirectory {
  settings: DirectorySettings;
  /** Its people, by the name with which they sign in, which is their subject. */
  people: Map<string, Entry>;
  /** While it is set, the token that it hands out is this one. */
  tamper: Tamper | null;
  /** How often it was asked what it offers. */
  discoveries: number;
  /** Another program that is registered there. */
  otherClient: { id: string; redirect: string };
  /** It goes away, and comes back at the same address. */
  stop(): Promise<void>;
  start(): Promise<void>;
}

const KID = 'of-tests';

/** `publicUrl`: where people find Portée. */
export async function startDirectory(publicUrl: string): Promise<TestDirectory> {
  const port = await freePort();
  const issuer = `http://localhost:${String(port)}`;
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const otherClient = { id: 'agenda', redirect: 'http://localhost:9/agenda' };
  const people = new Map<string, Entry>();
  const settings = { issuer, clientId: 'portee', clientSecret: 'un-secret-de-Portee-chez-eux', label: 'l’annuaire de la commune' };
  const provider = new Provider(issuer, {
    clients: [
      { client_id: settings.clientId, client_secret: settings.clientSecret, redirect_uris: [`${publicUrl}${DIRECTORY_RETURN_PATH}`] },
      { client_id: otherClient.id, client_secret: 'un-autre-secret', redirect_uris: [otherClient.redirect] },
    ],
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), kty: 'RSA', kid: KID, use: 'sig', alg: 'RS256' }] },
    cookies: { keys: ['une clé de tests'] },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    findAccount: (_context, id) => ({ accountId: id, claims: () => ({ sub: id, ...people.get(id) }) }),
    ttl: { AccessToken: 600, AuthorizationCode: 60, IdToken: 600, Interaction: 600, Session: 600, Grant: 600 },
  });
  let server: Server;
  const directory: TestDirectory = {
    settings, people, otherClient, tamper: null, discoveries: 0,
    start: async () => {
      const answer = provider.callback();
      server = createServer((request, response) => void answer(request, response)).listen(port);
      await once(server, 'listening');
    },
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  const sign = (claims: Claims, key = privateKey): string => signed(claims, key);
  provider.use(async (context, next) => {
    await next();
    if (context.path === '/.well-known/openid-configuration') directory.discoveries += 1;
    const token = z.object({ id_token: z.string() }).loose().safeParse(context.body);
    if (context.path === '/token' && directory.tamper !== null && token.success) context.body = { ...token.data, id_token: directory.tamper(claimsOf(token.data.id_token), sign) };
  });
  await directory.start();
  return directory;
}

/** Somebody's browser at the directory: signs in and agrees where it is asked to. @returns the address that they are sent back to */
export async function throughDirectory(address: string, login: string, browser = new Visitor(new URL(address).origin)): Promise<URL> {
  let at = new URL(address);
  const { origin } = at;
  for (;;) {
    const page = await browser.send('GET', at.href);
    const next = page.status === 200 ? await answerForm(browser, await page.text(), { login, at }) : page.headers.get('location');
    if (next === null) throw new Error(`${at.href}: ${String(page.status)} ${await page.text()}`);
    at = new URL(next, at);
    if (at.origin !== origin) return at;
  }
}

/** Its page to sign in, or that to agree. */
async function answerForm(browser: Visitor, html: string, { login, at }: { login: string; at: URL }): Promise<string | null> {
  const action = /action="([^"]+)"/u.exec(html)?.[1] ?? '';
  const prompt = /name="prompt" value="(\w+)"/u.exec(html)?.[1] ?? '';
  const form = new URLSearchParams({ prompt, ...(prompt === 'login' ? { login, password: 'chez eux' } : {}) });
  const answer = await browser.ask('POST', new URL(action, at).href, { body: form.toString(), headers: { 'content-type': 'application/x-www-form-urlencoded' } });
  return answer.headers.get('location');
}

function claimsOf(token: string): Claims {
  const claims: Claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
  return claims;
}

function signed(claims: Claims, key: KeyObject): string {
  const text = [{ alg: 'RS256', kid: KID }, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
  return `${text}.${createSign('sha256').update(text).sign(key).toString('base64url')}`;
}
