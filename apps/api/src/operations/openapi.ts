import type { INestApplication } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { problem } from '@portee/shared';
import { z } from 'zod';
import { usualRight } from '../accounts/access.js';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;
const REFUSAL = { description: 'A problem of RFC 9457', content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } };

/** Serves the OpenAPI 3.1 document at /api/openapi.json; it is made at the first request for it. */
export function serveOpenApi(app: NestFastifyApplication): void {
  let text: string | null = null;
  app.getHttpAdapter().getInstance().get('/api/openapi.json', (_request, reply) => {
    text ??= JSON.stringify(openApiDocument(app));
    return reply.type('application/json').send(text);
  });
}

/** Every address of the API, from the shared contract. What everybody may ask has an empty security requirement. */
export function openApiDocument(app: INestApplication): OpenAPIObject {
  const options = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Portée')
    .setVersion('1')
    .addCookieAuth('portee.session_token', { type: 'apiKey', in: 'cookie' }, 'session')
    .addBearerAuth({ type: 'http', scheme: 'bearer' }, 'token')
    .build();
  const operationIdFactory = (controller: string, method: string) => `${controller.replace(/Controller$/, '')}.${method}`;
  return complete(SwaggerModule.createDocument(app, options, { standardSchemaConverter, operationIdFactory }));
}

/** What holds for every operation alike: who may ask, what the address names, and how it refuses. */
function complete(document: OpenAPIObject): OpenAPIObject {
  for (const [path, item] of Object.entries(document.paths)) {
    const operations = METHODS.flatMap((method) => (item[method] === undefined ? [] : [{ method, operation: item[method] }]));
    for (const { method, operation } of operations) completeOperation(`${method.toUpperCase()} ${path}`, operation);
  }
  Object.assign(document.components?.schemas ?? {}, standardSchemaConverter(problem, { schemaType: 'output' })?.components);
  return document;
}

function completeOperation(door: string, operation: Operation): void {
  if (door.includes('{slug}')) sayRight(operation, door.split(' ')[0] ?? '');
  operation.security ??= [{ session: [] }, { token: [] }];
  operation.responses = { ...operation.responses, default: REFUSAL };
  const known = (operation.parameters ?? []).flatMap((parameter) => ('name' in parameter ? [parameter.name] : []));
  const names = Array.from(door.matchAll(/\{(\w+)\}/g), ([, name = '']) => name).filter((name) => !known.includes(name));
  const missing = names.map((name) => ({ name, in: 'path' as const, required: true, schema: { type: 'string' } }));
  operation.parameters = [...missing, ...(operation.parameters ?? [])];
}

/** In an organisation, each door says which right of the table it asks for (`x-right`; `@Needs` says it where it is not the usual one). */
function sayRight(operation: Operation, method: string): void {
  Object.assign(operation, { 'x-right': Reflect.get(operation, 'x-right') ?? usualRight(method) });
}

/** A shared schema as JSON Schema; every schema with an id becomes a component of its own. */
function standardSchemaConverter(schema: unknown, { schemaType }: { schemaType: 'input' | 'output' }) {
  if (!(schema instanceof z.ZodType)) return undefined;
  const { $defs: components = {}, $schema: _dialect, ...own } = z.toJSONSchema(schema, { target: 'draft-2020-12', io: schemaType });
  return { schema: own, components };
}
