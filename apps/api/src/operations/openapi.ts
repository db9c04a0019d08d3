import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { z } from 'zod';

/** Serves the OpenAPI 3.1 document at /api/openapi.json; it is made at the first request for it. */
export function serveOpenApi(app: NestFastifyApplication): void {
  let text: string | null = null;
  app.getHttpAdapter().getInstance().get('/api/openapi.json', (_request, reply) => {
    text ??= JSON.stringify(openApiDocument(app));
    return reply.type('application/json').send(text);
  });
}

/** Every address of the API, from the shared contract. */
export function openApiDocument(app: NestFastifyApplication): OpenAPIObject {
  const options = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Portée')
    .setVersion('1')
    .addCookieAuth('portee.session_token', { type: 'apiKey', in: 'cookie' }, 'session')
    .addBearerAuth({ type: 'http', scheme: 'bearer' }, 'token')
    .build();
  return SwaggerModule.createDocument(app, options, { standardSchemaConverter });
}

/** A shared schema as JSON Schema; every schema with an id becomes a component of its own. */
function standardSchemaConverter(schema: unknown, { schemaType }: { schemaType: 'input' | 'output' }) {
  if (!(schema instanceof z.ZodType)) return undefined;
  const { $defs: components = {}, $schema: _dialect, ...own } = z.toJSONSchema(schema, { target: 'draft-2020-12', io: schemaType });
  return { schema: own, components };
}
