import { DURATION_SECONDS, PeerTubeAnswers, type ServedVideo } from './peertube-answers.js';
import { type VideoIdentifiers, isVideoIdentifier, videoIdentifiers } from './peertube-identifiers.js';
import { invalidParameter, problem } from './peertube-problems.js';
import { PeerTubeSignIn, type PeerTubeUser } from './peertube-sign-in.js';
import { PeerTubeStatistics } from './peertube-statistics.js';
import type { InventedAccount, PlayedAccount } from './played-account.js';
import { type AccountLevers, PlayedAccounts } from './played-accounts.js';
import { type RateState, RateWindow } from './rate-window.js';
import { type Places, type Route, answerFrom } from './routes.js';
import { type Ask, type Reply, StandIn } from './stand-in.js';

const MOST_IN_PAGE = 100;
const USUAL_IN_PAGE = 15;
const HOUR_MS = 3_600_000;
const PRODUCTION = { api: { calls: 50, perMs: 10_000 }, login: { calls: 15, perMs: 300_000 } };

export interface PeerTubeSettings {
  /** The time of the played network: tests move it. */
  now: () => Date;
  channels: readonly InventedAccount[];
  /** One user, `regie` with the password `entre-les-rideaux`, who owns every channel, when absent. */
  users?: readonly PeerTubeUser[];
  /** 8.2.0 when absent. */
  version?: string;
  /** How late the owner's statistics are, by the played clock. An hour when absent. */
  statisticsDelayMs?: number;
  /** Whether the server knows from which country one watches. No when absent. */
  hasGeoIp?: boolean;
  /** Calls allowed in ten seconds of the played clock. 50 when absent, as in production; Infinity for none. */
  callsPerTenSeconds?: number;
  /** Sign-ins allowed in five minutes of the played clock. 15 when absent. */
  signInsPerFiveMinutes?: number;
  latencyMs?: number;
}

export interface PeerTubeStandIn extends AccountLevers {
  standIn: StandIn;
  url: string;
  close: () => Promise<void>;
  /** Tokens without signing in, as the server would give them. */
  issueToken: (username: string) => Record<string, string | number>;
  /** Access and refresh tokens of somebody are refused from now on. */
  revokeToken: (username: string) => void;
  /** The name people read changes; the name in addresses never does. */
  renameAccount: (name: string, title: string) => void;
  setPrivate: (name: string, number: number, isPrivate: boolean) => void;
  /** Every call is one too many until then. */
  limitUntil: (instant: Date) => void;
  /** Numeric identifier, UUID and short UUID of a video. */
  videoIds(name: string, number: number): { id: number; uuid: string; shortUUID: string };
}

/** A PeerTube server, as the fact sheet `peertube.md` tells of it. */
export async function startPeerTubeStandIn(settings: PeerTubeSettings): Promise<PeerTubeStandIn> {
  const server = new PeerTubeServer(settings);
  const standIn = await StandIn.start({ now: settings.now, answer: (ask) => server.answer(ask), ...(settings.latencyMs === undefined ? {} : { latencyMs: settings.latencyMs }) });
  server.url = standIn.url;
  const { accounts, signIn, apiRate, loginRate, hidden } = server;
  return {
    standIn, url: standIn.url, close: () => standIn.close(), ...accounts.levers(),
    issueToken: (username) => signIn.open(username),
    revokeToken: (username) => signIn.revoke(username),
    renameAccount: (name, title) => { accounts.require(name).title = title; },
    setPrivate: (name, number, isPrivate) => { if (isPrivate) hidden.add(`${accounts.require(name).key} ${number}`); else hidden.delete(`${name} ${number}`); },
    limitUntil: (instant) => { apiRate.limitUntil(instant); loginRate.limitUntil(instant); },
    videoIds: (name, number) => server.identifiersOf(accounts.require(name), number),
  };
}

class PeerTubeServer {
  url = '';
  readonly accounts: PlayedAccounts;
  readonly signIn: PeerTubeSignIn;
  readonly apiRate: RateWindow;
  readonly loginRate: RateWindow;
  /** Videos that only their owner may see. */
  readonly hidden = new Set<string>();
  private readonly answers: PeerTubeAnswers;
  private readonly statistics: PeerTubeStatistics;
  private readonly routes: readonly Route[];
  private readonly version: string;
  /** Identifiers already given, by video, and where each leads: making one is costly. */
  private readonly identifiers = new Map<string, VideoIdentifiers>();
  private readonly channelByVideo = new Map<string, PlayedAccount>();

  constructor(private readonly settings: PeerTubeSettings) {
    const { now, channels, version = '8.2.0', statisticsDelayMs = HOUR_MS, hasGeoIp = false } = settings;
    const [major = 0, minor = 0] = version.split('.').map(Number);
    const release = major * 100 + minor;
    this.version = version;
    this.accounts = new PlayedAccounts(channels, now);
    this.signIn = new PeerTubeSignIn({ now, users: settings.users ?? [{ username: 'regie', password: 'entre-les-rideaux', channels: channels.map(({ name }) => name) }] });
    this.answers = new PeerTubeAnswers({ now, release, url: () => this.url, owner: ({ key }) => this.signIn.ownerOf(key)?.username ?? 'personne', place: (channel) => this.placeOf(channel) });
    this.statistics = new PeerTubeStatistics({ now, release, hasGeoIp, delayMs: statisticsDelayMs });
    this.apiRate = new RateWindow({ ...PRODUCTION.api, calls: settings.callsPerTenSeconds ?? PRODUCTION.api.calls, now });
    this.loginRate = new RateWindow({ ...PRODUCTION.login, calls: settings.signInsPerFiveMinutes ?? PRODUCTION.login.calls, now });
    this.routes = [...this.signIn.routes, ...this.publicRoutes(), ...this.ownerRoutes()];
  }

  answer(ask: Ask): Reply {
    const state = (ask.url.pathname === '/api/v1/users/token' ? this.loginRate : this.apiRate).count();
    const reply = state.isOver ? this.tooMany(state) : (answerFrom(this.routes, ask) ?? problem(404, 'Not Found'));
    const reset = String(Math.ceil(state.resetAt.getTime() / 1000));
    return { ...reply, headers: { 'X-RateLimit-Limit': String(state.limit), 'X-RateLimit-Remaining': String(state.remaining), 'X-RateLimit-Reset': reset, ...reply.headers } };
  }

  identifiersOf(channel: PlayedAccount, number: number): VideoIdentifiers {
    const key = `${channel.key} ${number}`;
    const known = this.identifiers.get(key) ?? videoIdentifiers({ key: channel.key, place: this.placeOf(channel) }, number);
    this.identifiers.set(key, known);
    for (const identifier of Object.values(known)) this.channelByVideo.set(String(identifier), channel);
    return known;
  }

  private placeOf(channel: PlayedAccount): number {
    return this.accounts.all.indexOf(channel) + 1;
  }

  private publicRoutes(): Route[] {
    return [
      ['GET /api/v1/config', () => ({ json: { instance: { name: 'Serveur inventé' }, serverVersion: this.version } })],
      ['GET /api/v1/video-channels/:name', (_, places) => this.ofChannel(places, (channel) => ({ json: this.answers.channel(channel) }))],
      ['GET /api/v1/video-channels/:name/videos', (ask, places) => this.ofChannel(places, (channel) => this.page(ask, this.videosOf(channel).filter(({ isPrivate }) => !isPrivate)))],
      ['GET /api/v1/accounts/:name/video-channels', (ask, places) => this.channelsOf(ask, places)],
      ['GET /api/v1/videos/:id', (ask, places) => this.ofVideo(places, (video) => (video.isPrivate && !this.owns(ask, video.channel) ? problem(403, 'Cannot fetch information of private/internal video') : { json: this.answers.video(video) }))],
      ['GET /api/v1/videos/:id/comment-threads', (ask, places) => this.ofVideo(places, (video) => withPage(ask, (page) => ({ json: this.answers.commentThreads(video, page) })))],
    ];
  }

  private ownerRoutes(): Route[] {
    const ofOwn = (ask: Ask, places: Places, answer: (video: ServedVideo & { durationSeconds: number }) => Reply) =>
      this.signedIn(ask, (user) => this.ofVideo(places, (video) => (user.channels.includes(video.channel.key) ? answer({ ...video, durationSeconds: DURATION_SECONDS }) : notYours())));
    return [
      ['GET /api/v1/users/me', (ask) => this.signedIn(ask, (user) => ({ json: this.me(user) }))],
      ['GET /api/v1/users/me/videos', (ask) => this.signedIn(ask, (user) => this.page(ask, this.channelsOfUser(user).flatMap((channel) => this.videosOf(channel))))],
      ['GET /api/v1/videos/:id/stats/overall', (ask, places) => ofOwn(ask, places, (video) => this.statistics.overall(video, ask.url.searchParams))],
      ['GET /api/v1/videos/:id/stats/retention', (ask, places) => ofOwn(ask, places, (video) => this.statistics.retention(video))],
      ['GET /api/v1/videos/:id/stats/user-agent', (ask, places) => ofOwn(ask, places, (video) => this.statistics.userAgent(video, ask.url.searchParams))],
      ['GET /api/v1/videos/:id/stats/timeseries/:metric', (ask, places) => ofOwn(ask, places, (video) => this.statistics.timeseries(video, places['metric'], ask.url.searchParams))],
      ['GET /api/v1/video-channels/:name/followers', (ask, places) => this.signedIn(ask, (user) => this.ofChannel(places, (channel) => (user.channels.includes(channel.key) ? { json: this.answers.followers(channel) } : notYours())))],
    ];
  }

  private signedIn(ask: Ask, answer: (user: PeerTubeUser) => Reply): Reply {
    const who = this.signIn.whoAsks(ask);
    return 'refusal' in who ? who.refusal : answer(who.user);
  }

  private owns(ask: Ask, channel: PlayedAccount): boolean {
    const who = this.signIn.whoAsks(ask);
    return 'user' in who && who.user.channels.includes(channel.key);
  }

  private ofChannel({ name = '' }: Places, answer: (channel: PlayedAccount) => Reply): Reply {
    const [key, host = this.host] = name.split('@');
    const channel = this.accounts.all.find((candidate) => candidate.name === key && !candidate.isDeleted);
    return channel && host === this.host ? answer(channel) : problem(404, 'Video channel not found');
  }

  private ofVideo({ id = '' }: Places, answer: (video: ServedVideo) => Reply): Reply {
    if (!isVideoIdentifier(id)) return invalidParameter('id');
    const channel = this.channelByVideo.get(id);
    const channels = (channel ? [channel] : this.accounts.all).filter(({ isDeleted }) => !isDeleted);
    const video = channels.flatMap((one) => this.videosOf(one)).find((candidate) => [String(candidate.id), candidate.uuid, candidate.shortUUID].includes(id));
    return video ? answer(video) : problem(404, 'Video not found');
  }

  private videosOf(channel: PlayedAccount): ServedVideo[] {
    return channel.postsAt(this.settings.now()).map((post) => ({ channel, post, isPrivate: this.hidden.has(`${channel.key} ${post.number}`), ...this.identifiersOf(channel, post.number) }));
  }

  private channelsOfUser({ channels }: PeerTubeUser): PlayedAccount[] {
    return this.accounts.all.filter(({ key, isDeleted }) => !isDeleted && channels.includes(key));
  }

  private channelsOf(ask: Ask, { name = '' }: Places): Reply {
    const channels = this.accounts.all.filter((channel) => !channel.isDeleted && this.signIn.ownerOf(channel.key)?.username === name.split('@')[0]);
    if (channels.length === 0) return problem(404, 'Account not found');
    const hasStats = ask.url.searchParams.get('withStats') === 'true';
    return withPage(ask, ({ start, count }) => ({ json: { total: channels.length, data: channels.slice(start, start + count).map((channel) => (hasStats && this.owns(ask, channel) ? this.answers.channelWithStats(channel) : this.answers.channel(channel))) } }));
  }

  private me(user: PeerTubeUser): Record<string, unknown> {
    const channels = this.channelsOfUser(user);
    return { id: 2, username: user.username, email: `${user.username}@centre.example`, role: { id: 2, label: 'User' }, account: { id: 2, name: user.username, displayName: user.username, host: this.host }, videoChannels: channels.map((channel) => this.answers.channel(channel)) };
  }

  private page(ask: Ask, videos: readonly ServedVideo[]): Reply {
    const sort = ask.url.searchParams.get('sort') ?? '-createdAt';
    const by = SORTS[sort.replace(/^-/, '')];
    if (!by) return invalidParameter('sort', 'Should have a valid sort');
    const direction = sort.startsWith('-') ? -1 : 1;
    const sorted = videos.toSorted((one, other) => direction * (by(one) - by(other)));
    return withPage(ask, ({ start, count }) => ({ json: { total: videos.length, data: sorted.slice(start, start + count).map((video) => this.answers.video(video)) } }));
  }

  private tooMany({ resetAt }: RateState): Reply {
    const seconds = Math.max(1, Math.ceil((resetAt.getTime() - this.settings.now().getTime()) / 1000));
    return { status: 429, headers: { 'Retry-After': String(seconds) }, text: 'Too many requests, please try again later.' };
  }

  private get host(): string {
    return new URL(this.url).host;
  }
}

const SORTS: Readonly<Record<string, (video: ServedVideo) => number>> = {
  createdAt: ({ post }) => post.publishedAt.getTime(), publishedAt: ({ post }) => post.publishedAt.getTime(),
  views: ({ post }) => post.figures.views, likes: ({ post }) => post.figures.likes, name: ({ id }) => id,
};

/** Answers with a page, or refuses one that PeerTube would not give: more than a hundred lines, or what is no number. */
function withPage(ask: Ask, answer: (page: { start: number; count: number }) => Reply): Reply {
  const { searchParams } = ask.url;
  const start = Number(searchParams.get('start') ?? 0);
  const count = Number(searchParams.get('count') ?? USUAL_IN_PAGE);
  if (!Number.isInteger(start) || start < 0) return invalidParameter('start', 'Should have a number start');
  if (!Number.isInteger(count) || count < 0 || count > MOST_IN_PAGE) return invalidParameter('count', `Should have a number count (max: ${MOST_IN_PAGE})`);
  return answer({ start, count });
}

function notYours(): Reply {
  return problem(403, 'Cannot manage a video of another user.');
}
