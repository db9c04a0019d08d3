import { GraphError, unknownField } from './graph-errors.js';

/** One name of `fields=`, with what hangs on it: `insights.metric(a,b){name,values}`. */
export interface AskedField {
  name: string;
  modifiers: ReadonlyMap<string, string>;
  fields: readonly AskedField[];
}

/** A node's fields by name; undefined means that the answer leaves the field out. */
export type NodeFields = Readonly<Record<string, (asked: AskedField) => unknown>>;

/** @throws GraphError code 2500 on a list that cannot be read */
export function parseFields(text: string): AskedField[] {
  return splitOutside(text).map(parseField);
}

function parseField(text: string): AskedField {
  const parts = /^(\w+)((?:\.\w+\([^)]*\))*)(?:\{([\s\S]*)\})?$/.exec(text);
  if (!parts) throw new GraphError({ code: 2500, message: `Syntax error "Expected end of string instead of "${text.slice(0, 1)}"." at character 0: ${text}` });
  const modifiers = new Map<string, string>();
  for (const [, name, value] of (parts[2] ?? '').matchAll(/\.(\w+)\(([^)]*)\)/g)) modifiers.set(name ?? '', value ?? '');
  return { name: parts[1] ?? '', modifiers, fields: parts[3] === undefined ? [] : parseFields(parts[3]) };
}

/** Splits at the commas that stand outside brackets. */
function splitOutside(text: string): string[] {
  const pieces: string[] = [];
  let depth = 0;
  let piece = '';
  for (const sign of text) {
    if ('({'.includes(sign)) depth += 1;
    if (')}'.includes(sign)) depth -= 1;
    if (sign === ',' && depth === 0) {
      pieces.push(piece.trim());
      piece = '';
    } else piece += sign;
  }
  return [...pieces, piece.trim()].filter((field) => field !== '');
}

/** What was asked of a node, and its id, which always comes. */
export function renderNode(nodeType: string, node: NodeFields, asked: readonly AskedField[]): Record<string, unknown> {
  const answer: Record<string, unknown> = {};
  for (const field of asked) {
    if (!Object.hasOwn(node, field.name)) throw unknownField(field.name, nodeType);
    const value = node[field.name]?.(field);
    if (value !== undefined) answer[field.name] = value;
  }
  const id = node['id']?.({ name: 'id', modifiers: new Map(), fields: [] });
  return id === undefined ? answer : { ...answer, id };
}

/** The sub-fields that were asked of a plain value; all of it when none was named. */
export function pickFields(value: Record<string, unknown>, asked: readonly AskedField[]): Record<string, unknown> {
  if (asked.length === 0) return value;
  return Object.fromEntries(asked.filter(({ name }) => value[name] !== undefined).map(({ name }) => [name, value[name]]));
}
