import { createHmac } from 'node:crypto';
import { badParameter, GraphError, unknownPath } from './graph-errors.js';
import type { MetaToken, MetaTokens } from './meta-tokens.js';
import { startOfPacificDay } from './pacific-days.js';
import type { Ask } from './stand-in.js';

/** A call to Meta's Graph, taken apart. */
export interface GraphAsk {
  method: string;
  /** "v26.0"; null when the address names none. */
  version: string | null;
  path: readonly string[];
  /** Query and form together. */
  params: URLSearchParams;
  /** From the query, the form or the Authorization header. */
  token: string | null;
}

/** Days on which versions end; those in no list live on. */
const VERSION_ENDS: Record<string, string> = {
  'v20.0': '2026-09-24', 'v21.0': '2027-01-21', 'v22.0': '2027-05-20', 'v23.0': '2027-10-08', 'v24.0': '2028-02-18', 'v25.0': '2028-07-29', 'v26.0': '9999-12-31',
};

export function readGraphAsk(ask: Ask): GraphAsk {
  const parts = ask.url.pathname.split('/').filter((part) => part !== '');
  const version = /^v\d+\.\d+$/.test(parts[0] ?? '') ? (parts[0] ?? null) : null;
  const params = new URLSearchParams(ask.url.searchParams);
  for (const [name, value] of readBody(ask)) params.set(name, value);
  const bearer = /^(?:Bearer|OAuth)\s+(.+)$/i.exec(ask.headers.authorization ?? '')?.[1] ?? null;
  return { method: ask.method, version, path: version ? parts.slice(1) : parts, params, token: params.get('access_token') ?? bearer };
}

function readBody({ headers, body }: Ask): [string, string][] {
  if (body === '') return [];
  if (!headers['content-type']?.includes('json')) return [...new URLSearchParams(body)];
  const read: unknown = JSON.parse(body);
  return isRecord(read) ? Object.entries(read).map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]) : [];
}

/** @throws GraphError when the address names no version, one that is over, or one that never was */
export function requireLivingVersion({ version, path }: GraphAsk, at: Date, retired: ReadonlySet<string>): void {
  if (version === null) throw unknownPath(path.join('/'));
  const end = VERSION_ENDS[version];
  if (end !== undefined && !retired.has(version) && at.toISOString().slice(0, 10) < end) return;
  throw new GraphError({ code: 2635, message: `(#2635) You are calling a deprecated version of the API. ${version} is no longer available. Please update to the latest version: v26.0.` });
}

/** The living token of a call. @throws GraphError when there is none, when it is dead, when its proof is wrong */
export function requireToken(ask: GraphAsk, { tokens, application, demandsProof }: { tokens: MetaTokens; application: { secret: string }; demandsProof: boolean }): MetaToken {
  if (ask.token === null) throw new GraphError({ code: 104, status: 401, message: 'An access token is required to request this resource.' });
  const token = tokens.require(ask.token);
  checkProof(ask, application.secret, demandsProof);
  return token;
}

/**
 * A proof must be right when there is one; an application may demand it.
 * @throws GraphError code 100
 */
function checkProof({ token, params }: GraphAsk, secret: string, isDemanded: boolean): void {
  const proof = params.get('appsecret_proof');
  if (proof === null && !isDemanded) return;
  if (proof === null) throw new GraphError({ code: 100, type: 'GraphMethodException', message: 'API calls from the server require an appsecret_proof argument' });
  const right = createHmac('sha256', secret).update(token ?? '').digest('hex');
  if (proof !== right) throw new GraphError({ code: 100, type: 'GraphMethodException', message: 'Invalid appsecret_proof provided in the API argument' });
}

/** An instant as the Graph takes it: Unix seconds, or a day, which starts at midnight in California. */
export function readInstant(params: URLSearchParams, name: string): Date | null {
  const text = params.get(name);
  if (text === null || text === '') return null;
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return startOfPacificDay(text);
  const instant = new Date(/^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text));
  if (Number.isNaN(instant.getTime())) throw badParameter(`Param ${name} must be a valid date or timestamp`);
  return instant;
}

/** A list as the Graph takes it: commas, or a JSON array. */
export function readList(text: string | null | undefined): string[] {
  return (text ?? '').replace(/[[\]"\s]/g, '').split(',').filter((word) => word !== '');
}

/** "2026-10-02T07:00:00+0000" */
export function graphTime(instant: Date): string {
  return `${instant.toISOString().slice(0, 19)}+0000`;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
