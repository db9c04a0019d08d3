import { createHash } from 'node:crypto';
import { type Approval, consentReply, refusalPage, withQuery } from './consent-page.js';
import { badParameter, GraphError } from './graph-errors.js';
import type { GraphAsk } from './graph-request.js';
import { LONG_TOKEN_SECONDS, type MetaToken, type MetaTokens, SHORT_TOKEN_SECONDS } from './meta-tokens.js';
import type { Ask, Reply } from './stand-in.js';

/** The application that a centre made at Meta's. */
export interface MetaApplication {
  id: string;
  secret: string;
  redirectUris: readonly string[];
}

export interface SignIn {
  now(this: void): Date;
  application: MetaApplication;
  tokens: MetaTokens;
  personId: string;
  /** Changed by levers while it runs. */
  choice: { approval: Approval; grants: readonly string[] | null };
  codes: Map<string, { redirectUri: string; scopes: readonly string[]; at: Date; isUsed: boolean }>;
}

const SCOPES = new Set([
  'public_profile', 'email', 'pages_show_list', 'pages_read_engagement', 'pages_read_user_content', 'read_insights', 'business_management', 'pages_messaging',
  'pages_manage_metadata', 'instagram_basic', 'instagram_manage_insights', 'ads_read', 'ads_management',
]);
const CODE_LASTS_MS = 10 * 60_000;

/** The dialogue in which a person lets the application in. */
export function dialogReply(signIn: SignIn, ask: Ask): Reply {
  const asked = ask.url.searchParams;
  const redirectUri = asked.get('redirect_uri') ?? '';
  if (asked.get('client_id') !== signIn.application.id) return refusalPage('Error', 'Invalid App ID: The provided app ID does not look like a valid app ID.');
  if (!signIn.application.redirectUris.includes(redirectUri)) return refusalPage('URL blocked', "This redirect failed because the redirect URI is not white-listed in the app's client OAuth settings.");
  const scopes = (asked.get('scope') ?? '').split(/[\s,]+/).filter((scope) => scope !== '');
  const stranger = scopes.find((scope) => !SCOPES.has(scope));
  if (stranger !== undefined) return refusalPage('Invalid Scopes', `Invalid Scopes: ${stranger}. This message is only shown to developers.`);
  const state = asked.get('state');
  return consentReply(ask, {
    approval: signIn.choice.approval, title: 'Facebook', scopes,
    yes: () => withQuery(redirectUri, { code: newCode(signIn, redirectUri, scopes), state }, '#_=_'),
    no: () => withQuery(redirectUri, { error: 'access_denied', error_code: '200', error_description: 'Permissions error', error_reason: 'user_denied', state }, '#_=_'),
  });
}

function newCode(signIn: SignIn, redirectUri: string, asked: readonly string[]): string {
  const scopes = ['public_profile', ...asked.filter((scope) => signIn.choice.grants?.includes(scope) ?? true)];
  const code = createHash('sha256').update(`code ${signIn.codes.size} ${redirectUri}`).digest('hex');
  signIn.codes.set(code, { redirectUri, scopes, at: signIn.now(), isUsed: false });
  signIn.tokens.giveScopesBack(scopes);
  return code;
}

/** Code against short token, short token against long. @throws GraphError */
export function exchange(signIn: SignIn, { params }: GraphAsk): unknown {
  if (params.get('client_id') !== signIn.application.id) throw new GraphError({ code: 101, message: 'Error validating application. Cannot get application info due to a system error.' });
  if (params.get('client_secret') !== signIn.application.secret) throw new GraphError({ code: 1, message: 'Error validating client secret.' });
  if (params.get('grant_type') === 'fb_exchange_token') return answerOf(signIn, lengthened(signIn, params));
  if (params.get('grant_type') === 'client_credentials') return { access_token: `${signIn.application.id}|${signIn.application.secret}`, token_type: 'bearer' };
  const scopes = spendCode(signIn, params);
  return answerOf(signIn, signIn.tokens.issue({ kind: 'short-user', ownerId: signIn.personId, scopes, seconds: SHORT_TOKEN_SECONDS, authorisedAt: signIn.now() }));
}

function lengthened({ tokens }: SignIn, params: URLSearchParams): MetaToken {
  const { ownerId, scopes, authorisedAt, kind } = tokens.require(params.get('fb_exchange_token'));
  if (kind !== 'short-user' && kind !== 'long-user') throw badParameter('The token cannot be exchanged');
  return tokens.issue({ kind: 'long-user', ownerId, scopes, seconds: LONG_TOKEN_SECONDS, authorisedAt });
}

function spendCode(signIn: SignIn, params: URLSearchParams): readonly string[] {
  const code = signIn.codes.get(params.get('code') ?? '');
  if (!code) throw new GraphError({ code: 100, subcode: 36_007, message: 'Invalid verification code format.' });
  if (code.redirectUri !== params.get('redirect_uri')) {
    throw new GraphError({ code: 100, subcode: 36_008, message: 'Error validating verification code. Please make sure your redirect_uri is identical to the one you used in the OAuth dialog request' });
  }
  if (code.isUsed) throw new GraphError({ code: 100, subcode: 36_009, message: 'This authorization code has been used.' });
  if (signIn.now().getTime() - code.at.getTime() > CODE_LASTS_MS) throw new GraphError({ code: 100, subcode: 36_007, message: 'This authorization code has expired.' });
  code.isUsed = true;
  return code.scopes;
}

function answerOf(signIn: SignIn, { value, expiresAt }: MetaToken): unknown {
  return { access_token: value, token_type: 'bearer', ...(expiresAt ? { expires_in: Math.floor((expiresAt.getTime() - signIn.now().getTime()) / 1000) } : {}) };
}

/** What the application may learn about any token; 0 where an end is never. */
export function debugToken(signIn: SignIn, ask: GraphAsk, targets: readonly string[]): unknown {
  const { application, tokens } = signIn;
  if (ask.token !== `${application.id}|${application.secret}`) throw badParameter('You must provide an app access token, or a user access token that is an owner or developer of the app');
  const token = tokens.find(ask.params.get('input_token') ?? '');
  if (!token) return { data: { error: { code: 190, message: 'Invalid OAuth access token - Cannot parse access token' }, is_valid: false, scopes: [] } };
  const seconds = (instant: Date | null) => (instant ? Math.floor(instant.getTime() / 1000) : 0);
  const subcode = tokens.deathOf(token);
  const scopes = tokens.livingScopes(token);
  return {
    data: {
      app_id: application.id, type: token.kind === 'page' ? 'PAGE' : token.kind === 'system-user' ? 'SYSTEM_USER' : 'USER', application: 'Portée', is_valid: subcode === null,
      ...(subcode === null ? {} : { error: { code: 190, message: 'Error validating access token', subcode } }),
      expires_at: seconds(token.expiresAt), data_access_expires_at: seconds(token.dataAccessExpiresAt), issued_at: seconds(token.issuedAt), scopes,
      granular_scopes: scopes.map((scope) => (scope.startsWith('pages_') || scope === 'read_insights' ? { scope, target_ids: targets } : { scope })),
      ...(token.kind === 'page' ? { profile_id: token.ownerId, user_id: signIn.personId } : { user_id: token.ownerId }),
    },
  };
}
