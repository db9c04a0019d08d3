import { z } from 'zod';
import type { HttpClient, HttpRequest } from '../../apps/api/src/networks/core/http-client.js';
import { NetworkError, type NetworkErrorDetails, type NetworkErrorReason } from '../../apps/api/src/networks/core/network-error.js';
import type { ChannelAccess, ConnectorClass, DaysRequest, KnownPost, NetworkConnector, PostsRequest, ReadingPage } from '../../apps/api/src/networks/core/network-connector.js';

/** One way in which a connector may be wrong. */
export interface Spoil {
  /** Changes what it is asked to list. */
  request?(request: PostsRequest): PostsRequest;
  /** Changes each page of posts, listed or read again; `before` is the page before. */
  page?(page: ReadingPage, before: ReadingPage | null): ReadingPage;
  /** Changes the pages of posts that are read again alone. */
  again?(page: ReadingPage): ReadingPage;
  /** Changes the pages of the channel. */
  channel?(page: ReadingPage): ReadingPage;
  /** Changes what it fails with. */
  error?(error: NetworkError, access: ChannelAccess): NetworkError;
  /** Fails where an answer holds this word. */
  fearsWord?: string;
  /** Asks for the channel even when no post is to be read again. */
  asksInVain?: boolean;
}

/** A connector with one fault planted in it. */
export function spoilConnector(Sound: ConnectorClass, spoil: Spoil): ConnectorClass {
  return class Spoiled implements NetworkConnector {
    readonly connecting;
    private readonly sound: NetworkConnector;

    constructor(http: HttpClient) {
      if (spoil.fearsWord !== undefined) frighten(http, spoil.fearsWord);
      this.sound = new Sound(http);
      this.connecting = this.sound.connecting;
    }

    async *readChannel(access: ChannelAccess, request: DaysRequest): AsyncGenerator<ReadingPage> {
      for await (const page of failing(this.sound.readChannel(access, request), access, spoil)) yield spoil.channel?.(page) ?? page;
    }

    async *listPosts(access: ChannelAccess, request: PostsRequest): AsyncGenerator<ReadingPage> {
      let before: ReadingPage | null = null;
      for await (const page of failing(this.sound.listPosts(access, spoil.request?.(request) ?? request), access, spoil)) {
        yield spoil.page?.(page, before) ?? page;
        before = page;
      }
    }

    async *readPosts(access: ChannelAccess, posts: readonly KnownPost[]): AsyncGenerator<ReadingPage> {
      if (spoil.asksInVain) for await (const page of this.readChannel(access, { sinceDay: '2026-11-01', cursor: null })) yield { ...page, days: [] };
      for await (const page of failing(this.sound.readPosts(access, posts), access, spoil)) yield spoil.again?.(page) ?? page;
    }
  };
}

async function* failing(pages: AsyncGenerator<ReadingPage>, access: ChannelAccess, spoil: Spoil): AsyncGenerator<ReadingPage> {
  try {
    yield* pages;
  } catch (error) {
    throw error instanceof NetworkError ? (spoil.error?.(error, access) ?? error) : error;
  }
}

function frighten(http: HttpClient, word: string): void {
  const ask = http.ask.bind(http);
  const calm = z.unknown().refine((json) => !JSON.stringify(json).includes(word), 'heard of for the first time');
  http.ask = <T>(request: HttpRequest<T>) => ask({ ...request, schema: calm.pipe(z.custom<unknown>()).pipe(request.schema) });
}

/** The same error, for another reason or with other details. */
export function otherError(error: NetworkError, reason: NetworkErrorReason, details: NetworkErrorDetails = {}): NetworkError {
  const { retryAt, answer, status } = error;
  return new NetworkError(reason, error.message, { ...(retryAt ? { retryAt } : {}), ...(answer === null ? {} : { answer }), ...(status === null ? {} : { status }), ...details });
}
