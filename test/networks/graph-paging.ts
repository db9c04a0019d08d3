import { badParameter } from './graph-errors.js';
import type { GraphAsk } from './graph-request.js';
import { withQuery } from './consent-page.js';

const MOST_PER_PAGE = 100;

/** A list that the Graph gives page by page. */
export interface PagedList<T> {
  items: readonly T[];
  idOf(item: T): string;
  render(item: T): unknown;
  /** The stand-in's address. */
  url: string;
}

/** How many are asked for; 25 unless said. @throws GraphError above 100 */
export function readLimit(params: URLSearchParams): number {
  const limit = Number(params.get('limit') ?? 25);
  if (!Number.isInteger(limit) || limit < 0) throw badParameter('Param limit must be a non-negative integer');
  if (limit > MOST_PER_PAGE) throw badParameter(`Param limit must be less than or equal to ${MOST_PER_PAGE}`);
  return limit;
}

/** One page, its cursors, and the addresses beside it: `next` only where more follows; nothing but `data` where the page is empty. */
export function cursorPage<T>(ask: GraphAsk, list: PagedList<T>): { data: unknown[]; paging?: unknown } {
  const limit = readLimit(ask.params);
  const from = placeAfter(list, ask.params.get('after'));
  const items = list.items.slice(from, from + limit);
  const [first, last] = [items[0], items.at(-1)];
  if (first === undefined || last === undefined) return { data: [] };
  const after = cursorOf(list.idOf(last), from + items.length);
  const next = from + limit < list.items.length ? { next: addressOf(ask, list.url, { after }) } : {};
  return { data: items.map((item) => list.render(item)), paging: { cursors: { before: cursorOf(list.idOf(first), from), after }, ...next } };
}

/** The same call with other parameters; it carries the token as Meta's do, and never the proof. */
export function addressOf(ask: GraphAsk, url: string, changed: Record<string, string>): string {
  const values = Object.fromEntries([...ask.params].filter(([name]) => name !== 'appsecret_proof'));
  return withQuery([url, ask.version, ...ask.path].join('/'), { ...values, access_token: ask.token, ...changed });
}

function cursorOf(id: string, place: number): string {
  return Buffer.from(`${id}:${place}`).toString('base64url');
}

/** Behind the item the cursor names; at its place where the item has gone meanwhile. */
function placeAfter<T>(list: PagedList<T>, cursor: string | null): number {
  if (cursor === null || cursor === '') return 0;
  const read = /^(.+):(\d+)$/.exec(Buffer.from(cursor, 'base64url').toString());
  if (!read) throw badParameter('Invalid cursors values');
  const place = list.items.findIndex((item) => list.idOf(item) === read[1]);
  return place === -1 ? Number(read[2]) - 1 : place + 1;
}
