import { createHash, randomBytes } from 'node:crypto';
import { type MastodonAbilities, type MastodonSettings, abilitiesOf } from './mastodon-kinds.js';
import { type Route, formOf } from './routes.js';
import type { Ask, Reply } from './stand-in.js';

interface Application {
  name: string;
  secret: string;
  redirects: readonly string[];
  scopes: readonly string[];
}

interface GivenCode {
  clientId: string;
  redirect: string;
  scopes: readonly string[];
  challenge: string | null;
}

/** Whom a token speaks for, and what it may do. */
export interface Grant {
  account: string;
  scopes: readonly string[];
}

/** Registration of applications, the page where people say yes, and tokens: OAuth 2 as these servers do it. */
export class MastodonSignIn {
  /** Whether whoever comes says yes at once. */
  approve: boolean;
  /** Key of the account that signs in next. */
  person: string;
  private readonly can: MastodonAbilities;
  private readonly applications = new Map<string, Application>();
  private readonly codes = new Map<string, GivenCode>();
  private readonly grants = new Map<string, Grant>();

  constructor(private readonly settings: MastodonSettings, person: string) {
    this.can = abilitiesOf(settings);
    this.approve = settings.approve ?? true;
    this.person = person;
  }

  readonly routes: readonly Route[] = [
    ['POST /api/v1/apps', (ask) => this.register(ask)],
    ['GET /oauth/authorize', (ask) => this.authorise(ask)],
    ['POST /oauth/token', (ask) => this.exchange(ask)],
  ];

  grantOf(token: string): Grant | null {
    return this.grants.get(token) ?? null;
  }

  issue(grant: Grant): string {
    const token = secretOf(this.settings.kind);
    this.grants.set(token, grant);
    return token;
  }

  /** Every token of an account dies. */
  revoke(account: string): void {
    for (const [token, grant] of this.grants) if (grant.account === account) this.grants.delete(token);
  }

  private register(ask: Ask): Reply {
    const form = formOf(ask);
    const scopes = wordsOf(form.get('scopes') ?? 'read');
    const redirects = [...form.getAll('redirect_uris'), ...form.getAll('redirect_uris[]')].flatMap((lines) => lines.split('\n')).filter(Boolean);
    if (!form.get('client_name') || redirects.length === 0) return this.invalid('Validation failed: Name can’t be blank, Redirect URI can’t be blank');
    if (!this.knows(scopes)) return this.invalid('Validation failed: Scopes doesn’t match configured on the server.');
    const clientId = secretOf(this.settings.kind);
    const application = { name: form.get('client_name') ?? '', secret: secretOf(this.settings.kind), redirects, scopes };
    this.applications.set(clientId, application);
    const lists = this.settings.kind === 'gotosocial' || this.can.checksChallenge ? { redirect_uris: redirects, scopes } : {};
    return { json: { id: String(this.applications.size), name: application.name, client_id: clientId, client_secret: application.secret, redirect_uri: redirects.join('\n'), ...lists, vapid_key: 'BPlayed' } };
  }

  private authorise(ask: Ask): Reply {
    const { searchParams } = ask.url;
    const clientId = searchParams.get('client_id') ?? '';
    const redirect = searchParams.get('redirect_uri') ?? '';
    const application = this.applications.get(clientId);
    if (!application?.redirects.includes(redirect) || searchParams.get('response_type') !== 'code') return page(400, '<h1>The redirect uri included is not valid.</h1>');
    const scopes = wordsOf(searchParams.get('scope') ?? 'read');
    const back = new URL(redirect);
    if (searchParams.has('state')) back.searchParams.set('state', searchParams.get('state') ?? '');
    if (this.settings.kind !== 'snac' && !scopes.every((scope) => covers(application.scopes, scope))) return leave(back, { error: 'invalid_scope' });
    if (this.can.checksChallenge && searchParams.has('code_challenge') && searchParams.get('code_challenge_method') !== 'S256') return leave(back, { error: 'invalid_request' });
    const answer = this.approve ? 'yes' : searchParams.get('answer');
    if (answer === 'no') return leave(back, { error: 'access_denied', error_description: 'The resource owner or authorization server denied the request.' });
    if (answer !== 'yes') return question(ask, application.name);
    const code = secretOf(this.settings.kind);
    this.codes.set(code, { clientId, redirect, scopes, challenge: this.can.checksChallenge ? searchParams.get('code_challenge') : null });
    return leave(back, { code });
  }

  private exchange(ask: Ask): Reply {
    const form = formOf(ask);
    const application = this.applications.get(form.get('client_id') ?? '');
    if (!application || application.secret !== form.get('client_secret')) return { status: 401, json: { error: 'invalid_client', error_description: 'Client authentication failed due to unknown client, no client authentication included, or unsupported authentication method.' } };
    const code = form.get('code') ?? '';
    const given = this.codes.get(code);
    this.codes.delete(code);
    const isGood = given && form.get('grant_type') === 'authorization_code' && given.clientId === form.get('client_id') && given.redirect === form.get('redirect_uri') && isProven(given, form.get('code_verifier'));
    if (!isGood) return { status: 400, json: { error: 'invalid_grant', error_description: 'The provided authorization grant is invalid, expired, revoked, does not match the redirection URI used in the authorization request, or was issued to another client.' } };
    const scope = this.settings.kind === 'snac' ? {} : { scope: given.scopes.join(' ') };
    return { json: { access_token: this.issue({ account: this.person, scopes: given.scopes }), token_type: 'Bearer', ...scope, created_at: Math.floor(this.settings.now().getTime() / 1000) } };
  }

  private knows(scopes: readonly string[]): boolean {
    const { scopes: known } = this.settings;
    return known === undefined || scopes.every((scope) => known.includes(scope));
  }

  private invalid(error: string): Reply {
    return { status: this.settings.kind === 'mastodon' ? 422 : 400, json: { error } };
  }
}

/** Whether what was granted opens what is asked: `read` opens `read:statuses`. */
export function covers(granted: readonly string[], wanted: string): boolean {
  return granted.includes(wanted) || granted.includes(wanted.split(':')[0] ?? '');
}

function isProven(given: GivenCode, verifier: string | null): boolean {
  return given.challenge === null || given.challenge === createHash('sha256').update(verifier ?? '').digest('base64url');
}

function wordsOf(scopes: string): string[] {
  return scopes.split(/[\s+]+/).filter(Boolean);
}

function secretOf(kind: MastodonSettings['kind']): string {
  return kind === 'snac' ? randomBytes(16).toString('hex') : randomBytes(32).toString('base64url');
}

function leave(to: URL, words: Record<string, string>): Reply {
  for (const [name, value] of Object.entries(words)) to.searchParams.set(name, value);
  return { status: 302, headers: { location: to.href }, text: '' };
}

function question(ask: Ask, application: string): Reply {
  const answer = (word: string) => `?${new URLSearchParams([...ask.url.searchParams, ['answer', word]]).toString().replaceAll('&', '&amp;')}`;
  return page(200, `<h1>${application.replaceAll('<', '&lt;')}</h1><p>Cette application demande à lire ce compte.</p><p><a href="${answer('yes')}">Autoriser</a> <a href="${answer('no')}">Refuser</a></p>`);
}

function page(status: number, body: string): Reply {
  return { status, headers: { 'content-type': 'text/html; charset=utf-8' }, text: `<!doctype html><html lang="fr"><title>Serveur inventé</title>${body}</html>` };
}
