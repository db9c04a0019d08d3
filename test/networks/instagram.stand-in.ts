import type { Approval } from './consent-page.js';
import type { MetaApplication } from './facebook-sign-in.js';
import { replyOrRefusal } from './graph-errors.js';
import { type GraphLevers, graphLevers } from './graph-levers.js';
import { createGraphLimits, type GraphLimits } from './graph-limits.js';
import { type GraphAsk, readGraphAsk, requireLivingVersion, requireToken } from './graph-request.js';
import type { InstagramAccess, InstagramAccount, InstagramQuirks, InstagramWorld } from './instagram-accounts.js';
import { createInstagramWorld, type InstagramLevers, instagramLevers } from './instagram-levers.js';
import { answerInstagram } from './instagram-nodes.js';
import { authorizeReply, type InstagramSignIn, longToken, refreshedToken, shortTokenReply } from './instagram-sign-in.js';
import { createMetaTokens, LONG_TOKEN_SECONDS, type MetaToken } from './meta-tokens.js';
import { type Ask, type Reply, StandIn } from './stand-in.js';

export interface InstagramStandInSettings {
  now: () => Date;
  accounts: readonly InstagramAccount[];
  /** Default: INSTAGRAM_APPLICATION. */
  application?: MetaApplication;
  /** Default: agrees at once, as the first account. */
  approve?: Approval;
  quirks?: Partial<InstagramQuirks>;
  /** Calls in 24 hours for each account. Default: 48 000. */
  callsPerDay?: number;
  latencyMs?: number;
}

/** The door without a Page. The other one is a Page's `instagram` in startFacebookStandIn. */
export interface InstagramStandIn extends InstagramLevers, GraphLevers {
  standIn: StandIn;
  /** Host of the dialogue, of the short token and of the Graph, without a slash at the end. */
  url: string;
  close(): Promise<void>;
  /** Who sits in front of the dialogue. */
  chooseAccount(accountId: string): void;
  /** The short token comes as `{"data":[…]}`, as one of Meta's pages shows it. */
  wrapToken(isWrapped: boolean): void;
  /** A token of sixty days, without a dialogue. */
  token(accountId: string, scopes?: readonly string[]): string;
  /** Calls without appsecret_proof are refused. */
  demandProof(isDemanded: boolean): void;
}

export const INSTAGRAM_APPLICATION: MetaApplication = { id: '770000000000001', secret: 'a-secret-of-instagram', redirectUris: ['http://localhost/instagram/callback'] };
export const INSTAGRAM_SCOPES = ['instagram_business_basic', 'instagram_business_manage_insights'];

interface Server {
  world: InstagramWorld;
  signIn: InstagramSignIn;
  limits: GraphLimits;
  retired: Set<string>;
  proof: { isDemanded: boolean };
}

/** Instagram with its own sign-in, as the fact sheet `instagram.md` tells of it. */
export async function startInstagramStandIn(settings: InstagramStandInSettings): Promise<InstagramStandIn> {
  const { now, accounts, quirks, latencyMs } = settings;
  let address = '';
  const choice = { approval: settings.approve ?? true, grants: null, accountId: accounts[0]?.id ?? '', wrapsToken: false };
  const server: Server = {
    world: createInstagramWorld({ now, url: () => address, door: 'instagram', accounts, ...(quirks ? { quirks } : {}) }),
    signIn: { now, application: settings.application ?? INSTAGRAM_APPLICATION, tokens: createMetaTokens(now, 'IGAA'), choice, codes: new Map() },
    limits: createGraphLimits({ now, callsPerDay: settings.callsPerDay ?? 48_000, appCallsPerHour: Number.POSITIVE_INFINITY }), retired: new Set(), proof: { isDemanded: false },
  };
  const standIn = await StandIn.start({ now, answer: (ask) => replyOrRefusal(ask, () => answer(server, ask)), ...(latencyMs === undefined ? {} : { latencyMs }) });
  address = standIn.url;
  return { standIn, url: standIn.url, close: () => standIn.close(), ...instagramLevers(server.world), ...graphLevers({ ...server, ...server.signIn }), ...leversOf(server) };
}

function leversOf({ signIn: { tokens, choice }, proof }: Server): Pick<InstagramStandIn, 'chooseAccount' | 'wrapToken' | 'token' | 'demandProof'> {
  return {
    chooseAccount: (accountId) => { choice.accountId = accountId; },
    wrapToken: (isWrapped) => { choice.wrapsToken = isWrapped; },
    token: (ownerId, scopes = INSTAGRAM_SCOPES) => tokens.issue({ kind: 'instagram-long', ownerId, scopes, seconds: LONG_TOKEN_SECONDS, authorisedAt: null }).value,
    demandProof: (isDemanded) => { proof.isDemanded = isDemanded; },
  };
}

function answer(server: Server, ask: Ask): Reply {
  const { world, signIn } = server;
  const read = readGraphAsk(ask);
  switch (`${read.method} ${read.path.join('/')}`) {
    case 'GET oauth/authorize': return authorizeReply(signIn, ask);
    case 'POST oauth/access_token': return shortTokenReply(signIn, read);
    case 'GET access_token': return { json: longToken(signIn, read) };
    case 'GET refresh_access_token': return { json: refreshedToken(signIn, read) };
  }
  requireLivingVersion(read, world.now(), server.retired);
  return answerWithToken(server, read);
}

function answerWithToken({ world, signIn, limits, proof }: Server, ask: GraphAsk): Reply {
  const token = requireToken(ask, { ...signIn, demandsProof: proof.isDemanded });
  const headers = limits.spend({ type: 'instagram', id: token.ownerId });
  const path = ask.path[0] === 'me' ? [token.ownerId, ...ask.path.slice(1)] : ask.path;
  return { json: answerInstagram(world, { ...ask, path }, accessOf(signIn, token)), headers };
}

function accessOf({ tokens }: InstagramSignIn, token: MetaToken): InstagramAccess {
  return {
    canRead: ({ id }) => id === token.ownerId,
    requireBasic: () => tokens.requireScope(token, 'instagram_business_basic'),
    requireInsights: () => tokens.requireScope(token, 'instagram_business_manage_insights'),
  };
}
