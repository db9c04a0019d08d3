import type { BlueskyFeed, FeedRow } from './bluesky-feed.js';
import { cidOf, didOf, tidOf } from './bluesky-identifiers.js';
import { type PasserBy, passerBy, passersBy } from './passers-by.js';
import type { PlayedAccount, PlayedPost } from './played-account.js';

type Json = Record<string, unknown>;

const PICTURES = 'https://images.example';

interface AnswersSettings {
  now: () => Date;
  feed: BlueskyFeed;
  /** Whether saved posts are counted, as today's AppViews do. */
  hasBookmarks: boolean;
}

/** Makes the JSON of an AppView. */
export class BlueskyAnswers {
  private readonly pins = new Map<string, number>();

  constructor(private readonly settings: AnswersSettings) {}

  pin(account: PlayedAccount, number: number | null): void {
    if (number === null) this.pins.delete(account.key);
    else this.pins.set(account.key, number);
  }

  pinned(account: PlayedAccount): FeedRow | null {
    const number = this.pins.get(account.key);
    return this.rows(account).find(({ type, post }) => type === 'post' && post.number === number) ?? null;
  }

  rows(account: PlayedAccount): FeedRow[] {
    return this.settings.feed.rowsOf(account, this.settings.now());
  }

  basic(account: PlayedAccount): Json {
    return { did: didOf(account.key), handle: handleOf(account), displayName: account.title, labels: [], createdAt: account.createdAt.toISOString() };
  }

  profile(account: PlayedAccount): Json {
    const now = this.settings.now();
    const pinned = this.pinned(account);
    return {
      ...this.basic(account), description: 'Un centre culturel inventé.', indexedAt: account.createdAt.toISOString(),
      associated: { lists: 0, feedgens: 0, starterPacks: 0, labeler: false, activitySubscription: { allowSubscriptions: 'followers' } },
      followersCount: account.followersAt(now), followsCount: 12, postsCount: this.rows(account).filter(({ type }) => type === 'post' || type === 'reply').length,
      ...(pinned ? { pinnedPost: { uri: pinned.uri, cid: pinned.cid } } : {}),
    };
  }

  /** Somebody who passes by; not somebody's profile in full. */
  stranger({ name, handle }: PasserBy): Json {
    return { did: didOf(handle), handle: `${handle}.example`, displayName: name, labels: [], createdAt: '2024-05-01T00:00:00.000Z' };
  }

  strangerInFull(person: PasserBy): Json {
    return { ...this.stranger(person), followersCount: person.handle.length * 7, followsCount: 3, postsCount: 40, indexedAt: '2024-05-01T00:00:00.000Z' };
  }

  /** A post or reply of the account's own. */
  postView(account: PlayedAccount, row: FeedRow): Json {
    const { post } = row;
    const embed = this.embed(account, post);
    const text = row.type === 'reply' ? 'Merci, à bientôt !' : post.text;
    const counts = row.type === 'reply' ? { replyCount: 0, repostCount: 0, likeCount: 0, quoteCount: 0 } : this.counts(post);
    return {
      uri: row.uri, cid: row.cid, author: this.basic(account),
      record: { $type: 'app.bsky.feed.post', text, langs: ['fr'], createdAt: row.createdAt.toISOString(), ...(row.type === 'reply' && row.other ? { reply: this.answered(row.other) } : {}) },
      ...(embed && row.type === 'post' ? { embed } : {}), ...counts, indexedAt: row.sortAt.toISOString(), labels: [],
    };
  }

  /** A line of a feed; reposts name who reposted, and hold somebody's post. */
  feedItem(account: PlayedAccount, row: FeedRow): Json {
    const by = { $type: 'app.bsky.feed.defs#reasonRepost', by: this.basic(account), uri: row.uri, cid: row.cid, indexedAt: row.writtenAt.toISOString() };
    if (row.type === 'repost' && row.other) return { post: this.strangersView(row.other), reason: by };
    if (row.type === 'own-repost') return { post: this.postView(account, this.ownOf(account, row)), reason: by };
    if (row.type !== 'reply' || !row.other) return { post: this.postView(account, row) };
    const parent = { $type: 'app.bsky.feed.defs#postView', ...this.strangersView(row.other) };
    return { post: this.postView(account, row), reply: { root: parent, parent } };
  }

  /** What somebody wrote under a post, or of it. */
  remarksOn(post: PlayedPost, count: number): Json[] {
    return passersBy(count).map((person) => {
      const uri = `at://${didOf(person.handle)}/app.bsky.feed.post/${tidOf(post.publishedAt, post.number)}`;
      const view = this.strangersView(person);
      return { ...view, uri, cid: cidOf(uri) };
    });
  }

  private counts(post: PlayedPost): Json {
    const { likes, comments, shares, saves } = post.figures;
    const quoteCount = Math.floor(shares / 5);
    return { ...(this.settings.hasBookmarks ? { bookmarkCount: saves } : {}), replyCount: comments, repostCount: shares - quoteCount, likeCount: likes, quoteCount };
  }

  private ownOf(account: PlayedAccount, { post }: FeedRow): FeedRow {
    const row = this.rows(account).find(({ type, post: { number } }) => type === 'post' && number === post.number);
    if (!row) throw new Error('A repost without its post');
    return row;
  }

  private answered(person: PasserBy): Json {
    const { uri, cid } = this.settings.feed.strangersPost(person);
    return { root: { uri, cid }, parent: { uri, cid } };
  }

  private strangersView(person: PasserBy): Json {
    const at = '2026-01-01T00:00:00.000Z';
    return {
      ...this.settings.feed.strangersPost(person), author: this.stranger(person), record: { $type: 'app.bsky.feed.post', text: person.said, createdAt: at },
      replyCount: 999, repostCount: 999, likeCount: 999, quoteCount: 999, indexedAt: at, labels: [],
    };
  }

  /** Texts of an even number quote somebody. */
  private embed(account: PlayedAccount, { kind, number }: PlayedPost): Json | null {
    const picture = `${PICTURES}/${didOf(account.key)}/${number}`;
    if (kind === 'photo') return { $type: 'app.bsky.embed.images#view', images: [{ thumb: `${picture}/thumb`, fullsize: picture, alt: '' }] };
    if (kind === 'video') return { $type: 'app.bsky.embed.video#view', cid: cidOf(picture), playlist: `${picture}/playlist.m3u8` };
    if (kind === 'link') return { $type: 'app.bsky.embed.external#view', external: { uri: 'https://centre.example/agenda', title: 'Agenda', description: 'Toute la saison' } };
    return number % 2 === 0 ? this.quote(passerBy(number)) : null;
  }

  private quote(person: PasserBy): Json {
    const { uri, cid, author, record, indexedAt } = this.strangersView(person);
    return { $type: 'app.bsky.embed.record#view', record: { $type: 'app.bsky.embed.record#viewRecord', uri, cid, author, value: record, labels: [], indexedAt } };
  }
}

/** A handle is a domain name: one is made of names that are none. */
export function handleOf({ name }: PlayedAccount): string {
  return name.includes('.') ? name.toLowerCase() : `${name.toLowerCase()}.example`;
}
