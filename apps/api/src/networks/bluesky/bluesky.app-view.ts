import type { z } from 'zod';
import type { RawAnswer } from '../core/http-answer.js';
import type { HttpClient } from '../core/http-client.js';
import type { LenientList } from '../core/lenient-list.js';
import { NetworkError } from '../core/network-error.js';
import { type BlueskyFeed, blueskyFeed, type BlueskyPost, blueskyPosts, blueskyProblem, type BlueskyProfile, blueskyProfile } from './bluesky.answers.js';

/** Bluesky's own, open to everybody; whoever runs an installation may name another. */
const DOCUMENTED = 'https://public.api.bsky.app';
const PAGE_SIZE = '100';
/** Posts asked for by identifier at once; no AppView takes more. */
export const MOST_AT_ONCE = 25;
const GONE = ['AccountTakedown', 'AccountDeactivated'];

/** The server that counts. The servers that keep the posts count nothing. All throw NetworkError. */
export class BlueskyAppView {
  constructor(private readonly http: HttpClient) {}

  get now(): Date {
    return this.http.now();
  }

  /** @param actor  a handle or a DID */
  profile(actor: string): Promise<BlueskyProfile> {
    return this.ask('app.bsky.actor.getProfile', [['actor', actor]], blueskyProfile);
  }

  /** What an account wrote, answers to others left out; its reposts stand among it. */
  feed(did: string, cursor: string | null): Promise<BlueskyFeed> {
    const query: [string, string][] = [['actor', did], ['limit', PAGE_SIZE], ['filter', 'posts_no_replies']];
    return this.ask('app.bsky.feed.getAuthorFeed', cursor === null ? query : [...query, ['cursor', cursor]], blueskyFeed);
  }

  /** Those that still exist. @param uris  at most `MOST_AT_ONCE` */
  async posts(uris: readonly string[]): Promise<LenientList<BlueskyPost>> {
    return (await this.ask('app.bsky.feed.getPosts', uris.map((uri): [string, string] => ['uris', uri]), blueskyPosts)).posts;
  }

  private async ask<T>(method: string, query: readonly [string, string][], schema: z.ZodType<T>): Promise<T> {
    const url = new URL(`${this.http.base('bluesky', DOCUMENTED)}/xrpc/${method}`);
    for (const [name, value] of query) url.searchParams.append(name, value);
    return (await this.http.ask({ url, schema, errorOf })).body;
  }
}

/** Nobody there is a 400, as a mistake of ours would be. */
function errorOf({ status, json }: RawAnswer): NetworkError | null {
  const problem = status === 400 ? blueskyProblem.safeParse(json) : null;
  if (!problem?.success) return null;
  const { error, message } = problem.data;
  const isGone = GONE.includes(error) || /profile not found|actor not found/i.test(message);
  return isGone ? new NetworkError('not-found', 'the account is not shown', { status, code: error }) : null;
}
