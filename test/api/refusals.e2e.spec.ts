import { fileURLToPath } from 'node:url';
import { NestApplication } from '@nestjs/core';
import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { OrganisationsService } from '../../apps/api/src/accounts/organisations.service.js';
import { openApiDocument } from '../../apps/api/src/operations/openapi.js';
import type { RunningPortee } from '../../apps/api/src/start-portee.js';
import { type TestDatabase, createDatabase } from '../support/database.js';
import { startOver } from '../support/portee.js';
import { Visitor } from '../support/visitor.js';

const COMMITTED = fileURLToPath(new URL('../../apps/api/openapi.json', import.meta.url));

/** The only doors that open without a key. Adding one is a decision. */
const OPEN_TO_ALL = [
  'GET /api/v1/health',
  'GET /api/v1/ready',
  'GET /api/v1/metrics',
  'GET /api/v1/session',
  'POST /api/v1/session',
  // The second step: the cookie of the first says whose.
  'POST /api/v1/session/code',
  'DELETE /api/v1/session',
  // Leads to the directory, and back: who comes back in another browser, or twice, is led to a page that says so.
  'POST /api/v1/session/directory',
  'GET /api/v1/session/directory/return',
  'POST /api/v1/first-account',
  // Opens nothing: a person comes back here from a network, and is led to sign in where the session has ended.
  'GET /api/v1/connections/callback',
  // Whoever is invited has the link, and no account yet.
  'POST /api/v1/account-links/address/use',
  'POST /api/v1/account-links/password',
  'POST /api/v1/account-links/password/use',
  // Mail programs stop a mail by calling the address in its headers; the page that its link leads to calls the same.
  'GET /api/v1/report-mails/stop',
  'POST /api/v1/report-mails/stop',
  'POST /api/v1/invitations/read',
  'POST /api/v1/invitations/accept',
  // Calendar programs can give no other key than the address itself, which holds a secret token.
  'GET /api/v1/plan.ics',
  // Whoever has the link to a report has no account: the address holds the secret. Its dress is nobody's.
  'GET /partage',
  'GET /partage/rapport.pdf',
  'GET /partage/habits/{file}',
];

const OWNER = { email: 'anne@exemple.be', password: 'dix lettres au moins' };

let database: TestDatabase;
let portee: RunningPortee;
let owner: Visitor;
let url: string;

beforeAll(async () => {
  database = await createDatabase();
  portee = await startOver(database);
  url = portee.url ?? '';
  owner = new Visitor(url);
  await owner.post('/api/v1/first-account', { ...OWNER, organisation: 'Chez nous', name: 'Anne' });
  const organisations = portee.app.get(OrganisationsService, { strict: false });
  await organisations.create({ name: 'Chez eux', timeZone: 'Europe/Brussels' });
});

afterAll(async () => {
  await portee?.stop();
  await database?.drop();
});

describe('the OpenAPI document', () => {
  it('is the committed one: run vitest with -u after a change that is meant', async () => {
    await expect(`${JSON.stringify(document(), null, 2)}\n`).toMatchFileSnapshot(COMMITTED);
  });

  it('says of every operation what it is for, and shows an example of all it takes and answers', () => {
    // What is missing is written in apps/api/src/api-document: a line of operation-words.ts, a value of invented-values.ts.
    expect(operations().filter(({ described }) => described.summary === '').map(({ name }) => name), 'without a line in operation-words.ts').toEqual([]);
    expect(operations().flatMap(({ name, described }) => [described.requestBody, ...Object.values(described.responses)].flatMap((part) => Object.entries(part?.content ?? {}).flatMap(([type, media]) => (
      isShown(type) && media.example === undefined && media.examples === undefined ? [`${name} ${type}`] : []))))).toEqual([]);
    expect(operations().flatMap(({ name, described }) => described.parameters.filter(({ description }) => description === undefined).map((one) => `${name} ${one.name}`)), 'without a line in parameter-words.ts').toEqual([]);
  });

  it('names reasons in every refusal of a closed door, and lets a program where its key may', () => {
    for (const { name, described } of operations()) {
      const isOpen = described.security.some((one) => Object.keys(one).length === 0);
      if (!isOpen) expect(Object.keys(described.responses['401']?.content?.['application/problem+json']?.examples ?? {}), name).toEqual(['not-signed-in', 'token-expired']);
      if (described['x-right'] === 'managePeople') expect(described.security, name).toEqual([{ session: [] }]);
    }
  });

  it('is served to everybody', async () => {
    expect((await new Visitor(url).get('/api/openapi.json')).body).toEqual(JSON.parse(JSON.stringify(document())));
  });

  it('asks for a session or a token everywhere but at the doors listed here', () => {
    const open = routes().filter(({ isOpen }) => isOpen);
    expect(open.map(({ name }) => name).toSorted()).toEqual(OPEN_TO_ALL.toSorted());
  });
});

/** Who else is let in where: doors.e2e.spec.ts. */
describe('every door that is not open to all', () => {
  it('hides another organisation: its owner’s door looks like one that does not exist', async () => {
    for (const { name, method, path } of closedRoutes().filter(({ path }) => path.includes('{slug}'))) {
      const foreign = await owner.ask(method, fill(path, 'chez-eux'));
      const unknown = await owner.ask(method, fill(path, 'nulle-part'));
      expect({ name, status: foreign.status, body: foreign.body }).toMatchObject({ status: 404, body: { reason: 'organisation-not-found' } });
      expect(foreign.body).toEqual(unknown.body);
    }
  });

  it('refuses a change that another site asks the owner’s browser for', async () => {
    for (const { name, method, path } of routes().filter((route) => route.method !== 'GET')) {
      const answer = await owner.ask(method, fill(path, 'chez-nous'), { headers: { origin: 'https://ailleurs.example' } });
      expect({ name, status: answer.status, body: answer.body }).toMatchObject({ status: 403, body: { reason: 'foreign-origin' } });
    }
  });
});

interface Route {
  name: string;
  method: string;
  path: string;
  isOpen: boolean;
}

const media = z.object({ example: z.unknown().optional(), examples: z.record(z.string(), z.unknown()).optional() });
const part = z.object({ content: z.record(z.string(), media).optional() });
const wholeOperation = z.object({
  summary: z.string(), security: z.array(z.record(z.string(), z.unknown())), 'x-right': z.string().optional(), requestBody: part.optional(), responses: z.record(z.string(), part),
  parameters: z.array(z.object({ name: z.string(), description: z.string().optional() })),
});
const operation = z.object({ security: z.array(z.record(z.string(), z.unknown())) });

let made: ReturnType<typeof openApiDocument> | undefined;

/** Made once: it does not change. */
function document() {
  if (!(portee.app instanceof NestApplication)) throw new Error('the role all serves HTTP');
  made ??= openApiDocument(portee.app);
  return made;
}

function routes(): Route[] {
  return Object.entries(document().paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, described]) => {
      const { security } = operation.parse(described);
      return { name: `${method.toUpperCase()} ${path}`, method: method.toUpperCase(), path, isOpen: security.some((one) => Object.keys(one).length === 0) };
    }),
  );
}

function operations() {
  return Object.entries(document().paths).flatMap(([path, item]) => Object.entries(item).map(([method, described]) => ({ name: `${method.toUpperCase()} ${path}`, described: wholeOperation.parse(described) })));
}

/** Pages of a PDF, an archive and bytes that are sent in pieces are shown nowhere. */
function isShown(type: string): boolean {
  return !['application/pdf', 'application/zip', 'multipart/form-data'].includes(type);
}

function closedRoutes(): Route[] {
  return routes().filter(({ isOpen }) => !isOpen);
}

/** An address with its blanks filled: existing things are not needed, since the refusal must come first. */
function fill(path: string, slug: string): string {
  return path.replace('{slug}', slug).replace('{month}', '2026-10').replaceAll(/\{\w+\}/g, () => newId());
}
