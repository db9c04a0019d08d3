import { AnswerDraft } from '../core/answer-draft.js';
import type { AuthoriseRequest, ChannelChoice, ConnectFlow, ExchangeRequest } from '../core/connect-flow.js';
import type { HttpClient } from '../core/http-client.js';
import type { AccessSecret } from '../core/network-connector.js';
import { NetworkError } from '../core/network-error.js';
import type { GoogleToken } from './youtube.answers.js';
import { toSubscribers } from './youtube.mapping.js';
import { askToken, YoutubeServices } from './youtube.services.js';

/** The channel, its videos and their public counters. */
export const READ_SCOPE = 'https://www.googleapis.com/auth/youtube.readonly';
/** Reports. Google lets a person leave it unticked: counters still come. */
export const REPORTS_SCOPE = 'https://www.googleapis.com/auth/yt-analytics.readonly';

/** Renewed so long before the token ends, that a request under way does not outlive it. */
const RENEW_EARLIER_MS = 5 * 60_000;

/** A person says yes on Google's own page, for one channel: brand accounts choose it there. */
export function connectYoutube(http: HttpClient): ConnectFlow {
  return {
    authorise: (request) => Promise.resolve(consentPage(http, request)),
    exchange: (request) => exchange(http, request),
  };
}

function consentPage(http: HttpClient, { application, redirectUri, state, challenge }: AuthoriseRequest): URL {
  const url = new URL(`${http.base('youtube', 'https://accounts.google.com')}/o/oauth2/v2/auth`);
  const asked = {
    client_id: application.clientId, redirect_uri: redirectUri, response_type: 'code', scope: `${READ_SCOPE} ${REPORTS_SCOPE}`, state,
    // Without both, somebody who said yes before brings no refresh token.
    access_type: 'offline', prompt: 'consent',
    code_challenge: challenge, code_challenge_method: 'S256',
  };
  for (const [name, value] of Object.entries(asked)) url.searchParams.set(name, value);
  return url;
}

async function exchange(http: HttpClient, { application, redirectUri, code, verifier }: ExchangeRequest): Promise<readonly ChannelChoice[]> {
  const token = await askToken(http, application, { grant_type: 'authorization_code', code, redirect_uri: redirectUri, code_verifier: verifier });
  const services = new YoutubeServices(http, token.access_token);
  const channels = await services.channels();
  if (channels.length === 0) throw new NetworkError('not-found', 'the Google account has no channel');
  const draft = new AnswerDraft(services.now);
  const secret = toSecret(token, services.now, null);
  return channels.map((channel) => ({ externalId: channel.id, name: draft.text(channel.snippet?.title) ?? channel.id, kind: 'account', followers: toSubscribers(channel, draft), settings: {}, secret }));
}

/** @param known  the refresh token until now: a renewal seldom brings another */
export function toSecret(token: GoogleToken, now: Date, known: AccessSecret | null): AccessSecret {
  const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);
  const refreshToken = token.refresh_token ?? known?.refreshToken ?? null;
  const endsAt = later(token.expires_in);
  const dies = token.refresh_token_expires_in === null || token.refresh_token_expires_in === undefined ? null : later(token.refresh_token_expires_in).toISOString();
  return {
    accessToken: token.access_token, refreshToken,
    renewAt: refreshToken === null ? null : new Date(Math.max(now.getTime(), endsAt.getTime() - RENEW_EARLIER_MS)).toISOString(),
    expiresAt: refreshToken === null ? endsAt.toISOString() : (dies ?? known?.expiresAt ?? null),
    scopes: token.scope?.split(/\s+/).filter((scope) => scope !== '') ?? known?.scopes ?? [],
  };
}
