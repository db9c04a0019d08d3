import { createHash } from 'node:crypto';
import { type Approval, consentReply, refusalPage, withQuery } from './consent-page.js';
import { badCredentials } from './google-errors.js';
import type { Ask, Reply } from './stand-in.js';

const DAY_MS = 86_400_000;
const CODE_LASTS_MS = 10 * 60_000;
const ACCESS_SECONDS = 3599;
/** A refresh token dies when it is left alone so long. */
const UNUSED_DAYS = 182;
/** And after a week where the consent screen is still "Testing". */
const TESTING_DAYS = 7;

/** The web client that a centre made in the Google console. */
export interface GoogleClient {
  id: string;
  secret: string;
  redirectUris: readonly string[];
}

/** What a person let the client do, on one channel. */
export interface Grant {
  channelId: string;
  scopes: readonly string[];
  grantedAt: Date;
  usedAt: Date;
  isRevoked: boolean;
}

export interface GoogleSignIn {
  now: () => Date;
  client: GoogleClient;
  /** Changed by levers while it runs: what the person answers, for which channel, what they leave ticked, and whether the application is still in test. */
  choice: { approval: Approval; channelId: string; grants: readonly string[] | null; isTesting: boolean };
  codes: Map<string, { redirectUri: string; grant: Grant; challenge: string | null; isOffline: boolean; at: Date; isUsed: boolean }>;
  refreshTokens: Map<string, Grant>;
  accessTokens: Map<string, { grant: Grant; expiresAt: Date }>;
  /** Channels that got a refresh token: the next consent brings none unless it is asked for. */
  known: Set<string>;
}

export function createGoogleSignIn(settings: Pick<GoogleSignIn, 'now' | 'client' | 'choice'>): GoogleSignIn {
  return { ...settings, codes: new Map(), refreshTokens: new Map(), accessTokens: new Map(), known: new Set() };
}

/** accounts.google.com: the person chooses a channel and agrees. */
export function authReply(signIn: GoogleSignIn, ask: Ask): Reply {
  const asked = ask.url.searchParams;
  const redirectUri = asked.get('redirect_uri') ?? '';
  if (asked.get('client_id') !== signIn.client.id) return refusalPage('Erreur 401 : invalid_client', 'The OAuth client was not found.');
  if (!signIn.client.redirectUris.includes(redirectUri)) return refusalPage('Erreur 400 : redirect_uri_mismatch', 'The redirect URI in the request does not match the ones authorized for the OAuth client.');
  if (asked.get('response_type') !== 'code' || !asked.get('scope')) return refusalPage('Erreur 400 : invalid_request', 'Required parameter is missing.');
  const scopes = (asked.get('scope') ?? '').split(/\s+/).filter((scope) => scope !== '');
  const state = asked.get('state');
  return consentReply(ask, {
    approval: signIn.choice.approval, title: 'Google', scopes,
    yes: () => withQuery(redirectUri, { state, code: newCode(signIn, asked, scopes), scope: scopes.join(' ') }),
    no: () => withQuery(redirectUri, { error: 'access_denied', state }),
  });
}

function newCode(signIn: GoogleSignIn, asked: URLSearchParams, scopes: readonly string[]): string {
  const { channelId, grants } = signIn.choice;
  const code = `4/0${nameOf('code', signIn.codes.size)}`;
  const grant = { channelId, scopes: scopes.filter((scope) => grants?.includes(scope) ?? true), grantedAt: signIn.now(), usedAt: signIn.now(), isRevoked: false };
  const isOffline = asked.get('access_type') === 'offline' && (asked.get('prompt')?.includes('consent') || !signIn.known.has(channelId));
  signIn.codes.set(code, { redirectUri: asked.get('redirect_uri') ?? '', grant, challenge: asked.get('code_challenge'), isOffline, at: signIn.now(), isUsed: false });
  return code;
}

/** oauth2.googleapis.com/token: a code or a refresh token against an access token of an hour. */
export function tokenReply(signIn: GoogleSignIn, ask: Ask): Reply {
  const form = new URLSearchParams(ask.body);
  if (form.get('client_id') !== signIn.client.id || form.get('client_secret') !== signIn.client.secret) return refused(401, 'invalid_client', 'Unauthorized');
  const type = form.get('grant_type');
  if (type === 'authorization_code') return codeReply(signIn, form);
  return type === 'refresh_token' ? refreshReply(signIn, form) : refused(400, 'unsupported_grant_type', 'Invalid grant_type');
}

function codeReply(signIn: GoogleSignIn, form: URLSearchParams): Reply {
  const code = signIn.codes.get(form.get('code') ?? '');
  if (!code || code.isUsed || signIn.now().getTime() - code.at.getTime() > CODE_LASTS_MS) return refused(400, 'invalid_grant', 'Malformed auth code.');
  if (code.redirectUri !== form.get('redirect_uri')) return refused(400, 'redirect_uri_mismatch', 'Bad Request');
  const verifier = createHash('sha256').update(form.get('code_verifier') ?? '').digest('base64url');
  if (code.challenge !== null && code.challenge !== verifier) return refused(400, 'invalid_grant', 'Invalid code verifier.');
  code.isUsed = true;
  return { json: { ...accessTo(signIn, code.grant), ...(code.isOffline ? { refresh_token: issueRefreshToken(signIn, code.grant) } : {}) } };
}

function refreshReply(signIn: GoogleSignIn, form: URLSearchParams): Reply {
  const grant = signIn.refreshTokens.get(form.get('refresh_token') ?? '');
  if (!grant || isDead(signIn, grant)) return refused(400, 'invalid_grant', 'Token has been expired or revoked.');
  grant.usedAt = signIn.now();
  return { json: accessTo(signIn, grant) };
}

function isDead({ now, choice }: GoogleSignIn, grant: Grant): boolean {
  const daysSince = (instant: Date) => (now().getTime() - instant.getTime()) / DAY_MS;
  return grant.isRevoked || daysSince(grant.usedAt) > UNUSED_DAYS || (choice.isTesting && daysSince(grant.grantedAt) >= TESTING_DAYS);
}

export function issueRefreshToken(signIn: GoogleSignIn, grant: Grant): string {
  const token = `1//0${nameOf('refresh', signIn.refreshTokens.size)}`;
  signIn.refreshTokens.set(token, grant);
  signIn.known.add(grant.channelId);
  return token;
}

/** What the token endpoint answers, without a refresh token. */
export function accessTo(signIn: GoogleSignIn, grant: Grant): { access_token: string; expires_in: number; scope: string; token_type: string } {
  const token = `ya29.${nameOf('access', signIn.accessTokens.size)}`;
  signIn.accessTokens.set(token, { grant, expiresAt: new Date(signIn.now().getTime() + ACCESS_SECONDS * 1000) });
  return { access_token: token, expires_in: ACCESS_SECONDS, scope: grant.scopes.join(' '), token_type: 'Bearer' };
}

/** Either token ends the whole grant. */
export function revokeReply(signIn: GoogleSignIn, ask: Ask): Reply {
  const token = ask.url.searchParams.get('token') ?? new URLSearchParams(ask.body).get('token') ?? '';
  const grant = signIn.refreshTokens.get(token) ?? signIn.accessTokens.get(token)?.grant;
  if (!grant || grant.isRevoked) return refused(400, 'invalid_token', 'Token expired or revoked');
  grant.isRevoked = true;
  return { json: {} };
}

/** The grant behind a call; null where no token came. @throws GoogleError 401 */
export function grantOf(signIn: GoogleSignIn, ask: Ask): Grant | null {
  const token = /^Bearer\s+(.+)$/i.exec(ask.headers.authorization ?? '')?.[1] ?? ask.url.searchParams.get('access_token');
  if (token === null) return null;
  const access = signIn.accessTokens.get(token);
  if (!access || access.grant.isRevoked || access.expiresAt <= signIn.now()) throw badCredentials();
  return access.grant;
}

function refused(status: number, error: string, description: string): Reply {
  return { status, json: { error, error_description: description } };
}

function nameOf(kind: string, count: number): string {
  return createHash('sha256').update(`${kind} ${count}`).digest('base64url');
}
