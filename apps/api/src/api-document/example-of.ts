import { createHash } from 'node:crypto';
import { z } from 'zod';
import { inventedValues, inventedWholes } from './invented-values.js';

/** Under which name an example travels on its schema. */
export const EXAMPLE = 'x-example';

const INSTANT = '2026-11-02T06:00:00.000Z';
/** What stands where nothing was invented: the first that the schema takes. */
const texts = ['exemple', INSTANT, '2026-10-15', '2026-10', '18:30', '2026-Q4', 'Europe/Brussels', 'nom@exemple.be', 'https://exemple.be/', 'un exemple assez long'];
const numbers = [12, 1, 0, 0.4, 2026];

/**
 * An invented value that a schema of the contract takes, made from the schema itself: it cannot name a field that there is no more, nor forget one.
 * @returns undefined where none is found
 */
export function exampleOf(schema: unknown): unknown {
  const found = schema instanceof z.ZodType ? build(schema, { name: '', owner: '' }) : undefined;
  return schema instanceof z.ZodType && schema.safeParse(found).success ? found : undefined;
}

/** Where a value stands: under which name, in what. */
interface Place {
  name: string;
  owner: string;
}

function build(schema: z.ZodType, place: Place): unknown {
  const id = z.globalRegistry.get(schema)?.id ?? '';
  const invented = [...(inventedValues[`${place.owner}.${place.name}`] ?? []), ...(inventedValues[place.name] ?? []), inventedWholes[id], identifier(place)];
  const fits = invented.filter((value) => value !== undefined && schema.safeParse(value).success);
  return fits.length > 0 ? fits[0] : buildByKind(schema, { name: place.name, owner: id === '' ? place.owner : id });
}

function buildByKind(schema: z.ZodType, place: Place): unknown {
  const inner = innerOf(schema);
  if (inner !== null) return build(inner, place);
  if (schema instanceof z.ZodObject) return buildObject(schema, place);
  if (schema instanceof z.ZodArray) return [asType(schema.element)].map((element) => build(element, place));
  if (schema instanceof z.ZodTuple) return schema.def.items.map((item) => build(asType(item), place));
  if (schema instanceof z.ZodUnion) return firstThatFits(schema, schema.options.map((option) => build(asType(option), place)));
  if (schema instanceof z.ZodRecord) return buildRecord(schema, place);
  if (schema instanceof z.ZodIntersection) return { ...Object(build(asType(schema.def.left), place)), ...Object(build(asType(schema.def.right), place)) };
  if (schema instanceof z.ZodLiteral) return [...schema.values][0];
  if (schema instanceof z.ZodEnum) return schema.options[0];
  return firstThatFits(schema, [...texts, inventedId(place.name), ...numbers, false, true, null, {}]);
}

function buildObject(schema: z.ZodObject, { owner }: Place): Record<string, unknown> {
  return Object.fromEntries(Object.entries(schema.shape).map(([name, field]) => [name, build(asType(field), { name, owner })]));
}

/** One entry, or one for each key where the keys are few words. */
function buildRecord(schema: z.ZodRecord, place: Place): Record<string, unknown> {
  const keys = asType(schema.keyType);
  const names = keys instanceof z.ZodEnum ? keys.options.map(String) : [String(build(keys, { name: `${place.name}.key`, owner: '' }))];
  return Object.fromEntries(names.map((name) => [name, build(asType(schema.valueType), { name, owner: place.owner })]));
}

/** What a wrapping says nothing of: whether it may be left out, be null, or how it is read. */
function innerOf(schema: z.ZodType): z.ZodType | null {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault || schema instanceof z.ZodReadonly) return asType(schema.def.innerType);
  if (schema instanceof z.ZodPipe) return asType(schema.def.in instanceof z.ZodTransform ? schema.def.out : schema.def.in);
  if (schema instanceof z.ZodLazy) return asType(schema.def.getter());
  return null;
}

function firstThatFits(schema: z.ZodType, values: readonly unknown[]): unknown {
  return values.find((value) => schema.safeParse(value).success);
}

function asType(schema: unknown): z.ZodType {
  if (!(schema instanceof z.ZodType)) throw new TypeError('the contract is made of zod’s classic schemas');
  return schema;
}

/** The same thing has the same identifier wherever it is named: `channelId`, and `id` of a Channel. */
function identifier({ name, owner }: Place): string | undefined {
  if (name === 'id') return inventedId(owner);
  const named = /^(\w+?)Ids?$/.exec(name)?.[1];
  return named === undefined ? undefined : inventedId(named);
}

/** A uuid of version 7, always the same for a word. */
function inventedId(word: string): string {
  const hex = createHash('sha256').update(word.toLowerCase()).digest('hex');
  return `019a5c${hex.slice(0, 2)}-${hex.slice(2, 6)}-7${hex.slice(6, 9)}-8${hex.slice(9, 12)}-${hex.slice(12, 24)}`;
}
