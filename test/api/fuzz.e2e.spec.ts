import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { bigPorteeCsv } from '../bench/big-files.js';
import { importFile } from '../support/imports.js';
import { startTestPortee, type TestPortee } from '../support/portee.js';
import { firstMember, type Member, Visitor } from '../support/visitor.js';

const REQUESTS = process.env['PORTEE_TEST_TIER'] === 'long' ? 10_000 : 400;
/** No request of this size may be thought about for longer. */
const PATIENCE_MS = 5_000;
/** Asked by themselves elsewhere: they sign out, draw a page for a second each, or fill the database for good. */
const LEFT_OUT = ['DELETE /api/v1/session', 'POST /api/v1/demonstration'];

const schema: z.ZodType<Schema> = z.lazy(() => z.object({
  $ref: z.string().optional(), type: z.union([z.string(), z.array(z.string())]).optional(), enum: z.array(z.unknown()).optional(), format: z.string().optional(),
  properties: z.record(z.string(), schema).optional(), items: schema.optional(), anyOf: z.array(schema).optional(),
}));
interface Schema {
  $ref?: string | undefined; type?: string | string[] | undefined; enum?: unknown[] | undefined; format?: string | undefined;
  properties?: Record<string, Schema> | undefined; items?: Schema | undefined; anyOf?: Schema[] | undefined;
}
const operationShape = z.object({
  parameters: z.array(z.object({ name: z.string(), in: z.string(), schema: schema.optional() })).default([]),
  requestBody: z.object({ content: z.record(z.string(), z.object({ schema })) }).optional(),
});
const openApi = z
  .object({ paths: z.record(z.string(), z.record(z.string(), operationShape)), components: z.object({ schemas: z.record(z.string(), schema) }) })
  .parse(JSON.parse(readFileSync(fileURLToPath(new URL('../../apps/api/openapi.json', import.meta.url)), 'utf8')));

interface Asked { method: string; path: string; query: string; body: unknown }

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
    const began = Date.now();
    const visitor = new Visitor(portee.url, { origin: portee.url, cookie: owner.cookies().map(({ name, value }) => `${name}=${value}`).join('; ') });
    const answer = await visitor.ask(one.method, one.path + one.query, { body: one.body });
    const text = typeof answer.body === 'string' ? '' : JSON.stringify(answer.body);
    expect(answer.status, text).toBeLessThan(500);
    expect(Date.now() - began, 'milliseconds').toBeLessThan(PATIENCE_MS);
    if (answer.status < 400) return;
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(text).not.toMatch(/QueryFailed|SELECT |node_modules|\.ts:|\.js:|portee_app|\bat \//);
  }), { numRuns: REQUESTS });
});

function asked(): fc.Arbitrary<Asked> {
  const operations = Object.entries(openApi.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation }))).filter(({ method, path }) => !LEFT_OUT.includes(`${method} ${path}`));
  return fc.constantFrom(...operations).chain(({ method, path, operation }) => {
    const inQuery = operation.parameters.filter((parameter) => parameter.in === 'query');
    const [content] = Object.values(operation.requestBody?.content ?? {});
    const body = content === undefined ? fc.constant(undefined) : fc.oneof({ weight: 4, arbitrary: valueOf(content.schema) }, fc.jsonValue());
    const query = fc.tuple(...inQuery.map(({ name, schema: wanted }) => fc.option(fc.oneof(valueOf(wanted ?? {}).map(String), hostileText()).map((value) => `${name}=${escaped(value)}`), { nil: '' })))
      .map((parts) => `?${parts.filter((part) => part !== '').join('&')}`);
    return fc.record({ method: fc.constant(method), path: pathOf(path), query: fc.oneof({ weight: 5, arbitrary: query }, fc.constantFrom('', '?%', '?%ff=%c0%80', '?a[b]=c&__proto__=1')), body });
  });
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
  const named = wanted.$ref === undefined ? wanted : (openApi.components.schemas[wanted.$ref.split('/').at(-1) ?? ''] ?? {});
  const right = rightValue(named);
  return fc.oneof({ weight: 6, arbitrary: right }, hostileText(), fc.constantFrom<unknown>(null, true, -1, 0, 1e308, 0.1, [], {}, ''));
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
