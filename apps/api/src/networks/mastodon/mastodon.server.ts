import type { z } from 'zod';
import { type RawAnswer } from '../core/http-answer.js';
import type { HttpAnswer, HttpClient } from '../core/http-client.js';
import type { LenientList } from '../core/lenient-list.js';
import { NetworkError } from '../core/network-error.js';
import { type MastodonAccount, mastodonAccount, mastodonInstance, mastodonProblem, type MastodonStatus, mastodonStatus, mastodonStatuses } from './mastodon.answers.js';

/** Statuses on one page; no server gives more. */
export const PAGE_SIZE = 40;
/** Statuses asked for by identifier at once; Mastodon refuses more. */
export const MOST_AT_ONCE = 20;

/** One server that speaks Mastodon's language, and with whose access it is asked. All throw NetworkError. */
export class MastodonServer {
  constructor(private readonly http: HttpClient, readonly address: string, private readonly token: string | null) {}

  get now(): Date {
    return this.http.now();
  }

  async account(id: string): Promise<MastodonAccount> {
    return (await this.ask(`/api/v1/accounts/${encodeURIComponent(id)}`, mastodonAccount)).body;
  }

  /** Whose token it is. */
  async ownAccount(): Promise<MastodonAccount> {
    return (await this.ask('/api/v1/accounts/verify_credentials', mastodonAccount)).body;
  }

  /** @param name  without @ */
  async lookUp(name: string): Promise<MastodonAccount> {
    return (await this.ask(`/api/v1/accounts/lookup?acct=${encodeURIComponent(name)}`, mastodonAccount)).body;
  }

  /** @param place  path and query of a page, as an earlier one gave it */
  async statuses(place: string): Promise<HttpAnswer<LenientList<MastodonStatus>>> {
    return this.ask(place, mastodonStatuses);
  }

  async status(id: string): Promise<MastodonStatus> {
    return (await this.ask(`/api/v1/statuses/${encodeURIComponent(id)}`, mastodonStatus)).body;
  }

  /** Those that the server has, at most `MOST_AT_ONCE`; only Mastodon since 4.3 knows the call. */
  async several(ids: readonly string[]): Promise<readonly MastodonStatus[]> {
    const query = ids.map((id) => `id[]=${encodeURIComponent(id)}`).join('&');
    return (await this.ask(`/api/v1/statuses?${query}`, mastodonStatuses)).body.members;
  }

  /** What the server says it is: `4.5.1`, `0.20.0`, `4.0.0 (not true; really snac/2.75)`. */
  async version(): Promise<string> {
    return (await this.ask('/api/v1/instance', mastodonInstance)).body.version;
  }

  async post<T>(path: string, schema: z.ZodType<T>, form: Readonly<Record<string, string>>): Promise<T> {
    return (await this.http.ask({ url: this.at(path), schema, method: 'POST', form, errorOf: postError })).body;
  }

  private ask<T>(place: string, schema: z.ZodType<T>): Promise<HttpAnswer<T>> {
    return this.http.ask({ url: this.at(place), schema, errorOf: readError, ...(this.token === null ? {} : { headers: { authorization: `Bearer ${this.token}` } }) });
  }

  /** Never another server: whatever a page named, the token goes to this one. */
  private at(place: string): URL {
    const url = new URL(this.address);
    const [path = '', query = ''] = place.split(/\?(.*)/s);
    url.pathname = path;
    url.search = query;
    return url;
  }
}

/** snac calls it unprocessable, on an empty page, that it was sent no good token. The others send JSON with a 422. */
function readError({ status, json }: RawAnswer): NetworkError | null {
  return status === 422 && json === undefined ? new NetworkError('access-revoked', 'the server wants another token', { status }) : null;
}

/** A code or an application that the server does not know (any more): whoever connects starts again. */
function postError(answer: RawAnswer): NetworkError | null {
  const { status, json } = answer;
  const problem = mastodonProblem.safeParse(json);
  const isOauth = problem.success && /^(invalid_|unauthorized_client|access_denied|unsupported_)/.test(problem.data.error);
  return isOauth && (status === 400 || status === 401) ? new NetworkError('access-revoked', `the server refused: ${problem.data.error}`, { status, code: problem.data.error }) : null;
}
