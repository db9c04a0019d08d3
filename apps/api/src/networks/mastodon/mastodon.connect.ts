import { AnswerDraft } from '../core/answer-draft.js';
import type { AuthoriseRequest, ChannelChoice, ConnectFlow, ExchangeRequest, TypedSettings } from '../core/connect-flow.js';
import type { HttpClient } from '../core/http-client.js';
import type { AccessSecret, NetworkApplication } from '../core/network-connector.js';
import { NetworkError } from '../core/network-error.js';
import { type MastodonAddress, readMastodonAddress } from './mastodon.address.js';
import { type MastodonAccount, mastodonApplication, mastodonToken } from './mastodon.answers.js';
import { accountName } from './mastodon.mapping.js';
import { MastodonServer } from './mastodon.server.js';

/** All that Portée asks to do. */
export const mastodonPermissions = [{ name: 'read:accounts', isOptional: false }, { name: 'read:statuses', isOptional: false }] as const;
const SCOPES: readonly string[] = mastodonPermissions.map(({ name }) => name);
/** What small and old servers know in their place. */
const WIDE_SCOPES: readonly string[] = ['read'];
const WEBSITE = 'https://github.com/portee';

/** By signing in at the account's own server, where Portée registers itself; or by name where the server shows its accounts to everybody. */
export function connectMastodon(http: HttpClient): ConnectFlow {
  return {
    serverIn: (settings) => addressIn(settings).address,
    registerApplication: (settings, redirectUri) => register(new MastodonServer(http, addressIn(settings).address, null), redirectUri),
    authorise: (request) => Promise.resolve(authorisePage(request)),
    exchange: async (request) => {
      const { address } = addressIn(request.settings);
      const secret = await exchangeCode(new MastodonServer(http, address, null), request);
      const server = new MastodonServer(http, address, secret.accessToken);
      return [toChoice(await server.ownAccount(), server, secret)];
    },
    find: async (settings) => {
      const { address, name } = addressIn(settings);
      if (name === null) throw new NetworkError('not-found', 'the address names no account');
      const server = new MastodonServer(http, address, null);
      return [toChoice(await lookUpOpenly(server, name), server, null)];
    },
  };
}

function addressIn(settings: TypedSettings): MastodonAddress {
  const address = readMastodonAddress(settings['handle'] ?? settings['address'] ?? '');
  if (address === null) throw new NetworkError('not-found', 'the address names no server');
  return address;
}

/** Servers that do not know the narrow scopes refuse them: then the one that every server knows is asked for. */
async function register(server: MastodonServer, redirectUri: string): Promise<NetworkApplication> {
  try {
    return await registerWith(server, redirectUri, SCOPES);
  } catch (error) {
    if (!(error instanceof NetworkError && (error.status === 400 || error.status === 422))) throw error;
    return { ...(await registerWith(server, redirectUri, WIDE_SCOPES)), scopes: WIDE_SCOPES };
  }
}

async function registerWith(server: MastodonServer, redirectUri: string, scopes: readonly string[]): Promise<NetworkApplication> {
  const form = { client_name: 'Portée', redirect_uris: redirectUri, scopes: scopes.join(' '), website: WEBSITE };
  const body = await server.post('/api/v1/apps', mastodonApplication, form);
  return { clientId: body.client_id, clientSecret: body.client_secret };
}

function authorisePage({ application, settings, redirectUri, state, challenge }: AuthoriseRequest): URL {
  const url = new URL('/oauth/authorize', addressIn(settings).address);
  const scope = (application.scopes ?? SCOPES).join(' ');
  url.search = new URLSearchParams({ client_id: application.clientId, redirect_uri: redirectUri, response_type: 'code', scope, state, code_challenge: challenge, code_challenge_method: 'S256' }).toString();
  return url;
}

/** These tokens live until somebody revokes them. */
async function exchangeCode(server: MastodonServer, { application, redirectUri, code, verifier }: ExchangeRequest): Promise<AccessSecret> {
  const token = await server.post('/oauth/token', mastodonToken, {
    grant_type: 'authorization_code', client_id: application.clientId, client_secret: application.clientSecret, redirect_uri: redirectUri, code, code_verifier: verifier,
  });
  const scopes = token.scope?.split(/\s+/).filter((scope) => scope !== '') ?? application.scopes ?? SCOPES;
  return { accessToken: token.access_token, refreshToken: null, renewAt: null, expiresAt: null, scopes };
}

/** A server that shows nothing to visitors has no dead access: it wants somebody to sign in. */
async function lookUpOpenly(server: MastodonServer, name: string): Promise<MastodonAccount> {
  try {
    return await server.lookUp(name);
  } catch (error) {
    if (!(error instanceof NetworkError && error.reason === 'access-revoked')) throw error;
    throw new NetworkError('permission-missing', 'the server shows its accounts only to those who sign in', { cause: error });
  }
}

function toChoice(account: MastodonAccount, { address, now }: MastodonServer, secret: AccessSecret | null): ChannelChoice {
  const draft = new AnswerDraft(now);
  return { externalId: account.id, name: accountName(account, draft), kind: 'account', followers: draft.count(account.followers_count, null), settings: { address }, secret };
}
