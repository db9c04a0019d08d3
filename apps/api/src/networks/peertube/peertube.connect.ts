import type { ChannelChoice, ConnectFlow, TypedSettings } from '../core/connect-flow.js';
import type { HttpClient } from '../core/http-client.js';
import { AnswerDraft } from '../core/answer-draft.js';
import type { AccessSecret } from '../core/network-connector.js';
import { NetworkError } from '../core/network-error.js';
import { type PeertubeAddress, readAddress } from './peertube.address.js';
import type { PeertubeChannel, PeertubeToken } from './peertube.answers.js';
import { PeertubeServer } from './peertube.server.js';

/** Renewed so long before the token ends, that a collection under way does not outlive it. */
const RENEW_EARLIER_MS = 10 * 60_000;

/** By address for the figures that everybody sees; by name and password, not kept, for the owner's statistics. */
export function connectPeertube(http: HttpClient): ConnectFlow {
  return {
    serverIn: (settings) => serverAt(addressIn(settings).host),
    find: async (settings) => {
      const address = addressIn(settings);
      const server = new PeertubeServer(http, address.host);
      return (await pointedAt(server, address)).map((channel) => toChoice(channel, server, null));
    },
    signIn: async (settings) => {
      const address = addressIn(settings);
      const server = new PeertubeServer(http, address.host);
      const secret = toSecret(await logIn(server, settings), server.now);
      const account = await accountOf(server, settings, secret);
      const own = await server.channelsOf(account);
      const named = address.kind === 'account' || address.name === null ? own : own.filter(({ name }) => name === address.name);
      // Somebody may look after a channel that is another account's.
      const channels = named.length > 0 ? named : await pointedAt(server, address);
      return channels.map((channel) => toChoice(channel, server, secret));
    },
  };
}

/** What a server issued, as Portée keeps it. The refresh token lives two weeks and is another one after each renewal: it does not end by itself. */
export function toSecret(token: PeertubeToken, now: Date): AccessSecret {
  const renewAt = new Date(now.getTime() + Math.max(0, token.expires_in * 1000 - RENEW_EARLIER_MS));
  return { accessToken: token.access_token, refreshToken: token.refresh_token, renewAt: renewAt.toISOString(), expiresAt: null, scopes: [] };
}

function serverAt(host: string): string {
  return `https://${host}`;
}

function addressIn(settings: TypedSettings): PeertubeAddress {
  const address = readAddress(settings['address'] ?? '');
  if (address === null) throw new NetworkError('not-found', 'the address names no server');
  return address;
}

/** The channels that an address points at: one by its name, or those of an account. */
async function pointedAt(server: PeertubeServer, { name, kind }: PeertubeAddress): Promise<readonly PeertubeChannel[]> {
  if (name === null) throw new NetworkError('not-found', 'the address names no channel');
  if (kind === 'account') return server.channelsOf(name);
  try {
    return [await server.channel(name)];
  } catch (error) {
    if (kind === 'channel' || !(error instanceof NetworkError && error.reason === 'not-found')) throw error;
    return server.channelsOf(name);
  }
}

function logIn(server: PeertubeServer, settings: TypedSettings): Promise<PeertubeToken> {
  const code = (settings['code'] ?? '').replaceAll(/\s/g, '');
  return server.token({ grant_type: 'password', username: settings['username']?.trim() ?? '', password: settings['password'] ?? '' }, code);
}

/** People may sign in with their mail address: then the server is asked who they are. */
function accountOf(server: PeertubeServer, settings: TypedSettings, { accessToken }: AccessSecret): Promise<string> {
  const username = settings['username']?.trim() ?? '';
  return username.includes('@') ? server.accountOf(accessToken) : Promise.resolve(username);
}

function toChoice(channel: PeertubeChannel, server: PeertubeServer, secret: AccessSecret | null): ChannelChoice {
  const draft = new AnswerDraft(server.now);
  return {
    externalId: `${channel.name}@${server.host}`, name: draft.text(channel.displayName) ?? channel.name, kind: 'account',
    followers: draft.count(channel.followersCount, null), settings: { address: serverAt(server.host) }, secret,
  };
}
