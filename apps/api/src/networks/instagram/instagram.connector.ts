import { walkListing } from '../core/bounded-paging.js';
import type { HttpClient } from '../core/http-client.js';
import { walkDays } from '../core/meta-series.js';
import type { AccessSecret, ChannelAccess, DaysRequest, KnownPost, NetworkConnector, PostsRequest, ReadingPage } from '../core/network-connector.js';
import { InstagramConnect } from './instagram.connect.js';
import { AccountDays } from './instagram.days.js';
import { InstagramDoor } from './instagram.door.js';
import { AccountMedia } from './instagram.media.js';

/** Media read again at once: one request through a page, one each without. */
const MEDIA_A_PAGE = 25;

/** Professional accounts, by the page that is linked to them or by themselves. */
export class InstagramConnector implements NetworkConnector {
  readonly connecting: InstagramConnect;

  constructor(private readonly http: HttpClient) {
    this.connecting = new InstagramConnect(http);
  }

  /** First the followers of today, then the people reached a day, back to two years, and the followers reached in 28 days. */
  async *readChannel(access: ChannelAccess, request: DaysRequest): AsyncGenerator<ReadingPage> {
    yield* walkDays(new AccountDays(InstagramDoor.open(this.http, access), access, this.http.now), request);
  }

  /** Stories first, then posts and reels, newest first. */
  async *listPosts(access: ChannelAccess, request: PostsRequest): AsyncGenerator<ReadingPage> {
    const media = new AccountMedia(InstagramDoor.open(this.http, access), access, this.http.now);
    yield* walkListing(request, (cursor) => media.list(cursor, request.since, (post) => request.isDue(post)));
  }

  async *readPosts(access: ChannelAccess, known: readonly KnownPost[]): AsyncGenerator<ReadingPage> {
    const media = new AccountMedia(InstagramDoor.open(this.http, access), access, this.http.now);
    for (let from = 0; from < known.length; from += MEDIA_A_PAGE) yield media.read(known.slice(from, from + MEDIA_A_PAGE));
  }

  /** Accounts read by themselves have a token of 60 days, which renews itself. */
  renew(access: ChannelAccess): Promise<AccessSecret> {
    return this.connecting.renew(access);
  }
}
