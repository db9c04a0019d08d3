import { z } from 'zod';
import { type Cursor, EMPTY_PAGE, type JsonValue, type PostsRequest, type ReadingPage, type ReadingRemark } from './network-connector.js';
import type { PostReading } from './readings.js';

/** Posts of a channel that one listing looks at. Thirty a day for ten years would still fit five times less: beyond it a server invents. */
export const MOST_LISTED = 20_000;
/** A page counts for so many at least, so that empty pages end too. */
const PAGE_COUNTS_FOR = 20;

/** So many pages in a row without anything new are a loop. */
const MOST_IN_VAIN = 3;

/** One page of a listing, as its network gave it. */
export interface ListedPage {
  /** Identifiers of everything on the page, in its order; what is not handed over included. */
  ids: readonly string[];
  posts: readonly PostReading[];
  remarks: readonly ReadingRemark[];
  /** Where the next page is; null: this is the last one. */
  next: Cursor | null;
  /** Whether `next` is our own guess: a page without anything new is then the end, and no loop. */
  isNextGuessed?: boolean;
  /** What else the page has to say. */
  also?: Partial<Pick<ReadingPage, 'refused' | 'memory' | 'name' | 'pauseUntil'>>;
}

/** Where a listing stands: the network's own cursor, and how many posts were listed before it. */
interface Place {
  at: Cursor | null;
  listed: number;
}

const json: z.ZodType<JsonValue> = z.json();
const kept = z.object({ at: json, listed: z.number().int().nonnegative() });

/**
 * Walks a listing from its newest page: each post once, those that are due and not older than asked for. It ends, with a remark,
 * where pages repeat themselves or posts never end. A cursor of its pages resumes after them.
 */
export async function* walkListing(request: PostsRequest, fetchPage: (at: Cursor | null) => Promise<ListedPage>): AsyncGenerator<ReadingPage> {
  const walk = new Walk(request);
  let place: Place | null = placeOf(request.cursor);
  while (place) {
    const page: ListedPage = await fetchPage(place.at);
    const { next, remarks, posts } = walk.take(page, place);
    place = next;
    yield { ...EMPTY_PAGE, ...page.also, posts, remarks: [...page.remarks, ...remarks], cursor: next && { at: next.at, listed: next.listed } };
  }
}

/** What was met on the way. */
class Walk {
  private readonly ids = new Set<string>();
  private readonly handedOver = new Set<string>();
  /** What was on each page, and where each led. */
  private readonly marks = new Set<string>();
  private isGuessing = false;
  private inVain = 0;

  constructor(private readonly request: PostsRequest) {}

  take(page: ListedPage, place: Place): { posts: PostReading[]; next: Place | null; remarks: ReadingRemark[] } {
    const posts = page.posts.filter((post) => this.isWanted(post));
    const end = this.endOf(page, place);
    const remarks = end === null || end === 'end' ? [] : [{ reason: end, externalId: null }];
    return { posts, remarks, next: end === null ? { at: page.next, listed: place.listed + weightOf(page) } : null };
  }

  private isWanted(post: PostReading): boolean {
    const isNew = !this.handedOver.has(post.externalId);
    this.handedOver.add(post.externalId);
    return isNew && post.publishedAt >= this.request.since && this.request.isDue(post);
  }

  /** Why the listing ends here; null: it goes on. */
  private endOf(page: ListedPage, place: Place): 'end' | 'paging-loops' | 'too-many-posts' | null {
    const isRepeated = this.repeats(page);
    const loops = this.isGuessing || page.isNextGuessed ? 'end' : 'paging-loops';
    this.isGuessing = page.isNextGuessed ?? false;
    if (page.next === null) return 'end';
    if (isRepeated) return loops;
    if (isPast(page.posts, this.request.since)) return 'end';
    return place.listed + weightOf(page) >= MOST_LISTED ? 'too-many-posts' : null;
  }

  /** Whether the same page came before, or leads to where an earlier one led. Pages may overlap a little while posts are added. */
  private repeats({ ids, next }: ListedPage): boolean {
    const hasNothingNew = ids.length > 0 && ids.every((id) => this.ids.has(id));
    this.inVain = hasNothingNew ? this.inVain + 1 : 0;
    for (const id of ids) this.ids.add(id);
    const marks = [`to ${JSON.stringify(next)}`, ...(ids.length > 0 ? [`of ${JSON.stringify(ids)}`] : [])];
    const isKnown = marks.some((mark) => this.marks.has(mark));
    for (const mark of marks) this.marks.add(mark);
    return isKnown || this.inVain >= MOST_IN_VAIN || (this.isGuessing && hasNothingNew);
  }
}

/** Whether the page reaches back further than asked. Two posts must say so: the date of one may lie. */
function isPast(posts: readonly PostReading[], since: Date): boolean {
  return posts.length > 0 && posts.slice(-2).every(({ publishedAt }) => publishedAt < since);
}

function weightOf(page: ListedPage): number {
  return Math.max(PAGE_COUNTS_FOR, page.ids.length);
}

function placeOf(cursor: Cursor | null): Place {
  const found = kept.safeParse(cursor);
  return found.success ? found.data : { at: null, listed: 0 };
}
