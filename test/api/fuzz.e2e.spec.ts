import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bigPorteeCsv } from '../bench/big-files.js';
import { importFile } from '../support/imports.js';
import { type Door, doors, resolve, type Schema } from '../support/openapi.js';
import { startTestPortee, type TestPortee } from '../support/portee.js';
import { type Answer, firstMember, type Member, Visitor } from '../support/visitor.js';

const REQUESTS = process.env['PORTEE_TEST_TIER'] === 'long' ? 10_000 : 400;
/** No request of this size may be thought about for longer. */
const PATIENCE_MS = 5_000;
/** Asked by themselves elsewhere: they sign out, draw a page for a second each, or fill the database for good. */
const LEFT_OUT = ['DELETE /api/v1/session', 'POST /api/v1/demonstration'];

interface Asked { door: Door; method: string; path: string; query: string; body: unknown; headers: Record<string, string> }

/** What no answer may hold: statements, places in our files, roles, drivers. */
const INTERNALS = /QueryFailed|SELECT |INSERT INTO|node_modules|\.ts:|\.js:|\/apps\/|portee_app|_app\b|\bat \/|\bat \w+ \(|ECONN|TypeError|RangeError|SyntaxError/;
/** What an address or a body is refused for that leads to no door, or is no request. */
const OF_NO_DOOR = ['not-found', 'bad-request', 'not-signed-in', 'foreign-origin', 'unsupported-media-type', 'body-too-large'];
/** How deep a body is nested at worst, and how long it is: a little more than what is taken. */
const [DEEP, LONG] = [20_000, 1024 ** 2 + 1];

let portee: TestPortee;
let owner: Member;
let known: string[];

beforeAll(async () => {
  portee = await startTestPortee();
  owner = await firstMember(portee.url);
  const { id } = await importFile(owner, { name: 'a.csv', bytes: [...bigPorteeCsv(30)].join('') });
  const channels = await owner.json<{ id: string }[]>('GET', `/api/v1/organisations/${owner.slug}/channels`);
  const posts = await owner.json<{ items: { id: string }[] }>('GET', `/api/v1/organisations/${owner.slug}/posts`);
  known = [id, ...channels.map((channel) => channel.id), ...posts.items.slice(0, 2).map((post) => post.id)];
});
afterAll(() => portee?.stop());

it('whatever is asked, the answer comes in time, blames nobody inside, and says nothing from there', async () => {
  await fc.assert(fc.asyncProperty(asked(), async (one) => {
    const { answer, milliseconds } = await timed(one);
    const text = typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body);
    expect(answer.status, text).toBeLessThan(500);
    // A machine with other work stalls now and then; what makes the program think long does so again.
    if (milliseconds >= PATIENCE_MS) expect((await timed(one)).milliseconds).toBeLessThan(PATIENCE_MS);
    if (answer.status < 400) return;
    expect(text).not.toMatch(INTERNALS);
    // Who reads a report by its link is a person: refused by a page, which names no reason.
    if (one.path.startsWith('/partage') && answer.headers.get('content-type')?.startsWith('text/html') === true) return;
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect([...one.door.reasons, ...OF_NO_DOOR], one.door.name).toContain(reasonOf(answer.body));
  }), { numRuns: REQUESTS });
  expect(await owner.json('GET', `/api/v1/organisations/${owner.slug}`), 'still serves').toMatchObject({ slug: owner.slug });
  expect((await new Visitor(portee.url).get('/api/v1/ready')).status).toBe(200);
});

async function timed({ method, path, query, body, headers }: Asked): Promise<{ answer: Answer; milliseconds: number }> {
  const visitor = new Visitor(portee.url, { origin: portee.url, cookie: owner.cookies().map(({ name, value }) => `${name}=${value}`).join('; ') });
  const began = performance.now();
  const answer = await visitor.ask(method, path + query, { body, headers });
  return { answer, milliseconds: performance.now() - began };
}

it.each([
  ['nested without end', `{"a":${'['.repeat(DEEP)}${']'.repeat(DEEP)}}`, 'application/json'],
  ['nested and never closed', '[{"a":'.repeat(DEEP), 'application/json'],
  ['longer than is taken', JSON.stringify({ name: 'x'.repeat(LONG) }), 'application/json'],
  ['with a number of ten thousand digits', `{"name":${'9'.repeat(10_000)}}`, 'application/json'],
  ['with names that every object has', '{"__proto__":{"role":"owner"},"constructor":{"prototype":{"x":1}},"name":"x"}', 'application/json'],
  ['of a type that nobody reads', '<a/>', 'application/xml'],
  ['of no type', 'x', ''],
  ['of a form', 'name=x', 'application/x-www-form-urlencoded'],
  ['of plain text', '{"name":"x"}', 'text/plain'],
  ['that is no JSON', '{"name":', 'application/json'],
  ['of a charset that nobody knows', '{"name":"x"}', 'application/json; charset=klingon'],
  ['of parts where none are taken', '--B\r\nContent-Disposition: form-data; name="a"\r\n\r\nx\r\n--B--', 'multipart/form-data; boundary=B'],
])('a body %s is refused at every door that takes one, and nothing breaks', async (_, body, type) => {
  for (const { name, method, path } of everyDoor().filter((door) => door.method !== 'GET')) {
    const address = path.replace('{slug}', owner.slug).replace('{month}', '2026-10').replaceAll(/\{\w+\}/g, () => known[0] ?? '');
    const { status, body: told, headers } = await owner.ask(method, address, { body, headers: { 'content-type': type } });
    expect({ name, status, told: JSON.stringify(told).slice(0, 500) }).toMatchObject({ status: expect.toSatisfy((one: number) => one < 500), told: expect.not.stringMatching(INTERNALS) });
    if (status >= 400) expect(headers.get('content-type'), name).toContain('application/problem+json');
  }
});

function reasonOf(body: unknown): unknown {
  return typeof body === 'object' && body !== null && 'reason' in body ? body.reason : undefined;
}

function everyDoor(): Door[] {
  return doors().filter(({ name }) => !LEFT_OUT.includes(name));
}

function asked(): fc.Arbitrary<Asked> {
  return fc.constantFrom(...everyDoor()).chain((door) => {
    const { method, path, parameters, body: wanted } = door;
    const inQuery = parameters.filter((parameter) => parameter.in === 'query');
    const body = method === 'GET' ? fc.constant(undefined) : wanted === null ? fc.option(hostileText(), { nil: undefined }) : fc.oneof({ weight: 4, arbitrary: valueOf(wanted) }, fc.jsonValue());
    const query = fc.tuple(...inQuery.map(({ name, schema }) => fc.option(fc.oneof(valueOf(schema).map(String), hostileText()).map((value) => `${name}=${escaped(value)}`), { nil: '' })))
      .map((parts) => `?${parts.filter((part) => part !== '').join('&')}`);
    return fc.record({ door: fc.constant(door), method: fc.constant(method), path: pathOf(path), query: fc.oneof({ weight: 5, arbitrary: query }, fc.constantFrom('', '?%', '?%ff=%c0%80', '?a[b]=c&__proto__=1')), body, headers: oddHeaders() });
  });
}

/** Mostly none; else what proxies, programs and attackers send along. */
function oddHeaders(): fc.Arbitrary<Record<string, string>> {
  return fc.oneof({ weight: 6, arbitrary: fc.constant({}) }, fc.constantFrom<Record<string, string>[]>(
    { 'accept-language': '*'.repeat(3_000) }, { 'accept-language': 'x;q=9e99,,;;=' }, { accept: 'image/png' }, { 'accept-encoding': 'gzip;q=0, *;q=0' }, { range: 'bytes=9-1' }, { 'if-none-match': '"\\' },
    { authorization: 'Bearer ' }, { authorization: 'Basic Og==' }, { authorization: `Bearer portee_${'a'.repeat(43)}` }, { cookie: 'portee.session_token=%' }, { cookie: `portee.session_token=${'a'.repeat(4_000)}.b` },
    { cookie: 'a;b;=;__proto__=x' }, { origin: 'null' }, { origin: 'a b' }, { 'x-forwarded-for': "1' OR 1" }, { 'x-forwarded-host': 'ailleurs.example' }, { 'x-http-method-override': 'DELETE' }, { 'content-type': 'application/json; charset=utf-7' },
  ));
}

function pathOf(path: string): fc.Arbitrary<string> {
  const blanks = Array.from(path.matchAll(/\{(\w+)\}/g), ([, name = '']) => name);
  const values = blanks.map((name) => {
    if (name === 'slug') return fc.oneof({ weight: 9, arbitrary: fc.constant(null).map(() => owner.slug) }, hostileText().map(escaped));
    const right = name === 'month' ? fc.constantFrom('2026-10', '0001-01', '2000-01', '2100-12', '9999-12') : identifier();
    return fc.oneof({ weight: 4, arbitrary: right }, hostileText().map((text) => escaped(text) || 'x'));
  });
  return fc.tuple(...values).map((filled) => blanks.reduce((address, name, position) => address.replace(`{${name}}`, () => filled[position] ?? ''), path));
}

/** A value that the contract would take, more or less, with something hostile here and there. */
function valueOf(wanted: Schema): fc.Arbitrary<unknown> {
  const right = rightValue(resolve(wanted));
  return fc.oneof({ weight: 6, arbitrary: right }, hostileText(), fc.constantFrom<unknown>(null, true, -1, 0, 1e308, 2 ** 53, -0, 0.1, [], {}, ''));
}

function rightValue(wanted: Schema): fc.Arbitrary<unknown> {
  if (wanted.enum !== undefined) return fc.constantFrom(...wanted.enum);
  if (wanted.anyOf !== undefined) return fc.oneof(...wanted.anyOf.map(valueOf));
  if (wanted.properties !== undefined) return fc.record(Object.fromEntries(Object.entries(wanted.properties).map(([name, inner]) => [name, valueOf(inner)])), { requiredKeys: [] });
  if (wanted.items !== undefined) return fc.array(valueOf(wanted.items), { maxLength: 3 });
  if (wanted.format === 'uuid') return identifier();
  if (wanted.format === 'date') return fc.constantFrom('2026-01-31', '2026-02-01', '2000-01-01', '2100-12-31', '0000-01-01', '9999-12-31', '2026-02-30');
  const type = [wanted.type].flat()[0];
  if (type === 'integer' || type === 'number') return fc.oneof(fc.integer(), fc.nat({ max: 200 }), fc.double({ noNaN: true, noDefaultInfinity: true }));
  return type === 'boolean' ? fc.boolean() : fc.oneof(fc.constantFrom('facebook', 'Europe/Brussels', '2026-10', 'reach', 'fr', 'Notre page', 'anne@exemple.be'), hostileText());
}

function identifier(): fc.Arbitrary<string> {
  return fc.oneof({ weight: 5, arbitrary: fc.nat().map((position) => known[position % known.length] ?? '') }, fc.uuid());
}

function hostileText(): fc.Arbitrary<string> {
  const cursor = fc.record({ key: fc.oneof(fc.double(), fc.constantFrom<unknown>(null, '1', 1e308)), id: fc.oneof(fc.uuid(), fc.string()) }).map((value) => Buffer.from(JSON.stringify(value)).toString('base64url'));
  const odd = fc.constantFrom('\u0000', 'a\u0000b', '\uD800', '\u202E', '__proto__', 'constructor', 'toString', '../../etc/passwd', '..%2f..', '%', "'; DROP TABLE post; --", '\r\nSet-Cookie: a=b', '-1', '1e309', 'NaN', '=cmd', '%00', '{}', '[]', 'é'.repeat(500), 'a'.repeat(5_000), '+01:00', '😀', '\\', '%_%');
  return fc.oneof(odd, fc.string({ unit: 'binary', maxLength: 30 }), cursor);
}

/** As a browser sends it: halves of a sign become the sign for what cannot be read. */
function escaped(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}
