/** An object of an answer that a test changes in place. */
export type Json = Record<string, unknown>;

/** The object at a path of names. @throws Error where there is none: the stand-in changed */
export function objectAt(json: unknown, ...path: readonly string[]): Json {
  const found = path.reduce<unknown>((inner, name) => (isObject(inner) ? inner[name] : undefined), json);
  if (!isObject(found)) throw new Error(`no object at ${path.join('.')}`);
  return found;
}

/** The list at a path, itself, to be changed in place. */
export function listAt(json: unknown, ...path: readonly string[]): unknown[] {
  const found = path.reduce<unknown>((inner, name) => (isObject(inner) ? inner[name] : undefined), json);
  if (!Array.isArray(found)) throw new Error(`no list at ${path.join('.')}`);
  return found;
}

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Gives a field a value, or takes it away. */
export function setField(object: Json, name: string, value: unknown): void {
  if (value === undefined) delete object[name];
  else object[name] = value;
}

/** The same answer with a field nobody knows in every object of it. */
export function withUnknownFields(json: unknown): unknown {
  if (Array.isArray(json)) return json.map((one) => withUnknownFields(one));
  if (!isObject(json)) return json;
  const known = Object.fromEntries(Object.entries(json).map(([name, value]) => [name, withUnknownFields(value)]));
  return { ...known, unheardOf: { since: 'yesterday', list: [1, null, 'two'] } };
}

/** The same object with every value of a type that no documentation has. */
export function withWrongTypes(object: Json): void {
  for (const name of Object.keys(object)) object[name] = { surprise: [object[name] === null] };
}
