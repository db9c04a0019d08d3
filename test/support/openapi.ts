import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { leastRole, type Right } from '@portee/shared';
import { z } from 'zod';

/** The committed document, which `refusals.e2e.spec.ts` holds against the running program. */
const COMMITTED = fileURLToPath(new URL('../../apps/api/openapi.json', import.meta.url));

/** As much of JSON Schema as the shared contract comes to. */
export interface Schema {
  $ref?: string | undefined; type?: string | string[] | undefined; enum?: unknown[] | undefined; const?: unknown; format?: string | undefined; pattern?: string | undefined;
  properties?: Record<string, Schema> | undefined; required?: string[] | undefined; items?: Schema | undefined; anyOf?: Schema[] | undefined; oneOf?: Schema[] | undefined;
  minimum?: number | undefined; maximum?: number | undefined; minLength?: number | undefined; maxLength?: number | undefined; minItems?: number | undefined;
}
const schema: z.ZodType<Schema> = z.lazy(() => z.object({
  $ref: z.string().optional(), type: z.union([z.string(), z.array(z.string())]).optional(), enum: z.array(z.unknown()).optional(), const: z.unknown().optional(),
  format: z.string().optional(), pattern: z.string().optional(), properties: z.record(z.string(), schema).optional(), required: z.array(z.string()).optional(),
  items: schema.optional(), anyOf: z.array(schema).optional(), oneOf: z.array(schema).optional(), minimum: z.number().optional(), maximum: z.number().optional(),
  minLength: z.number().optional(), maxLength: z.number().optional(), minItems: z.number().optional(),
}));

const parameter = z.object({ name: z.string(), in: z.string(), required: z.boolean().default(false), schema: schema.default({}) });
const operation = z.object({
  'parameters': z.array(parameter).default([]),
  'requestBody': z.object({ content: z.record(z.string(), z.object({ schema })) }).optional(),
  'responses': z.record(z.string(), z.object({ content: z.record(z.string(), z.object({ examples: z.record(z.string(), z.unknown()).optional() })).optional() })),
  'security': z.array(z.record(z.string(), z.unknown())),
  'x-right': z.custom<Right>((said) => typeof said === 'string' && said in leastRole).optional(),
});
const openApi = z
  .object({ paths: z.record(z.string(), z.record(z.string(), operation)), components: z.object({ schemas: z.record(z.string(), schema) }) })
  .parse(JSON.parse(readFileSync(COMMITTED, 'utf8')));

/** An address and a method of the API. */
export interface Door {
  /** « GET /api/v1/… » */
  name: string;
  method: string;
  path: string;
  /** Whoever comes. */
  isOpen: boolean;
  /** The right of `rights.ts` that it asks for; null: it is in no organisation. */
  right: Right | null;
  parameters: z.infer<typeof parameter>[];
  /** Null: it takes none, or a file. */
  body: Schema | null;
  /** For which it is said to refuse. */
  reasons: string[];
}

/** Every door of the API, as the document names them. */
export function doors(): Door[] {
  return Object.entries(openApi.paths).flatMap(([path, item]) => Object.entries(item).map(([lower, described]) => {
    const method = lower.toUpperCase();
    const content = described.requestBody?.content['application/json'];
    const reasons = Object.values(described.responses).flatMap((answer) => Object.keys(answer.content?.['application/problem+json']?.examples ?? {}));
    const isOpen = described.security.some((one) => Object.keys(one).length === 0);
    return { name: `${method} ${path}`, method, path, isOpen, right: described['x-right'] ?? null, parameters: described.parameters, body: content?.schema ?? null, reasons };
  }));
}

/** A schema, or what it refers to. */
export function resolve(wanted: Schema): Schema {
  return wanted.$ref === undefined ? wanted : resolve(openApi.components.schemas[wanted.$ref.split('/').at(-1) ?? ''] ?? {});
}
