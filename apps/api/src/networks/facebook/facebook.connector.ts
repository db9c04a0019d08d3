import { walkListing } from '../core/bounded-paging.js';
import type { ConnectFlow } from '../core/connect-flow.js';
import type { HttpClient } from '../core/http-client.js';
import { BATCH_SIZE, type MetaGraph } from '../core/meta-graph.js';
import { MetaLogin } from '../core/meta-login.js';
import { walkDays } from '../core/meta-series.js';
import type { ChannelAccess, DaysRequest, KnownPost, NetworkConnector, PostsRequest, ReadingPage } from '../core/network-connector.js';
import { NetworkError } from '../core/network-error.js';
import { connectFacebook } from './facebook.connect.js';
import { PageDays } from './facebook.days.js';
import { PagePosts } from './facebook.posts.js';

/** Pages, each read in the name of its own token. */
export class FacebookConnector implements NetworkConnector {
  readonly connecting: ConnectFlow;
  private readonly login: MetaLogin;

  constructor(private readonly http: HttpClient) {
    this.login = new MetaLogin(http, 'facebook');
    this.connecting = connectFacebook(this.login);
  }

  /** First the followers of today, then the series, back to two years, 89 days at a time. */
  async *readChannel(access: ChannelAccess, request: DaysRequest): AsyncGenerator<ReadingPage> {
    yield* walkDays(new PageDays(this.graph(access), access, this.http.now), request);
  }

  async *listPosts(access: ChannelAccess, request: PostsRequest): AsyncGenerator<ReadingPage> {
    const posts = new PagePosts(this.graph(access), access, this.http.now);
    yield* walkListing(request, (cursor) => posts.list(cursor, request.since, (post) => request.isDue(post)));
  }

  async *readPosts(access: ChannelAccess, known: readonly KnownPost[]): AsyncGenerator<ReadingPage> {
    const posts = new PagePosts(this.graph(access), access, this.http.now);
    for (let from = 0; from < known.length; from += BATCH_SIZE) yield posts.read(known.slice(from, from + BATCH_SIZE));
  }

  private graph({ secret, application }: ChannelAccess): MetaGraph {
    if (secret === null) throw new NetworkError('access-revoked', 'a page is read in the name of its own token, and there is none');
    return this.login.graph(secret.accessToken, application);
  }
}
