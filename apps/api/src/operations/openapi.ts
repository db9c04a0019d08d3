import type { INestApplication } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { allRights, problem, type ProblemReason, type Right } from '@portee/shared';
import { z } from 'zod';
import { usualRight } from '../accounts/access.js';
import { completeOperation, type Operation } from '../api-document/complete-operation.js';
import { refusalExamples } from '../api-document/describe-refusals.js';
import { EXAMPLE, exampleOf } from '../api-document/example-of.js';
import { operationIdOf, personOnly } from '../api-document/person-only.js';

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;
const ABOUT = 'Figures of social networks for a cultural centre. Rates are fractions; instants are ISO 8601 in UTC, days and months local text; what is unknown is null, what was measured as nothing is 0. Every refusal is a problem of RFC 9457 with a `reason` that never changes. All figures and names in the examples are invented.';

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
    .setDescription(ABOUT)
    .setVersion('1')
    .addCookieAuth('portee.session_token', { type: 'apiKey', in: 'cookie' }, 'session')
    .addBearerAuth({ type: 'http', scheme: 'bearer' }, 'token')
    .build();
  return complete(SwaggerModule.createDocument(app, options, { standardSchemaConverter, operationIdFactory: operationIdOf }), personOnly(app));
}

function complete(document: OpenAPIObject, forPeople: ReadonlySet<string>): OpenAPIObject {
  const reasons = new Set<ProblemReason>();
  const operations = Object.entries(document.paths).flatMap(([path, item]) => METHODS.map((name) => ({ path, method: name.toUpperCase(), operation: item[name] })));
  for (const { path, method, operation } of operations) {
    if (operation === undefined) continue;
    const right = path.includes('{slug}') ? sayRight(operation, method) : null;
    for (const reason of completeOperation({ method, path, operation, right, asksForPerson: forPeople.has(operation.operationId ?? '') })) reasons.add(reason);
  }
  Object.assign(document.components?.schemas ?? {}, standardSchemaConverter(problem, { schemaType: 'output' })?.components);
  return { ...document, components: { ...document.components, examples: refusalExamples(reasons) } };
}

/** In an organisation, each door says which right of the table it asks for (`x-right`; `@Needs` says it where it is not the usual one). */
function sayRight(operation: Operation, method: string): Right {
  const said: unknown = Reflect.get(operation, 'x-right');
  const right = allRights.find((one) => one === said) ?? usualRight(method);
  Object.assign(operation, { 'x-right': right });
  return right;
}

/** A shared schema as JSON Schema, with its example; every schema with an id becomes a component of its own. */
function standardSchemaConverter(schema: unknown, { schemaType }: { schemaType: 'input' | 'output' }) {
  if (!(schema instanceof z.ZodType)) return undefined;
  const { $defs: components = {}, $schema: _dialect, ...own } = z.toJSONSchema(schema, { target: 'draft-2020-12', io: schemaType });
  return { schema: { ...own, [EXAMPLE]: exampleOf(schema) }, components };
}
