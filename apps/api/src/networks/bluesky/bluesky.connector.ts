import { z } from 'zod';
import { AnswerDraft } from '../core/answer-draft.js';
import { type ListedPage, walkListing } from '../core/bounded-paging.js';
import type { ConnectFlow } from '../core/connect-flow.js';
import type { HttpClient } from '../core/http-client.js';
import { type ChannelAccess, EMPTY_PAGE, type KnownPost, type NetworkConnector, type PostsRequest, type ReadingPage } from '../core/network-connector.js';
import type { LenientList } from '../core/lenient-list.js';
import type { BlueskyFeed, BlueskyFeedItem, BlueskyPost } from './bluesky.answers.js';
import { BlueskyAppView, MOST_AT_ONCE } from './bluesky.app-view.js';
import { connectBluesky } from './bluesky.connect.js';
import { isOwnPost, isPostUri, profileName, toChannelReading, toPostReading } from './bluesky.mapping.js';

const place = z.string().nullable().catch(null);

/** Bluesky, by its public AppView: nobody signs in. */
export class BlueskyConnector implements NetworkConnector {
  readonly connecting: ConnectFlow;
  private readonly appView: BlueskyAppView;

  constructor(http: HttpClient) {
    this.appView = new BlueskyAppView(http);
    this.connecting = connectBluesky(this.appView);
  }

  async *readChannel({ externalId, timeZone }: ChannelAccess): AsyncGenerator<ReadingPage> {
    const profile = await this.appView.profile(externalId);
    const draft = new AnswerDraft(this.appView.now);
    const reading = toChannelReading(profile, draft, timeZone);
    yield { ...EMPTY_PAGE, days: [reading], remarks: draft.remarks, name: profileName(profile, draft) };
  }

  async *listPosts({ externalId: did }: ChannelAccess, request: PostsRequest): AsyncGenerator<ReadingPage> {
    yield* walkListing(request, async (at) => toListedPage(await this.appView.feed(did, place.parse(at)), did, new AnswerDraft(this.appView.now)));
  }

  /** What is asked for and not among the answer is deleted: there is no 404. */
  async *readPosts(_access: ChannelAccess, posts: readonly KnownPost[]): AsyncGenerator<ReadingPage> {
    const uris = posts.map(({ externalId }) => externalId).filter((uri) => isPostUri(uri));
    for (let from = 0; from < uris.length; from += MOST_AT_ONCE) {
      const batch = uris.slice(from, from + MOST_AT_ONCE);
      yield toReadAgain(batch, await this.appView.posts(batch), new AnswerDraft(this.appView.now));
    }
  }
}

function toListedPage({ feed, cursor }: BlueskyFeed, did: string, draft: AnswerDraft): ListedPage {
  noteUnreadable(feed, draft);
  const own = feed.members.filter((item) => isOwnPost(item, did));
  const posts = own.map(({ post }) => toPostReading(post, draft)).filter((post) => post !== null);
  return { ids: feed.members.map((item) => lineId(item)), posts, remarks: draft.remarks, next: cursor ?? null };
}

/** A post and a repost of it are two lines. */
function lineId({ post, reason }: BlueskyFeedItem): string {
  return reason === undefined ? post.uri : `${reason.$type} ${reason.uri ?? post.uri}`;
}

/** Where one of the posts cannot be read, it may be any of those that are missing: none of them is called deleted. */
function toReadAgain(uris: readonly string[], found: LenientList<BlueskyPost>, draft: AnswerDraft): ReadingPage {
  noteUnreadable(found, draft);
  const there = new Set(found.members.map(({ uri }) => uri));
  const absent = found.unreadable > 0 ? [] : uris.filter((uri) => !there.has(uri));
  const asked = new Set(uris);
  const posts = found.members.filter(({ uri }) => asked.has(uri)).map((post) => toPostReading(post, draft)).filter((post) => post !== null);
  return { ...EMPTY_PAGE, posts, absent, remarks: draft.remarks };
}

function noteUnreadable({ unreadable }: LenientList<unknown>, draft: AnswerDraft): void {
  for (let count = 0; count < unreadable; count += 1) draft.remark('post-unreadable', null);
}
