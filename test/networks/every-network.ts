import type { AccessSecret, NetworkApplication } from '../../apps/api/src/networks/core/network-connector.js';
import { type BlueskyStandIn, startBlueskyStandIn } from './bluesky.stand-in.js';
import { FACEBOOK_APPLICATION, type FacebookStandIn, startFacebookStandIn } from './facebook.stand-in.js';
import { INSTAGRAM_APPLICATION, INSTAGRAM_SCOPES, type InstagramStandIn, startInstagramStandIn } from './instagram.stand-in.js';
import { type MastodonStandIn, startMastodonStandIn } from './mastodon.stand-in.js';
import { type PeerTubeStandIn, startPeerTubeStandIn } from './peertube.stand-in.js';
import type { InventedAccount } from './played-account.js';
import { GOOGLE_CLIENT, startYoutubeStandIn, type YoutubeStandIn } from './youtube.stand-in.js';

const HOUR_MS = 3_600_000;
const NO_LIMIT = 10_000_000;
const PEERTUBE_HOST = 'peertube.example';
const PAGE = '100000000000101';
const INSTAGRAM_ACCOUNT = '17841400000000101';
const YOUTUBE_CHANNEL = 'UCcentreculturelinvente1';

/** A channel of an invented network, and what opens it. */
export interface PlayedDoor {
  network: string;
  /** The account it was invented from. */
  account: string;
  externalId: string;
  /** Of its server, where its network has several. */
  address: string | null;
  /** null: it is read without signing in. */
  secret: AccessSecret | null;
}

/** All networks that are played, on this machine. */
export interface EveryNetwork {
  doors: PlayedDoor[];
  played: { mastodon: MastodonStandIn; bluesky: BlueskyStandIn; peertube: PeerTubeStandIn; facebook: FacebookStandIn; instagram: InstagramStandIn; youtube: YoutubeStandIn };
  /** Base addresses by network, for PORTEE_<NETWORK>_API_URL. */
  urls: Record<string, string>;
  /** Portée as these networks know it. */
  applications: Record<string, NetworkApplication>;
  close: () => Promise<void>;
}

export interface EverySettings {
  now: () => Date;
  /** Accounts of Mastodon, and of Bluesky; each of the other networks has the first of them. */
  accounts: readonly [InventedAccount, ...InventedAccount[]];
  latencyMs?: number;
  /** Whether people who pass by stand in the answers: their boosts, answers, comments and names, asked for or not. No when absent. */
  showsPassersBy?: boolean;
}

/** Starts every stand-in, none of which counts calls. */
export async function startEveryNetwork({ now, accounts, latencyMs = 0, showsPassersBy = false }: EverySettings): Promise<EveryNetwork> {
  const common = { now, latencyMs };
  const [isQuiet, quirks] = [!showsPassersBy, { showsNames: showsPassersBy }];
  const [centre] = accounts;
  const { title: name, followers, since, posts } = centre;
  const [mastodon, bluesky, peertube, facebook, instagram, youtube] = await Promise.all([
    startMastodonStandIn({ ...common, kind: 'mastodon', accounts, isQuiet, callsPerFiveMinutes: NO_LIMIT }),
    startBlueskyStandIn({ ...common, accounts, isQuiet, pages: 'full', callsPerFiveMinutes: NO_LIMIT }),
    startPeerTubeStandIn({ ...common, channels: [centre], callsPerTenSeconds: NO_LIMIT }),
    startFacebookStandIn({ ...common, pages: [{ id: PAGE, name, followers, since, posts }], callsPerDay: NO_LIMIT, appCallsPerHour: NO_LIMIT, quirks }),
    startInstagramStandIn({ ...common, accounts: [{ id: INSTAGRAM_ACCOUNT, username: centre.name, name, followers, since, posts }], callsPerDay: NO_LIMIT, quirks }),
    startYoutubeStandIn({ ...common, channels: [{ id: YOUTUBE_CHANNEL, title: name, subscribers: followers, since, posts }], unitsPerDay: NO_LIMIT, quirks }),
  ]);
  const played = { mastodon, bluesky, peertube, facebook, instagram, youtube };
  const tokens = youtube.tokens(YOUTUBE_CHANNEL);
  const hourly = { renewAt: new Date(now().getTime() + 0.9 * HOUR_MS).toISOString() };
  const { access_token: peertubeToken, refresh_token: peertubeRefresh } = peertube.issueToken('regie');
  const open = (network: string, door: Pick<PlayedDoor, 'externalId'> & Partial<PlayedDoor>): PlayedDoor => ({ network, account: centre.name, address: null, secret: null, ...door });
  return {
    doors: [
      ...accounts.map((account) => open('mastodon', { account: account.name, externalId: mastodon.accountId(account.name), address: mastodon.url })),
      ...accounts.map((account) => open('bluesky', { account: account.name, externalId: bluesky.didOf(account.name) })),
      open('peertube', { externalId: `${centre.name}@${PEERTUBE_HOST}`, address: `https://${PEERTUBE_HOST}`, secret: secretOf(String(peertubeToken), { refreshToken: String(peertubeRefresh) }) }),
      open('facebook', { externalId: PAGE, secret: secretOf(facebook.pageToken(PAGE), { scopes: ['pages_read_engagement', 'read_insights', 'pages_read_user_content'] }) }),
      open('instagram', { externalId: INSTAGRAM_ACCOUNT, secret: secretOf(instagram.token(INSTAGRAM_ACCOUNT), { scopes: INSTAGRAM_SCOPES }) }),
      open('youtube', { externalId: YOUTUBE_CHANNEL, secret: secretOf(tokens.accessToken, { refreshToken: tokens.refreshToken, ...hourly }) }),
    ],
    played,
    // A server of Mastodon's is called by the address of each channel.
    urls: { bluesky: bluesky.url, peertube: peertube.url, facebook: facebook.url, instagram: instagram.url, youtube: youtube.url },
    applications: Object.fromEntries(Object.entries({ facebook: FACEBOOK_APPLICATION, instagram: INSTAGRAM_APPLICATION, youtube: GOOGLE_CLIENT }).map(([network, { id, secret }]) => [network, { clientId: id, clientSecret: secret }])),
    close: async () => void (await Promise.all(Object.values(played).map((one) => one.close()))),
  };
}

function secretOf(accessToken: string, rest: Partial<AccessSecret> = {}): AccessSecret {
  return { accessToken, refreshToken: null, renewAt: null, expiresAt: null, scopes: [], ...rest };
}
