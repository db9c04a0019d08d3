import type { Approval } from './consent-page.js';
import { answerNode, callerOf } from './facebook-answers.js';
import { type FacebookLevers, facebookLevers } from './facebook-levers.js';
import { DISPUTED_METRICS } from './facebook-page-insights.js';
import { type FacebookPage, type FacebookQuirks, type FacebookWorld, playPage } from './facebook-pages.js';
import { debugToken, dialogReply, exchange, type MetaApplication, type SignIn } from './facebook-sign-in.js';
import { answerBatch, isBatch } from './graph-batch.js';
import { replyOrRefusal } from './graph-errors.js';
import { createGraphLimits } from './graph-limits.js';
import { type GraphAsk, readGraphAsk, requireLivingVersion, requireToken } from './graph-request.js';
import { createInstagramWorld } from './instagram-levers.js';
import { createMetaTokens } from './meta-tokens.js';
import { type Ask, type Reply, StandIn } from './stand-in.js';

export interface FacebookStandInSettings {
  now: () => Date;
  /** All owned by one person; those with an `instagram` also open Instagram's Facebook door. */
  pages: readonly FacebookPage[];
  /** Default: FACEBOOK_APPLICATION. */
  application?: MetaApplication;
  /** What the person does in the dialogue. Default: agrees at once. */
  approve?: Approval;
  quirks?: Partial<FacebookQuirks>;
  /** Calls in 24 hours for each Page, and for each Instagram account. Default: 48 000. */
  callsPerDay?: number;
  /** Calls in an hour with a person's own token. Default: 200. */
  appCallsPerHour?: number;
  latencyMs?: number;
}

export interface FacebookStandIn extends FacebookLevers {
  standIn: StandIn;
  /** Host of the Graph and of the dialogue, without a slash at the end. */
  url: string;
  close(): Promise<void>;
}

export const FACEBOOK_APPLICATION: MetaApplication = { id: '990000000000001', secret: 'a-secret-of-facebook', redirectUris: ['http://localhost/facebook/callback'] };
const PERSON = { id: '10220000000000001', name: 'Personne Connectée' };

const QUIRKS: FacebookQuirks = {
  reachFades: true, refusesLargeAnswers: true, summariesNeedUserContent: true, splitsPosts: true, demandsProof: false, showsNames: false, hasBareIds: false, lateInBatch: 0,
};

/** Facebook, as the fact sheet `facebook.md` tells of it; and Instagram behind its Pages. */
export async function startFacebookStandIn(settings: FacebookStandInSettings): Promise<FacebookStandIn> {
  const { now, latencyMs } = settings;
  let address = '';
  const world = inventWorld(settings, () => address);
  const application = settings.application ?? FACEBOOK_APPLICATION;
  const signIn: SignIn = { now, application, tokens: world.tokens, personId: PERSON.id, choice: { approval: settings.approve ?? true, grants: null }, codes: new Map() };
  const server: Server = { world, signIn, retired: new Set() };
  const standIn = await StandIn.start({ now, answer: (ask) => answer(server, ask), ...(latencyMs === undefined ? {} : { latencyMs }) });
  address = standIn.url;
  return { standIn, url: standIn.url, close: () => standIn.close(), ...facebookLevers(world, signIn, server.retired) };
}

interface Server {
  world: FacebookWorld;
  signIn: SignIn;
  retired: Set<string>;
}

function inventWorld(settings: FacebookStandInSettings, url: () => string): FacebookWorld {
  const { now } = settings;
  const accounts = settings.pages.flatMap(({ instagram }) => instagram ?? []);
  return {
    now, url, person: PERSON, pages: settings.pages.map(playPage), tokens: createMetaTokens(now, 'EAA'),
    limits: createGraphLimits({ now, callsPerDay: settings.callsPerDay ?? 48_000, appCallsPerHour: settings.appCallsPerHour ?? 200 }),
    quirks: { ...QUIRKS, ...settings.quirks }, withdrawn: new Set(DISPUTED_METRICS), deletedPosts: new Set(),
    instagram: createInstagramWorld({ now, url, door: 'facebook', accounts }),
  };
}

/** One call, or one operation of a batch: refused apart from the others. */
function answer(server: Server, ask: Ask): Reply {
  return replyOrRefusal(ask, () => answerOne(server, ask));
}

function answerOne(server: Server, ask: Ask): Reply {
  const { world, signIn } = server;
  const read = readGraphAsk(ask);
  requireLivingVersion(read, world.now(), server.retired);
  if (isBatch(ask)) return answerBatch(ask, read, (one) => inBatch(server, one));
  switch (read.path.join('/')) {
    case 'dialog/oauth': return dialogReply(signIn, ask);
    case 'oauth/access_token': return { json: exchange(signIn, read) };
    case 'debug_token': return { json: debugToken(signIn, read, world.pages.filter(({ isTicked }) => isTicked).map(({ id }) => id)) };
    default: return answerWithToken(server, read);
  }
}

function answerWithToken({ world, signIn }: Server, ask: GraphAsk): Reply {
  const token = requireToken(ask, { ...signIn, demandsProof: world.quirks.demandsProof });
  const headers = world.limits.spend(callerOf(world, ask, token));
  return { json: answerNode(world, ask, token), headers };
}

function inBatch(server: Server, ask: Ask): Reply | null {
  const { quirks } = server.world;
  if (quirks.lateInBatch <= 0) return answer(server, ask);
  quirks.lateInBatch -= 1;
  return null;
}
