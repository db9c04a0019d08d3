import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { askDatabase } from '../support/database-client.js';
import { doors } from '../support/openapi.js';
import { startTestPortee, type TestPortee } from '../support/portee.js';
import { type Answer, firstMember, type Member, Visitor } from '../support/visitor.js';

/** A proxy on this machine is believed about addresses: whoever asks may be given any. */
const PUBLIC = 'https://portee.exemple.be';
const PERSON = { email: 'coordination@cerisier.example', password: 'un mot de passe assez long' };
const MINUTE = 60_000;

let now = Date.parse('2026-11-30T09:00:00Z');
let portee: TestPortee;
let local: string;
let us: Member;

beforeAll(async () => {
  portee = await startTestPortee({ publicUrl: PUBLIC, role: 'api' }, { now: () => new Date(now) });
  local = `http://127.0.0.1:${portee.running.port}`;
  us = await firstMember(local);
});
afterAll(() => portee?.stop());
beforeEach(() => { now += 2 * 60 * MINUTE; });

let networks = 0;
/** Somebody from a network where nobody came from before. */
const fromAnywhere = () => from(`10.${Math.floor(networks / 250) % 250}.${networks++ % 250}.1`);
const from = (address: string, headers: Record<string, string> = {}) => new Visitor(local, { 'x-forwarded-for': address, ...headers });
const guess = (visitor: Visitor, email = PERSON.email) => visitor.post('/api/v1/session', { email, password: 'on dirait bien que non' });
const enter = (visitor: Visitor) => visitor.post('/api/v1/session', PERSON);
const statusOf = ({ status }: Answer) => status;
const checked = (answers: Answer[]) => answers.filter(({ status }) => status === 401).length;

/** Seventeen from each: fewer than what a network may ask in a minute of this machine’s own clock. */
async function triesFrom(visitors: Visitor[], email?: string): Promise<Answer[]> {
  const each = await Promise.all(visitors.map(async (visitor) => {
    const answers: Answer[] = [];
    for (let round = 0; round < 17; round += 1) answers.push(await guess(visitor, email));
    return answers;
  }));
  return each.flat();
}

describe('a thousand tries on one account', () => {
  it('from sixty networks have hardly any password checked; its person comes in meanwhile, on a known device and on a new one', async () => {
    const home = fromAnywhere();
    expect(statusOf(await enter(home))).toBe(200);
    await home.delete('/api/v1/session');
    const first = `192.0.2.${networks++ % 250}`;
    const answers = await triesFrom([from(first), ...Array.from({ length: 59 }, fromAnywhere)]);
    expect(answers.length).toBeGreaterThan(1000);
    expect(answers.every(({ status }) => status === 401 || status === 429)).toBe(true);
    expect(checked(answers)).toBeLessThan(200);
    // The device they signed in on before, even in the attacker's own network; and one that nobody knows, from where nobody attacks.
    const [cookie] = home.cookies().filter(({ name }) => name === 'portee.device');
    const beside = from(first, { cookie: `portee.device=${cookie?.value}` });
    expect([await enter(beside), await enter(fromAnywhere())].map(statusOf)).toEqual([200, 200]);
  }, 180_000);

  it('keep nobody out for more than a quarter of an hour, wherever they come from', async () => {
    const attackers = Array.from({ length: 12 }, fromAnywhere);
    await triesFrom(attackers);
    now += 15 * MINUTE + 1000;
    expect(await Promise.all(attackers.map(async (attacker) => statusOf(await enter(attacker))))).toEqual(attackers.map(() => 200));
  });

  it('are answered alike where there is no such account', async () => {
    const [known, unknown] = [await triesFrom([fromAnywhere()]), await triesFrom([fromAnywhere()], 'personne@exemple.be')];
    expect(unknown.map(statusOf)).toEqual(known.map(statusOf));
    expect(unknown[0]?.body).toEqual(known[0]?.body);
    expect(unknown.at(-1)?.body).toEqual(known.at(-1)?.body);
  });

  it('leave nobody’s address and nobody’s network in the database', async () => {
    await triesFrom([from('203.0.113.77')]);
    const rows = await askDatabase(portee.database.ownerUrl, 'SELECT t::text AS row FROM auth.sign_in_try t');
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toMatch(/cerisier|203\.0|[0-9a-f]*6365726973696572/);
  });
});

describe('guessing', () => {
  it('in many requests at one moment is no faster than one after the other', async () => {
    const visitor = fromAnywhere();
    const answers = await Promise.all(Array.from({ length: 20 }, () => guess(visitor)));
    expect(checked(answers)).toBeLessThanOrEqual(5);
  });

  it('from every address of one house’s IPv6 network is guessing from one', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, (_, host) => guess(from(`2001:db8:1:2::${(host + 1).toString(16)}`))));
    expect(checked(answers)).toBeLessThanOrEqual(5);
  });

  it('tells how long to wait, and what came too early does not lengthen it', async () => {
    const visitor = fromAnywhere();
    for (let tries = 0; tries < 6; tries += 1) await guess(visitor);
    const early = await guess(visitor);
    expect(early).toMatchObject({ status: 429, body: { reason: 'too-many-tries', detail: expect.stringMatching(/Attendez 2\ssecondes/) } });
    expect(early.headers.get('retry-after')).toBe('2');
    now += 2000;
    expect(statusOf(await enter(visitor))).toBe(200);
  });

  it('is not helped by a device’s cookie that was made up, or that is of another account', async () => {
    const { link } = await us.json<{ link: string }>('POST', `/api/v1/organisations/${us.slug}/invitations`, { role: 'reader', email: null });
    const person = { name: 'Eve', email: 'eve@exemple.be', password: PERSON.password };
    await fromAnywhere().json('POST', '/api/v1/invitations/accept', { token: new URL(link).hash.slice(1), person });
    const eve = fromAnywhere();
    await eve.json('POST', '/api/v1/session', { email: 'eve@exemple.be', password: PERSON.password });
    const hers = eve.cookies().find(({ name }) => name === 'portee.device')?.value ?? '';
    for (const forged of [hers, `${'a'.repeat(43)}.${'b'.repeat(43)}`, `${hers.slice(0, 43)}.${'b'.repeat(43)}`]) {
      const network = `172.16.${networks++}.1`;
      const answers: Answer[] = [];
      // A cookie that counted would begin anew where the network has had its five.
      for (let tries = 0; tries < 5; tries += 1) answers.push(await guess(from(network)));
      answers.push(await guess(from(network, { cookie: `portee.device=${forged}` })), await guess(from(network, { cookie: `portee.device=${forged}` })));
      expect(answers.map(statusOf).slice(0, 5)).toEqual([401, 401, 401, 401, 401]);
      expect(statusOf(answers.at(-1) ?? { status: 0, headers: new Headers(), body: null })).toBe(429);
    }
  });

  it('learns nothing from how long the answer takes: an unknown address costs a hash as well', async () => {
    const took = async (email: string) => {
      const visitor = fromAnywhere();
      const began = performance.now();
      expect(statusOf(await guess(visitor, email))).toBe(401);
      return performance.now() - began;
    };
    const [known, unknown]: [number[], number[]] = [[], []];
    for (let round = 0; round < 12; round += 1) {
      known.push(await took(PERSON.email));
      unknown.push(await took(`personne${round}@exemple.be`));
    }
    // The quickest of each: whatever else the machine does only adds.
    const ratio = Math.min(...unknown) / Math.min(...known);
    expect(ratio).toBeGreaterThan(0.6);
    expect(ratio).toBeLessThan(1.7);
  });
});

describe('a session', () => {
  const tokenOf = (visitor: Visitor) => visitor.cookies().find(({ name }) => name.endsWith('portee.session_token'))?.value ?? '';

  it('that somebody planted before is not the one that signing in begins', async () => {
    const attacker = fromAnywhere();
    await enter(attacker);
    const planted = tokenOf(attacker);
    for (const value of [planted, 'choisi-par-un-autre.signature', `${planted.split('.')[0]}.x`]) {
      const victim = fromAnywhere();
      const answer = await victim.ask('POST', '/api/v1/session', { body: PERSON, headers: { cookie: `__Secure-portee.session_token=${value}` } });
      expect(answer.status).toBe(200);
      expect(tokenOf(victim)).not.toBe('');
      expect(tokenOf(victim)).not.toBe(value);
      expect(tokenOf(victim).split('.')[0]).not.toBe(value.split('.')[0]);
    }
    await attacker.delete('/api/v1/session');
    expect(statusOf(await from('10.9.9.9', { cookie: `__Secure-portee.session_token=${planted}` }).get('/api/v1/sessions'))).toBe(401);
  });

  it('comes in cookies that no script reads, no plain line carries, no other site sends and no other host shares', async () => {
    const { headers } = await enter(fromAnywhere());
    const cookies = headers.getSetCookie();
    expect(new Set(cookies.map((line) => line.split('=')[0]))).toEqual(new Set(['__Secure-portee.session_token', 'portee.device']));
    for (const line of cookies) {
      for (const attribute of [/; ?HttpOnly/i, /; ?Secure/i, /; ?SameSite=(Lax|Strict)/i, /; ?Path=\//i]) expect(line).toMatch(attribute);
      expect(line).not.toMatch(/; ?Domain=/i);
    }
  });
});

describe('another site', () => {
  const foreign: Record<string, string>[] = [
    { origin: 'https://ailleurs.example' }, { origin: 'null' }, { origin: `${PUBLIC}.ailleurs.example` }, { origin: 'http://portee.exemple.be' },
    { 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site' }, { origin: 'https://ailleurs.example', 'content-type': 'text/plain' },
    { origin: 'https://ailleurs.example', 'content-type': 'application/x-www-form-urlencoded' }, { origin: 'https://ailleurs.example', 'sec-fetch-site': 'same-origin' },
  ];

  it.each(foreign)('makes a browser change nothing, at any door: %o', async (headers) => {
    const cookie = us.cookies().map(({ name, value }) => `${name}=${value}`).join('; ');
    for (const { name, method, path } of doors().filter((door) => door.method !== 'GET')) {
      const address = path.replace('{slug}', us.slug).replaceAll(/\{\w+\}/g, 'x');
      const { status, body } = await fromAnywhere().ask(method, address, { body: '{"name":"x"}', headers: { ...headers, cookie } });
      expect({ name, status, body }).toMatchObject({ status: 403, body: { reason: 'foreign-origin' } });
    }
  });

  it('is led to by no address that Portée is asked with, at any door, in any parameter', async () => {
    const elsewhere = ['https://ailleurs.example/', '//ailleurs.example/', '/\\ailleurs.example', 'https:ailleurs.example', '/%09/ailleurs.example', 'javascript:alert(1)'];
    for (const { name, path, parameters } of doors().filter((door) => door.method === 'GET')) {
      const names = [...parameters.filter((one) => one.in === 'query').map((one) => one.name), 'state', 'code', 'error', 'next', 'return', 'returnTo', 'redirect', 'url', 'to'];
      for (const address of elsewhere) {
        const query = [...new Set(names)].map((one) => `${one}=${encodeURIComponent(address)}`).join('&');
        for (const asking of [us, fromAnywhere()]) {
          const { headers } = await asking.get(`${path.replace('{slug}', us.slug).replaceAll(/\{\w+\}/g, encodeURIComponent(address))}?${query}`);
          const location = headers.get('location');
          if (location !== null) expect({ name, to: new URL(location, PUBLIC).origin }).toEqual({ name, to: PUBLIC });
        }
      }
    }
  });
});
