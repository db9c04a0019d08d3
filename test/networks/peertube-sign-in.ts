import { randomBytes } from 'node:crypto';
import { problem } from './peertube-problems.js';
import { type Route, bearerOf, formOf } from './routes.js';
import type { Ask, Reply } from './stand-in.js';

const ACCESS_SECONDS = 86_399;
const REFRESH_SECONDS = 1_209_599;
const CLIENT = { client_id: 'played-client', client_secret: 'played-client-secret' };

/** Somebody with a password on the invented server. */
export interface PeerTubeUser {
  username: string;
  password: string;
  /** The code their telephone shows. Absent: no second factor. */
  otp?: string;
  /** Names of the channels they own. */
  channels: readonly string[];
}

interface Session {
  user: PeerTubeUser;
  access: string;
  refresh: string;
  startedAt: Date;
}

/** Signing in with a name and a password, as PeerTube does it: tokens of a day, renewed for two weeks. */
export class PeerTubeSignIn {
  private sessions: Session[] = [];

  constructor(private readonly settings: { now: () => Date; users: readonly PeerTubeUser[] }) {}

  readonly routes: readonly Route[] = [
    ['GET /api/v1/oauth-clients/local', () => ({ json: CLIENT })],
    ['POST /api/v1/users/token', (ask) => this.token(ask)],
    ['POST /api/v1/users/revoke-token', (ask) => this.signOut(ask)],
  ];

  ownerOf(channel: string): PeerTubeUser | null {
    return this.settings.users.find(({ channels }) => channels.includes(channel)) ?? null;
  }

  open(username: string): Record<string, string | number> {
    const user = this.settings.users.find((candidate) => candidate.username === username);
    if (!user) throw new Error(`Nobody is called ${username}`);
    const session = { user, access: randomBytes(20).toString('hex'), refresh: randomBytes(20).toString('hex'), startedAt: this.settings.now() };
    this.sessions.push(session);
    return { token_type: 'Bearer', access_token: session.access, refresh_token: session.refresh, expires_in: ACCESS_SECONDS, refresh_token_expires_in: REFRESH_SECONDS };
  }

  /** Everything somebody was given is refused from now on: they must sign in again. */
  revoke(username: string): void {
    this.sessions = this.sessions.filter(({ user }) => user.username !== username);
  }

  /** @returns who asks, or why they may not: no token, or one that died of age, is an unauthorised request; one that nobody knows is invalid */
  whoAsks(ask: Ask): { user: PeerTubeUser } | { refusal: Reply } {
    const token = bearerOf(ask);
    const session = this.sessions.find(({ access }) => access === token);
    if (session && this.ageSeconds(session) <= ACCESS_SECONDS) return { user: session.user };
    return { refusal: problem(401, 'Token is invalid', token === null || session ? 'unauthorized_request' : 'invalid_token') };
  }

  private token(ask: Ask): Reply {
    if (!String(ask.headers['content-type']).startsWith('application/x-www-form-urlencoded')) return problem(400, 'Invalid request: content must be application/x-www-form-urlencoded', 'invalid_request');
    const form = formOf(ask);
    if (form.get('client_id') !== CLIENT.client_id || form.get('client_secret') !== CLIENT.client_secret) return problem(400, 'Invalid client: client is invalid', 'invalid_client');
    const grant = form.get('grant_type');
    if (grant === 'password') return this.byPassword(ask, form);
    if (grant === 'refresh_token') return this.byRefresh(form);
    return problem(400, 'Unsupported grant type: `grant_type` is invalid', 'unsupported_grant_type');
  }

  private byPassword(ask: Ask, form: URLSearchParams): Reply {
    const user = this.settings.users.find(({ username }) => username === form.get('username'));
    if (!user || user.password !== form.get('password')) return problem(400, 'Invalid grant: user credentials are invalid', 'invalid_grant');
    const otp = ask.headers['x-peertube-otp'];
    if (user.otp !== undefined && otp === undefined) {
      const refusal = problem(401, 'Missing two factor header', 'missing_two_factor');
      return { ...refusal, headers: { ...refusal.headers, 'x-peertube-otp': 'required; app' } };
    }
    if (user.otp !== undefined && otp !== user.otp) return problem(400, 'Invalid two factor header', 'invalid_two_factor');
    return { json: this.open(user.username) };
  }

  /** The old tokens both die as new ones are given. */
  private byRefresh(form: URLSearchParams): Reply {
    const session = this.sessions.find(({ refresh }) => refresh === form.get('refresh_token'));
    if (!session) return problem(400, 'Invalid grant: refresh token is invalid', 'invalid_grant');
    if (this.ageSeconds(session) > REFRESH_SECONDS) return problem(400, 'Invalid grant: refresh token has expired', 'invalid_grant');
    this.sessions = this.sessions.filter((other) => other !== session);
    return { json: this.open(session.user.username) };
  }

  private signOut(ask: Ask): Reply {
    const who = this.whoAsks(ask);
    if ('refusal' in who) return who.refusal;
    this.sessions = this.sessions.filter(({ access }) => access !== bearerOf(ask));
    return { json: {} };
  }

  private ageSeconds({ startedAt }: Session): number {
    return (this.settings.now().getTime() - startedAt.getTime()) / 1000;
  }
}
