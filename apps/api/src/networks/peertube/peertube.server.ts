import type { z } from 'zod';
import type { HttpAnswer, HttpClient } from '../core/http-client.js';
import { retryAt } from '../core/rate-limit.js';
import * as answers from './peertube.answers.js';
import { peertubeError } from './peertube.errors.js';

/** The most that a server gives in one page; more is refused. */
const LARGEST_PAGE = 100;
/** Videos in a page. Each may cost two requests more, and servers allow 50 in ten seconds: a page and its figures stay under it. */
export const VIDEOS_A_PAGE = 15;

/** What a person signs in with, or a refresh token. Sent once, kept nowhere. */
export type Grant =
  | { grant_type: 'password'; username: string; password: string }
  | { grant_type: 'refresh_token'; refresh_token: string };

/** The calls Portée makes to one PeerTube server. Public figures are asked for without token: a video that only its owner sees is no publication. */
export class PeertubeServer {
  /** Requests it still allows, and when it will allow all again; null: it has not said. */
  allowance: { remaining: number; resetsAt: Date } | null = null;

  /** @param host  as in its address, with a port where it has one */
  constructor(private readonly http: HttpClient, readonly host: string) {}

  get now(): Date {
    return this.http.now();
  }

  channel(name: string): Promise<answers.PeertubeChannel> {
    return this.get(`video-channels/${encodeURIComponent(name)}`, answers.peertubeChannel);
  }

  /** The channels of an account; with its owner's token, with the views of their last 30 days. */
  async channelsOf(account: string, token: string | null = null): Promise<answers.PeertubeChannel[]> {
    const query = { start: '0', count: `${LARGEST_PAGE}`, ...(token === null ? {} : { withStats: 'true' }) };
    const { data } = await this.get(`accounts/${encodeURIComponent(account)}/video-channels`, answers.peertubeChannels, { query, token });
    return data.members;
  }

  /** Videos of a channel that everybody sees, newest first. */
  videos(name: string, start: number): Promise<answers.PeertubeVideos> {
    return this.get(`video-channels/${encodeURIComponent(name)}/videos`, answers.peertubeVideos, { query: { start: `${start}`, count: `${VIDEOS_A_PAGE}`, sort: '-publishedAt' } });
  }

  video(id: string): Promise<answers.PeertubeVideo> {
    return this.get(`videos/${encodeURIComponent(id)}`, answers.peertubeVideo);
  }

  statistics(id: string, token: string): Promise<answers.PeertubeStatistics> {
    return this.get(`videos/${encodeURIComponent(id)}/stats/overall`, answers.peertubeStatistics, { token });
  }

  /** One thread is asked for, for the sake of the total that stands beside it. */
  comments(id: string): Promise<answers.PeertubeComments> {
    return this.get(`videos/${encodeURIComponent(id)}/comment-threads`, answers.peertubeComments, { query: { start: '0', count: '1' } });
  }

  /** The account of whoever a token belongs to. */
  async accountOf(token: string): Promise<string> {
    const { account } = await this.get('users/me', answers.peertubeMe, { token });
    return account.name;
  }

  /** @param code  of the second factor; empty: none was typed */
  async token(grant: Grant, code = ''): Promise<answers.PeertubeToken> {
    const client = await this.get('oauth-clients/local', answers.peertubeClient);
    const { body } = await this.http.ask({
      url: this.url('users/token'), method: 'POST', schema: answers.peertubeToken, errorOf: peertubeError,
      form: { ...client, ...grant }, ...(code === '' ? {} : { headers: { 'x-peertube-otp': code } }),
    });
    return body;
  }

  private async get<T>(path: string, schema: z.ZodType<T>, { query = {}, token = null }: { query?: Record<string, string>; token?: string | null } = {}): Promise<T> {
    const url = this.url(path);
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
    const answer = await this.http.ask({ url, schema, errorOf: peertubeError, ...(token === null ? {} : { headers: { authorization: `Bearer ${token}` } }) });
    this.allowance = allowanceOf(answer, this.now) ?? this.allowance;
    return answer.body;
  }

  private url(path: string): URL {
    return new URL(`${this.http.base('peertube', `https://${this.host}`)}/api/v1/${path}`);
  }
}

function allowanceOf({ headers }: Pick<HttpAnswer<unknown>, 'headers'>, now: Date): PeertubeServer['allowance'] {
  const remaining = headers['x-ratelimit-remaining'] ?? '';
  return /^\d{1,9}$/.test(remaining) ? { remaining: Number(remaining), resetsAt: retryAt(headers, now) } : null;
}
