/** What stands at a place of an answer, such as "data.0.values"; undefined where nothing does. */
export function valueAt(json: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((value, key) => (typeof value === 'object' && value !== null ? new Map<string, unknown>(Object.entries(value)).get(key) : undefined), json);
}

/** The list at a place; empty where there is none. */
export function listAt(json: unknown, path: string): unknown[] {
  const value = valueAt(json, path);
  return Array.isArray(value) ? value : [];
}

/** The text at a place; empty where there is none. */
export function textAt(json: unknown, path: string): string {
  const value = valueAt(json, path);
  return typeof value === 'string' ? value : '';
}

/** The number at a place; NaN where there is none. */
export function numberAt(json: unknown, path: string): number {
  const value = valueAt(json, path);
  return typeof value === 'number' ? value : Number.NaN;
}
