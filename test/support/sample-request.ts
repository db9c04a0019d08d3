import { type Door, resolve, type Schema } from './openapi.js';

/** Where a request names a thing by its identifier. */
export interface IdPlace {
  in: 'path' | 'query' | 'body';
  /** The name of the parameter, or the way to the value: « plan.appointmentId »; « [] » is an item of a list. */
  name: string;
}

/** Names in an address that stand for no thing of an organisation's. */
const NO_THINGS = ['slug', 'month', 'day', 'network', 'cursor'];
const TEXTS = ['2025-03-06', '2025-03', '2025-Q1', '18:30', '2025-03-06T10:00:00Z', 'a@exemple.be', 'fr', 'Europe/Brussels', 'x'.repeat(12), 'x'];

/** Every place of a request that takes an identifier, from the schemas alone. */
export function idPlaces({ parameters, body }: Door): IdPlace[] {
  const inAddress = parameters.flatMap(({ name, in: where, schema }): IdPlace[] => {
    if (NO_THINGS.includes(name)) return [];
    if (where === 'path') return [{ in: 'path', name }];
    return where === 'query' && (resolve(schema).format === 'uuid' || name.endsWith('Id')) ? [{ in: 'query', name }] : [];
  });
  const inBody = body === null ? [] : [...new Set(idPaths(body, []))];
  return [...inAddress, ...inBody.map((name): IdPlace => ({ in: 'body', name }))];
}

function idPaths(wanted: Schema, path: readonly string[]): string[] {
  const here = resolve(wanted);
  if (here.format === 'uuid') return [path.join('.')];
  return [
    ...branchesOf(here).flatMap((branch) => idPaths(branch, path)),
    ...Object.entries(here.properties ?? {}).flatMap(([name, inner]) => idPaths(inner, [...path, name])),
    ...(here.items === undefined ? [] : idPaths(here.items, [...path, '[]'])),
  ];
}

function branchesOf({ anyOf = [], oneOf = [] }: Schema): Schema[] {
  return [...anyOf, ...oneOf];
}

/** A body that the schema takes: what it demands, and what stands on the way to `target`. `id` gives the identifiers, by the name of their property. */
export function sampleBody(wanted: Schema, target: string, id: (path: string) => string): unknown {
  return sample(wanted, { path: [], target: target.split('.'), id });
}

/** The same with a text in every property that takes any text, those that may be left out too. @returns the body, and the ways to where it stands */
export function plantedBody(wanted: Schema, { id, text }: { id: (path: string) => string; text: (path: string) => string }): { body: unknown; planted: string[] } {
  const planted: string[] = [];
  return { body: sample(wanted, { path: [], target: [], id, plant: (path) => { planted.push(path); return text(path); } }), planted };
}

interface Wish {
  path: readonly string[];
  /** What is left of the way. */
  target: readonly string[];
  id: (path: string) => string;
  /** What to write where any text will do. */
  plant?: ((path: string) => string) | undefined;
}

/** Whether any words do: no identifier, no choice, no day. */
function isFreeText({ type, enum: choices, const: only, format, pattern }: Schema): boolean {
  return [type].flat().includes('string') && choices === undefined && only === undefined && format === undefined && pattern === undefined;
}

function holdsFreeText(wanted: Schema): boolean {
  const here = resolve(wanted);
  return isFreeText(here) || branchesOf(here).some(holdsFreeText) || here.items !== undefined && holdsFreeText(here.items);
}

function sample(wanted: Schema, wish: Wish): unknown {
  const here = resolve(wanted);
  if (here.const !== undefined) return here.const;
  if (here.enum !== undefined) return here.enum[0];
  if (here.format === 'uuid') return wish.id(wish.path.join('.'));
  if (wish.plant !== undefined && isFreeText(here)) return wish.plant(wish.path.join('.')).slice(0, here.maxLength);
  const branches = branchesOf(here);
  if (branches.length > 0) return sample(branches.find((branch) => leadsTo(branch, wish.target)) ?? branches[0] ?? {}, wish);
  if (here.properties !== undefined) return sampleObject(here, wish);
  if (here.items !== undefined) return [sample(here.items, { ...wish, path: [...wish.path, '[]'], target: wish.target.slice(1) })];
  return sampleScalar(here);
}

function sampleObject({ properties = {}, required = [] }: Schema, { path, target, id, plant }: Wish): object {
  const [next = '', ...rest] = target;
  const names = Object.keys(properties).filter((name) => required.includes(name) || name === next || plant !== undefined && holdsFreeText(properties[name] ?? {}));
  return Object.fromEntries(names.map((name) => [name, sample(properties[name] ?? {}, { path: [...path, name], target: name === next ? rest : [], id, plant })]));
}

function leadsTo(wanted: Schema, target: readonly string[]): boolean {
  return idPaths(wanted, []).includes(target.join('.'));
}

function sampleScalar({ type, minimum = 1, maximum, pattern, minLength = 0, maxLength = Infinity, format }: Schema): unknown {
  const kind = [type].flat()[0];
  if (kind === 'boolean') return true;
  if (kind === 'null') return null;
  if (kind === 'integer' || kind === 'number') return Math.min(Math.max(1, minimum), maximum ?? Infinity);
  const fits = (text: string) => text.length >= minLength && text.length <= maxLength && (pattern === undefined || new RegExp(pattern, 'u').test(text));
  return TEXTS.filter((text) => format !== 'email' || text.includes('@')).find(fits) ?? 'x';
}
