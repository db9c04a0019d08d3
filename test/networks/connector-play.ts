import { AssertionError } from 'node:assert';
import { HttpClient } from '../../apps/api/src/networks/core/http-client.js';
import { NetworkError } from '../../apps/api/src/networks/core/network-error.js';
import type { ChannelAccess, Cursor, NetworkConnector, PostsRequest, ReadingPage } from '../../apps/api/src/networks/core/network-connector.js';
import type { PostReading } from '../../apps/api/src/networks/core/readings.js';
import type { ConnectorHarness, PlayedNetwork } from './connector-harness.js';
import { type InventedPost, inventPosts } from './invented-posts.js';
import type { Fault } from './stand-in.js';

/** A Monday at noon in Brussels. */
export const NOW = new Date('2026-11-23T11:00:00Z');
const DAY_MS = 86_400_000;
const USUAL_LIMIT_MS = 10_000;
export const SHORT_LIMIT_MS = 300;
const MAX_BYTES = 2 * 1024 ** 2;

/** A connector before a played network. */
export class Play {
  private readonly clients: HttpClient[] = [];

  private constructor(readonly harness: ConnectorHarness, readonly network: PlayedNetwork, readonly posts: readonly InventedPost[]) {}

  static async start(harness: ConnectorHarness, postCount = harness.postCount): Promise<Play> {
    const posts = steadyPosts(postCount);
    return new Play(harness, await harness.start({ now: () => NOW, posts }), posts);
  }

  async close(): Promise<void> {
    await Promise.all(this.clients.map((client) => client.close()));
    await this.network.close();
  }

  /** Identifiers of all posts, newest first. */
  get newestFirst(): string[] {
    return this.posts.map(({ number }) => this.network.externalIdOf(number)).toReversed();
  }

  /** A connector over a client of its own. `isGuarded`: no private address but the network's own. */
  connector(settings: { timeLimitMs?: number; isGuarded?: boolean } = {}): NetworkConnector {
    const client = new HttpClient({
      now: () => NOW, networkUrls: { played: this.network.standIn.url, ...this.network.networkUrls },
      allowPrivateAddresses: !settings.isGuarded, timeLimitMs: settings.timeLimitMs ?? USUAL_LIMIT_MS, maxBytes: MAX_BYTES,
    });
    this.clients.push(client);
    return new this.harness.connector(client);
  }

  /** Pages of posts; everything is due unless said. */
  async pages(request: Partial<PostsRequest> = {}, connector = this.connector()): Promise<ReadingPage[]> {
    return allPages(connector.listPosts(this.network.access, { since: new Date('2010-01-01T00:00:00Z'), isDue: () => true, cursor: null, ...request }));
  }

  async list(request: Partial<PostsRequest> = {}): Promise<PostReading[]> {
    return (await this.pages(request)).flatMap(({ posts }) => posts);
  }

  async channel(access: ChannelAccess = this.network.access, connector = this.connector()): Promise<ReadingPage[]> {
    return allPages(connector.readChannel(access, { sinceDay: '2026-11-20', cursor: null }));
  }

  async readAgain(posts: readonly { externalId: string; publishedAt: Date }[]): Promise<ReadingPage[]> {
    return allPages(this.connector().readPosts(this.network.access, posts));
  }

  /** The next listings go wrong. */
  breakListing(fault: Fault, times?: number): void {
    this.network.standIn.break((ask) => this.harness.isListing(ask), fault, times);
  }

  /** The first post of the next answer that has it gets a value. */
  damage(field: 'figure' | 'publishedAt' | 'followers', value: unknown): void {
    const damaged = this.harness[field];
    this.network.standIn.break((ask) => damaged.matches(ask), { kind: 'edit', edit: (json) => changed(json, (copy) => damaged.set(copy, value)) }, 1);
  }

  /** What a listing fails with. @throws AssertionError where it does not */
  async listingError(connector = this.connector()): Promise<NetworkError> {
    return failureOf(this.pages({}, connector));
  }
}

/** All pages of a collection. */
export async function allPages(pages: AsyncGenerator<ReadingPage>): Promise<ReadingPage[]> {
  const all: ReadingPage[] = [];
  for await (const page of pages) all.push(page);
  return all;
}

/** What a collection fails with: a NetworkError, or the connector is at fault. */
export async function failureOf(run: Promise<unknown>): Promise<NetworkError> {
  const error: unknown = await run.then(() => null, (reason: unknown) => reason);
  if (error instanceof NetworkError) return error;
  throw new AssertionError({ message: error === null ? 'nothing went wrong' : `no NetworkError: ${error instanceof Error ? error.stack : JSON.stringify(error)}` });
}

/** A changed copy of an answer. */
export function changed(json: unknown, change: (copy: unknown) => void): unknown {
  const copy: unknown = structuredClone(json);
  change(copy);
  return copy;
}

/** A cursor as it comes back from the database. */
export function stored(cursor: Cursor | null): Cursor | null {
  const copy: Cursor | null = JSON.parse(JSON.stringify(cursor));
  return copy;
}

/** Posts of the last weeks, oldest first, each with a figure above nothing. */
function steadyPosts(count: number): InventedPost[] {
  const days = 60;
  const invented = inventPosts({ seed: 7, from: new Date(NOW.getTime() - days * DAY_MS), to: new Date(NOW.getTime() - DAY_MS), postsPerWeek: ((count + 0.25) * 7) / (days - 1), followers: 4000 });
  return invented.slice(0, count).map((post) => ({ ...post, final: { reach: 900, views: 1200, likes: 60, comments: 10, shares: 30, saves: 6, clicks: 20 } }));
}
