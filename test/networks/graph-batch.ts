import { badParameter } from './graph-errors.js';
import { type GraphAsk, isRecord, readGraphAsk } from './graph-request.js';
import type { Ask, Reply } from './stand-in.js';

const MOST_PER_BATCH = 50;

/** Calls in one: each is answered as if alone, its body as a JSON string; null where the answer was too late. */
export function answerBatch(ask: Ask, whole: GraphAsk, one: (ask: Ask) => Reply | null): Reply {
  const operations = readOperations(whole);
  return { json: operations.map((operation) => wrapped(one(askOf(ask, whole, operation)))) };
}

function readOperations(whole: GraphAsk): { method: string; path: string }[] {
  const read = parsed(whole.params.get('batch') ?? '');
  if (!Array.isArray(read)) throw badParameter('Param batch must be an array.');
  if (read.length > MOST_PER_BATCH) throw badParameter(`Too many requests in batch message. Maximum batch size is ${MOST_PER_BATCH}`);
  return read.map((operation: unknown) => {
    if (!isRecord(operation) || typeof operation['relative_url'] !== 'string') throw badParameter('Batch operation must have a relative_url');
    return { method: typeof operation['method'] === 'string' ? operation['method'] : 'GET', path: operation['relative_url'].replace(/^\//, '') };
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** An operation inherits version, token and proof from the whole. */
function askOf(ask: Ask, whole: GraphAsk, { method, path }: { method: string; path: string }): Ask {
  const url = new URL(/^v\d+\.\d+\//.test(path) ? path : `${whole.version}/${path}`, ask.url.origin);
  const inherited: Record<string, string | null> = { access_token: whole.token, appsecret_proof: whole.params.get('appsecret_proof') };
  for (const [name, value] of Object.entries(inherited)) if (value !== null && !url.searchParams.has(name)) url.searchParams.set(name, value);
  return { method, url, headers: {}, body: '' };
}

function wrapped(reply: Reply | null): unknown {
  if (reply === null) return null;
  const headers = Object.entries({ 'Content-Type': 'application/json; charset=UTF-8', ...reply.headers }).map(([name, value]) => ({ name, value }));
  return { code: reply.status ?? 200, headers, body: JSON.stringify(reply.json ?? {}) };
}

/** Whether a call is the batch endpoint. */
export function isBatch(ask: Ask): boolean {
  const { method, path, params } = readGraphAsk(ask);
  return method === 'POST' && path.length === 0 && params.has('batch');
}
