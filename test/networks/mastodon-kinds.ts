import { createHash } from 'node:crypto';
import type { InventedAccount } from './played-account.js';
import type { Reply } from './stand-in.js';

/** Servers that speak Mastodon's language, each with its own accent. */
export type MastodonKind = 'mastodon' | 'gotosocial' | 'snac';

export interface MastodonSettings {
  kind: MastodonKind;
  /** The time of the played network: tests move it. */
  now: () => Date;
  accounts: readonly InventedAccount[];
  /** What the server says it is; it has the abilities of that version. Mastodon 4.5.1, GoToSocial 0.20.0 or snac 2.75 when absent. */
  version?: string;
  /** Whether whoever is sent to sign in says yes at once. Else they see a page with two answers. Yes when absent. */
  approve?: boolean;
  /** A Mastodon whose administrator shows nothing to those who are not signed in. No when absent. */
  closedToVisitors?: boolean;
  /** The only scopes it knows; to ask for another is refused. All when absent. */
  scopes?: readonly string[];
  /** Whether a snac's owner shows how many follow; 0 is shown otherwise. No when absent. */
  showsMetrics?: boolean;
  /** Calls allowed in five minutes of the played clock. 300 when absent, except snac, which does not count. */
  callsPerFiveMinutes?: number;
  /** Whether the timelines hold posts only: no boosts, no notes to followers, no letters. No when absent. */
  isQuiet?: boolean;
  /** People who asked to follow and wait for a yes. 0 when absent. */
  followRequests?: number;
  latencyMs?: number;
}

const VERSIONS = { mastodon: '4.5.1', gotosocial: '0.20.0+git-dev', snac: '4.0.0 (not true; really snac/2.75)' };

/** What a server of this kind and version can do. */
export interface MastodonAbilities {
  version: string;
  hasQuoteCounts: boolean;
  hasSeveralStatuses: boolean;
  checksChallenge: boolean;
}

export function abilitiesOf({ kind, version = VERSIONS[kind] }: MastodonSettings): MastodonAbilities {
  const [major = 0, minor = 0] = version.split('.').map((part) => Number.parseInt(part, 10));
  const since = (least: number) => kind === 'mastodon' && major * 100 + minor >= least;
  return { version, hasQuoteCounts: since(405), hasSeveralStatuses: since(403), checksChallenge: since(403) };
}

const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const ULID_TIME_SIGNS = 10;
const ULID_CHANCE_SIGNS = 16;

/** An identifier as this kind makes them: digits that no number holds exactly, a ULID, or long hexadecimal. Later ones are greater, except on snac. */
export function identifierOf(kind: MastodonKind, at: Date, name: string): string {
  const digest = createHash('sha256').update(`${name} ${at.toISOString()}`).digest();
  if (kind === 'snac') return digest.toString('hex').slice(0, 32);
  if (kind === 'mastodon') return String((BigInt(at.getTime()) << 16n) + BigInt(digest.readUInt16BE()));
  const chance = [...digest.subarray(0, ULID_CHANCE_SIGNS)].map((byte) => SIGNS.charAt(byte % SIGNS.length)).join('');
  return ulidTime(at.getTime()) + chance;
}

function ulidTime(ms: number): string {
  return Array.from({ length: ULID_TIME_SIGNS }, (_, index) => SIGNS.charAt(Math.floor(ms / SIGNS.length ** (ULID_TIME_SIGNS - 1 - index)) % SIGNS.length)).join('');
}

const html = (status: number, text: string): Reply => ({ status, headers: { 'content-type': 'text/html; charset=utf-8' }, text });

/** A refusal by a server that was sent no token, or one that is no longer good. snac calls both unprocessable, and sends an empty page. */
export function refuseToken(kind: MastodonKind, token: 'missing' | 'dead'): Reply {
  if (kind === 'snac') return html(422, '');
  if (kind === 'gotosocial') return { status: 401, json: { error: token === 'missing' ? 'Unauthorized: token not supplied' : 'Unauthorized: invalid access token' } };
  return { status: 401, json: { error: token === 'missing' ? 'This API requires an authenticated user' : 'The access token was revoked' } };
}

export function refuseScope(kind: MastodonKind): Reply {
  return { status: 403, json: { error: kind === 'gotosocial' ? 'Forbidden: token has insufficient scope permission' : 'This action is outside the authorized scopes' } };
}

/** Nothing is there. snac answers with a page, the others with their own sentence. */
export function notFound(kind: MastodonKind, what: 'status' | 'account' | 'call'): Reply {
  if (kind === 'snac' || (kind === 'mastodon' && what === 'call')) return html(404, '<!DOCTYPE html><html><head><title>404</title></head><body><h1>404 Not Found</h1></body></html>');
  if (kind === 'gotosocial') return { status: 404, json: { error: what === 'call' ? 'Not Found' : `Not Found: target ${what} not found` } };
  return { status: 404, json: { error: 'Record not found' } };
}

/** Too many calls: Mastodon and GoToSocial tell in ISO 8601 until when. */
export function tooMany(kind: MastodonKind): Reply {
  return kind === 'snac' ? html(429, '') : { status: 429, json: { error: kind === 'mastodon' ? 'Too many requests' : 'rate limit reached' } };
}
