import { createHash } from 'node:crypto';
import { type Approval, consentReply, refusalPage, withQuery } from './consent-page.js';
import type { MetaApplication } from './facebook-sign-in.js';
import { badParameter, deadToken, GraphError } from './graph-errors.js';
import type { GraphAsk } from './graph-request.js';
import { LONG_TOKEN_SECONDS, type MetaToken, type MetaTokens } from './meta-tokens.js';
import type { Ask, Reply } from './stand-in.js';

const HOUR_MS = 3_600_000;
const SHORT_TOKEN_SECONDS = 3600;
const CODE_LASTS_MS = HOUR_MS;
/** A younger token is not refreshed. */
const REFRESHES_AFTER_MS = 24 * HOUR_MS;
const SCOPES = ['instagram_business_basic', 'instagram_business_manage_insights', 'instagram_business_manage_comments', 'instagram_business_manage_messages', 'instagram_business_content_publish'];

export interface InstagramSignIn {
  now: () => Date;
  application: MetaApplication;
  tokens: MetaTokens;
  /** Changed by levers while it runs: who sits in front of the dialogue, and what they leave ticked. */
  choice: { approval: Approval; grants: readonly string[] | null; accountId: string; wrapsToken: boolean };
  codes: Map<string, { redirectUri: string; scopes: readonly string[]; accountId: string; at: Date; isUsed: boolean }>;
}

/** The dialogue of www.instagram.com. */
export function authorizeReply(signIn: InstagramSignIn, ask: Ask): Reply {
  const asked = ask.url.searchParams;
  const redirectUri = asked.get('redirect_uri') ?? '';
  if (asked.get('client_id') !== signIn.application.id) return refusalPage('Error', 'Invalid Request: Request parameters are invalid: Invalid platform app');
  if (!signIn.application.redirectUris.includes(redirectUri)) return refusalPage('Error', 'Invalid Request: Request parameters are invalid: Invalid redirect_uri');
  if (asked.get('response_type') !== 'code') return refusalPage('Error', 'Invalid Request: Request parameters are invalid: Invalid response_type');
  const scopes = (asked.get('scope') ?? '').split(/[\s,]+/).filter((scope) => scope !== '');
  if (scopes.length === 0 || scopes.some((scope) => !SCOPES.includes(scope))) return refusalPage('Error', 'Invalid Request: Request parameters are invalid: Invalid scope');
  const state = asked.get('state');
  return consentReply(ask, {
    approval: signIn.choice.approval, title: 'Instagram', scopes,
    yes: () => withQuery(redirectUri, { code: newCode(signIn, redirectUri, scopes), state }, '#_'),
    no: () => withQuery(redirectUri, { error: 'access_denied', error_reason: 'user_denied', error_description: 'The user denied your request', state }),
  });
}

function newCode(signIn: InstagramSignIn, redirectUri: string, asked: readonly string[]): string {
  const { grants, accountId } = signIn.choice;
  const code = createHash('sha256').update(`code ${signIn.codes.size} ${redirectUri}`).digest('hex');
  const scopes = asked.filter((scope) => grants?.includes(scope) ?? true);
  signIn.codes.set(code, { redirectUri, scopes, accountId, at: signIn.now(), isUsed: false });
  signIn.tokens.giveScopesBack(scopes);
  return code;
}

/** api.instagram.com: a code against a token of one hour; its refusals have a form of their own. */
export function shortTokenReply(signIn: InstagramSignIn, { params }: GraphAsk): Reply {
  const refused = (message: string): Reply => ({ status: 400, json: { error_type: 'OAuthException', code: 400, error_message: message } });
  const { application, codes, now, choice } = signIn;
  if (params.get('client_id') !== application.id || params.get('client_secret') !== application.secret) return refused('Invalid platform app');
  if (params.get('grant_type') !== 'authorization_code') return refused('Invalid grant_type');
  const code = codes.get(params.get('code') ?? '');
  if (!code) return refused('Invalid authorization code');
  if (code.redirectUri !== params.get('redirect_uri')) return refused('Error validating verification code. Please make sure your redirect_uri is identical to the one you used in the OAuth dialog request');
  if (code.isUsed) return refused('This authorization code has been used');
  if (now().getTime() - code.at.getTime() > CODE_LASTS_MS) return refused('This authorization code has expired');
  code.isUsed = true;
  const { value } = signIn.tokens.issue({ kind: 'instagram-short', ownerId: code.accountId, scopes: code.scopes, seconds: SHORT_TOKEN_SECONDS, authorisedAt: null });
  // A number beyond 2^53 in the text of the answer, as Instagram writes it.
  const flat = `{"access_token":"${value}","user_id":${code.accountId},"permissions":${JSON.stringify(code.scopes)}}`;
  return { headers: { 'content-type': 'application/json; charset=utf-8' }, text: choice.wrapsToken ? `{"data":[${flat}]}` : flat };
}

/** graph.instagram.com/access_token: an hour becomes sixty days. @throws GraphError */
export function longToken(signIn: InstagramSignIn, { params, token }: GraphAsk): unknown {
  if (params.get('grant_type') !== 'ig_exchange_token') throw badParameter('Param grant_type must be ig_exchange_token');
  if (params.get('client_secret') !== signIn.application.secret) throw new GraphError({ code: 101, message: 'Error validating client secret.' });
  const short = signIn.tokens.require(token);
  if (short.kind !== 'instagram-short') throw badParameter('Unsupported token: only a short-lived token can be exchanged');
  return sixtyDays(signIn, short);
}

/** graph.instagram.com/refresh_access_token: sixty days more, from one day of age on and never after the end. @throws GraphError */
export function refreshedToken(signIn: InstagramSignIn, { params, token }: GraphAsk): unknown {
  if (params.get('grant_type') !== 'ig_refresh_token') throw badParameter('Param grant_type must be ig_refresh_token');
  const long = signIn.tokens.require(token);
  if (long.kind !== 'instagram-long') throw deadToken(467);
  if (signIn.now().getTime() - long.issuedAt.getTime() < REFRESHES_AFTER_MS) throw badParameter('The access token must be at least 24 hours old to be refreshed');
  return sixtyDays(signIn, long);
}

function sixtyDays({ tokens }: InstagramSignIn, { ownerId, scopes }: MetaToken): unknown {
  const { value } = tokens.issue({ kind: 'instagram-long', ownerId, scopes, seconds: LONG_TOKEN_SECONDS, authorisedAt: null });
  return { access_token: value, token_type: 'bearer', expires_in: LONG_TOKEN_SECONDS, permissions: scopes.join(',') };
}
