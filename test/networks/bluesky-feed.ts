import { cidOf, didOf, tidOf } from './bluesky-identifiers.js';
import { type PasserBy, passerBy } from './passers-by.js';
import type { PlayedAccount, PlayedPost } from './played-account.js';

const HOUR_MS = 3_600_000;

/** Something an account did that its feed shows. */
export interface FeedRow {
  type: 'post' | 'reply' | 'repost' | 'own-repost';
  uri: string;
  cid: string;
  /** When it was really written, whatever its record claims. */
  writtenAt: Date;
  /** What its record claims. */
  createdAt: Date;
  /** Where the feed puts it: the earlier of the two. */
  sortAt: Date;
  post: PlayedPost;
  /** Whom it answers or reposts; null: nobody. */
  other: PasserBy | null;
}

/** What accounts wrote and reposted, and the identifiers of it all. */
export class BlueskyFeed {
  private readonly lies = new Map<string, Date>();
  private readonly cids = new Map<string, string>();

  /** @param isQuiet  whether feeds hold posts only: no reposts, no replies */
  constructor(private readonly isQuiet: boolean) {}

  /** From now on the record of a post claims to be of another instant. */
  lie(account: PlayedAccount, number: number, createdAt: Date): void {
    this.lies.set(`${account.key} ${number}`, createdAt);
  }

  /** Of a post seen or not. */
  uriOf(account: PlayedAccount, number: number): string {
    return `at://${didOf(account.key)}/app.bsky.feed.post/${tidOf(account.publishedAtOf(number), number)}`;
  }

  /** Newest first. Every fifth post is followed by a repost of somebody, every fourth by a reply to somebody, every thirteenth is reposted by the account itself. */
  rowsOf(account: PlayedAccount, now: Date): FeedRow[] {
    return account
      .postsAt(now)
      .flatMap((post) => [this.own(account, post), ...(this.isQuiet ? [] : this.beside(account, post))])
      .filter(({ writtenAt }) => writtenAt <= now)
      .sort((one, other) => other.sortAt.getTime() - one.sortAt.getTime() || (one.cid < other.cid ? 1 : -1));
  }

  /** The post of somebody else that was answered or reposted. */
  strangersPost({ handle }: PasserBy): { uri: string; cid: string } {
    return { uri: `at://${didOf(handle)}/app.bsky.feed.post/${tidOf(new Date('2026-01-01T00:00:00Z'), 1)}`, cid: this.cid(`post ${handle}`) };
  }

  cid(content: string): string {
    const known = this.cids.get(content) ?? cidOf(content);
    this.cids.set(content, known);
    return known;
  }

  private own(account: PlayedAccount, post: PlayedPost): FeedRow {
    const createdAt = this.lies.get(`${account.key} ${post.number}`) ?? post.publishedAt;
    return this.row({ type: 'post', uri: this.uriOf(account, post.number), cid: this.cid(`${account.key} ${post.number} ${post.text}`), writtenAt: post.publishedAt, createdAt, post, other: null });
  }

  private beside(account: PlayedAccount, post: PlayedPost): FeedRow[] {
    const later = (hours: number) => new Date(post.publishedAt.getTime() + hours * HOUR_MS);
    const did = didOf(account.key);
    const at = (hours: number, collection: string) => {
      const uri = `at://${did}/${collection}/${tidOf(later(hours), post.number)}`;
      return { uri, cid: this.cid(uri), writtenAt: later(hours), createdAt: later(hours), post };
    };
    return [
      ...(post.number % 4 === 0 ? [this.row({ type: 'reply', ...at(1, 'app.bsky.feed.post'), other: passerBy(post.number) })] : []),
      ...(post.number % 5 === 0 ? [this.row({ type: 'repost', ...at(2, 'app.bsky.feed.repost'), other: passerBy(post.number) })] : []),
      ...(post.number % 13 === 0 ? [this.row({ type: 'own-repost', ...at(3, 'app.bsky.feed.repost'), other: null })] : []),
    ];
  }

  private row(row: Omit<FeedRow, 'sortAt'>): FeedRow {
    return { ...row, sortAt: row.createdAt < row.writtenAt ? row.createdAt : row.writtenAt };
  }
}
