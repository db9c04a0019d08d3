import { type InventedFigures, type InventedPost, figuresAt, followersAt } from './invented-posts.js';

/** An account, page or channel of an invented network, as a test describes it. */
export interface InventedAccount {
  /** Its name in addresses, `centre`; levers go on calling it so after it is renamed. */
  name: string;
  /** The name people read. */
  title: string;
  /** Followers at `since`. */
  followers: number;
  since: Date;
  followersPerDay: number;
  /** Posts are seen from their own `publishedAt` to their `deletedAt`. */
  posts: readonly InventedPost[];
}

/** A post as its network shows it at one instant. */
export interface PlayedPost {
  number: number;
  publishedAt: Date;
  /** null: never edited. */
  editedAt: Date | null;
  text: string;
  kind: InventedPost['kind'];
  figures: InventedFigures;
}

/** One account during a play: what was invented, and what levers did to it since. */
export class PlayedAccount {
  readonly key: string;
  name: string;
  title: string;
  isDeleted = false;
  private readonly invented: InventedPost[];
  private readonly deleted = new Set<number>();
  private readonly edits = new Map<number, { text: string; at: Date }>();
  private readonly counts = new Map<number, Partial<InventedFigures>>();
  private heldFollowers: number | null = null;

  constructor(private readonly start: InventedAccount) {
    this.key = start.name;
    this.name = start.name;
    this.title = start.title;
    this.invented = [...start.posts];
  }

  get createdAt(): Date {
    return this.start.since;
  }

  followersAt(at: Date): number {
    return this.heldFollowers ?? followersAt({ followers: this.start.followers, since: this.start.since, perDay: this.start.followersPerDay }, at);
  }

  /** What is published and not deleted, newest first. */
  postsAt(at: Date): PlayedPost[] {
    return this.invented
      .filter((post) => post.publishedAt <= at && !this.deleted.has(post.number) && (post.deletedAt === null || post.deletedAt > at))
      .map((post) => this.shown(post, at))
      .sort((one, other) => other.publishedAt.getTime() - one.publishedAt.getTime() || other.number - one.number);
  }

  /** Figures as of an instant; what levers set is so since ever. */
  figuresOf(number: number, at: Date): InventedFigures {
    return { ...figuresAt(this.require(number), at), ...this.counts.get(number) };
  }

  /** When a post is, was or will be published, seen or not. */
  publishedAtOf(number: number): Date {
    return this.require(number).publishedAt;
  }

  addPost(post: InventedPost): void {
    this.invented.push(post);
  }

  deletePost(number: number): void {
    this.deleted.add(this.require(number).number);
  }

  editPost(number: number, edit: { text: string; at: Date }): void {
    this.edits.set(this.require(number).number, edit);
  }

  /** From now on the post has these figures, and keeps them. */
  setCounts(number: number, counts: Partial<InventedFigures>): void {
    this.counts.set(this.require(number).number, { ...this.counts.get(number), ...counts });
  }

  /** Followers from now on; null: they grow as invented. */
  setFollowers(followers: number | null): void {
    this.heldFollowers = followers;
  }

  private shown(post: InventedPost, at: Date): PlayedPost {
    const edit = this.edits.get(post.number);
    const { number, publishedAt, kind } = post;
    return { number, publishedAt, kind, editedAt: edit?.at ?? null, text: edit?.text ?? post.text, figures: this.figuresOf(number, at) };
  }

  private require(number: number): InventedPost {
    const post = this.invented.find((candidate) => candidate.number === number);
    if (!post) throw new Error(`${this.key} has no post ${number}`);
    return post;
  }
}
