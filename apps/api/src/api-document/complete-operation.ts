import type { OpenAPIObject } from '@nestjs/swagger';
import { leastRole, type ProblemReason, type Right, scopeOfRight } from '@portee/shared';
import { describeRefusals } from './describe-refusals.js';
import { EXAMPLE } from './example-of.js';
import { operationWords } from './operation-words.js';
import { reasonsOf } from './operation-reasons.js';
import { parameterWords } from './parameter-words.js';
import { answeredFiles, uploads } from './uploads.js';

export type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;

/** An operation and where it stands. */
export interface Standing {
  method: string;
  path: string;
  operation: Operation;
  /** The right it asks for; null: outside of an organisation. */
  right: Right | null;
  /** It asks for the person behind the request. */
  asksForPerson: boolean;
}

/** Adds what holds for every operation alike: what it is for, what its parameters mean, who may ask, how it refuses, and an example of all it takes and answers. @returns why it may refuse */
export function completeOperation(standing: Standing): ProblemReason[] {
  const { operation, right } = standing;
  const id = operation.operationId ?? '';
  operation.summary = operationWords[id] ?? '';
  const upload = uploads[id];
  if (upload !== undefined) operation.requestBody = { required: true, content: { 'multipart/form-data': { schema: upload } } };
  const isForPeople = standing.asksForPerson || (right !== null && scopeOfRight[right] === null);
  operation.security ??= isForPeople ? [{ session: [] }] : [{ session: [] }, { token: [] }];
  if (right !== null) operation.description = sayRight(right, isForPeople);
  operation.parameters = parametersOf(standing);
  const reasons = reasonsOf({
    id, isForPeople, isInOrganisation: right !== null, isChange: standing.method !== 'GET', isOpen: operation.security.some((one) => Object.keys(one).length === 0),
    hasBody: operation.requestBody !== undefined, hasInput: operation.requestBody !== undefined || operation.parameters.some((one) => 'name' in one && one.name !== 'slug'),
    parameters: operation.parameters.flatMap((one) => ('name' in one ? [one.name] : [])),
  });
  showExamples(operation);
  operation.responses = { ...operation.responses, ...describeRefusals(reasons) };
  return reasons;
}

/** « Needs the right importFiles », as the table of rights has it. */
function sayRight(right: Right, isForPeople: boolean): string {
  const key = isForPeople ? 'A key of a program does not open it.' : `A key of a program needs the scope \`${scopeOfRight[right] ?? ''}\`.`;
  return `Needs the right \`${right}\`: a ${leastRole[right]}, or who may more. ${key}`;
}

function parametersOf({ path, operation }: Standing): NonNullable<Operation['parameters']> {
  const given = operation.parameters ?? [];
  const known = given.flatMap((parameter) => ('name' in parameter ? [parameter.name] : []));
  const names = Array.from(path.matchAll(/\{(\w+)\}/g), ([, name = '']) => name).filter((name) => !known.includes(name));
  const missing = names.map((name) => ({ name, in: 'path' as const, required: true, schema: { type: 'string' } }));
  for (const one of given) if ('schema' in one) Reflect.deleteProperty(one.schema ?? {}, EXAMPLE);
  return [...missing, ...given].map((parameter) => ('name' in parameter ? { ...parameter, ...parameterWords[parameter.name] } : parameter));
}

/** An example travels on its schema as far as here: only here it is known of which body it is. */
function showExamples(operation: Operation): void {
  const parts = [operation.requestBody, ...Object.values(operation.responses ?? {})];
  for (const [type, media] of parts.flatMap((part) => Object.entries((part !== undefined && 'content' in part ? part.content : undefined) ?? {}))) {
    const schema = media.schema ?? {};
    const example: unknown = answeredFiles[type] ?? Reflect.get(schema, EXAMPLE);
    Reflect.deleteProperty(schema, EXAMPLE);
    if (example !== undefined) media.example = example;
  }
}
