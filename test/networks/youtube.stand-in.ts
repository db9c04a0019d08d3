import type { Approval } from './consent-page.js';
import { badRequest, forbidden, GoogleError, googleRefusalReply, missingScope, notFound, quotaExceeded } from './google-errors.js';
import { authReply, createGoogleSignIn, type Grant, type GoogleClient, grantOf, type GoogleSignIn, revokeReply, tokenReply } from './google-sign-in.js';
import { pacificDay } from './pacific-days.js';
import { type Ask, type Reply, StandIn } from './stand-in.js';
import { analyticsReport } from './youtube-analytics.js';
import type { YoutubeChannel, YoutubeQuirks, YoutubeWorld } from './youtube-channels.js';
import { channelsList, commentThreads, type DataAsk, playlistItems, videosList } from './youtube-data.js';
import { type YoutubeLevers, youtubeLevers } from './youtube-levers.js';
import { reportingReply } from './youtube-reporting.js';

export interface YoutubeStandInSettings {
  now: () => Date;
  /** The person who signs in owns them all, and takes the first one unless told otherwise. */
  channels: readonly YoutubeChannel[];
  /** Default: GOOGLE_CLIENT. */
  client?: GoogleClient;
  /** Opens what is public without signing in. Default: "a-google-key". */
  apiKey?: string;
  approve?: Approval;
  /** Whether the consent screen is in "Testing": refresh tokens then live a week. */
  isTesting?: boolean;
  quirks?: Partial<YoutubeQuirks>;
  /** Units of the Data API for the project, from midnight to midnight in California. Default: 10 000. */
  unitsPerDay?: number;
  latencyMs?: number;
}

export interface YoutubeStandIn extends YoutubeLevers {
  standIn: StandIn;
  /** Host of Google's sign-in and of the three services, without a slash at the end. */
  url: string;
  close(): Promise<void>;
}

export interface Quota {
  day: string;
  used: number;
  most: number;
}

export const GOOGLE_CLIENT: GoogleClient = { id: 'invented.apps.googleusercontent.com', secret: 'a-secret-of-google', redirectUris: ['http://localhost/youtube/callback'] };
const QUIRKS: YoutubeQuirks = { analyticsDelayHours: 60, shufflesColumns: true, showsNames: false };

interface Server {
  world: YoutubeWorld;
  signIn: GoogleSignIn;
  quota: Quota;
  apiKey: string;
}

/** Google's sign-in, the Data API, Analytics and Reporting, as the fact sheet `youtube.md` tells of them. */
export async function startYoutubeStandIn(settings: YoutubeStandInSettings): Promise<YoutubeStandIn> {
  const { now, channels, latencyMs } = settings;
  let address = '';
  const choice = { approval: settings.approve ?? true, channelId: channels[0]?.id ?? '', grants: null, isTesting: settings.isTesting ?? false };
  const server: Server = {
    world: {
      now, url: () => address, channels: channels.map((channel) => ({ ...channel, isDeleted: false, isOwned: true })), quirks: { ...QUIRKS, ...settings.quirks },
      deletedVideos: new Set(), withdrawn: new Set(), jobs: [],
    },
    signIn: createGoogleSignIn({ now, client: settings.client ?? GOOGLE_CLIENT, choice }),
    quota: { day: pacificDay(now()), used: 0, most: settings.unitsPerDay ?? 10_000 }, apiKey: settings.apiKey ?? 'a-google-key',
  };
  const standIn = await StandIn.start({ now, answer: (ask) => answer(server, ask), ...(latencyMs === undefined ? {} : { latencyMs }) });
  address = standIn.url;
  return { standIn, url: standIn.url, close: () => standIn.close(), ...youtubeLevers(server.world, server.signIn, { spend: (units) => { spend(server, units); }, left: () => left(server) }) };
}

function answer(server: Server, ask: Ask): Reply {
  try {
    return answerOne(server, ask);
  } catch (error) {
    if (error instanceof GoogleError) return googleRefusalReply(error);
    throw error;
  }
}

function answerOne(server: Server, ask: Ask): Reply {
  const { signIn, world } = server;
  const { pathname } = ask.url;
  switch (`${ask.method} ${pathname}`) {
    case 'GET /o/oauth2/v2/auth': return authReply(signIn, ask);
    case 'POST /token': return tokenReply(signIn, ask);
    case 'POST /revoke': return revokeReply(signIn, ask);
    case 'GET /v2/reports': return { json: analyticsReport(world, ask.url.searchParams, signedIn(signIn, ask)) };
  }
  if (pathname.startsWith('/v1/')) return reportingReply(world, ask, signedIn(signIn, ask));
  if (pathname.startsWith('/youtube/v3/')) return { json: dataAnswer(server, ask) };
  throw notFound('notFound', 'Not Found');
}

function signedIn(signIn: GoogleSignIn, ask: Ask): Grant {
  const grant = grantOf(signIn, ask);
  if (!grant) throw forbidden();
  return grant;
}

/** Every call costs a unit, refused or not. */
function dataAnswer(server: Server, ask: Ask): unknown {
  if (left(server) < 1) throw quotaExceeded();
  spend(server, 1);
  const asked: DataAsk = { params: ask.url.searchParams, grant: publicOrOwn(server, ask) };
  switch (ask.url.pathname.slice('/youtube/v3/'.length)) {
    case 'channels': return channelsList(server.world, asked);
    case 'playlistItems': return playlistItems(server.world, asked);
    case 'videos': return videosList(server.world, asked, 'video');
    case 'videos:batchGetStats': return videosList(server.world, asked, 'videoStat');
    case 'commentThreads': return commentThreads(server.world, asked);
    default: throw notFound('notFound', 'Not Found');
  }
}

/** null: whoever asks brought a key only, and sees what is public. */
function publicOrOwn({ signIn, apiKey }: Server, ask: Ask): Grant | null {
  const grant = grantOf(signIn, ask);
  const key = ask.url.searchParams.get('key') ?? ask.headers['x-goog-api-key'] ?? null;
  if (grant && !grant.scopes.some((scope) => /\/youtube(\.readonly)?$/.test(scope))) throw missingScope();
  if (grant || key === apiKey) return grant;
  if (key !== null) throw badRequest('API key not valid. Please pass a valid API key.');
  throw new GoogleError({ status: 403, reason: 'forbidden', statusWord: 'PERMISSION_DENIED', message: "Method doesn't allow unregistered callers (callers without established identity). Please use API Key or other form of API consumer identity to call this API." });
}

function left({ quota, world }: Server): number {
  const today = pacificDay(world.now());
  if (quota.day !== today) Object.assign(quota, { day: today, used: 0 });
  return Math.max(0, quota.most - quota.used);
}

function spend(server: Server, units: number): void {
  left(server);
  server.quota.used += units;
}
