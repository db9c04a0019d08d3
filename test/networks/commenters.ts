import { type PasserBy, PASSERS_BY, passersBy } from './passers-by.js';

/** Names, handles and words of people who comment: whatever Portée keeps, none of these may be in it. */
export const NEVER_STORED: readonly string[] = PASSERS_BY.flatMap(({ name, handle, said }) => [name, handle, said]);

export interface Comment extends PasserBy {
  index: number;
  at: Date;
}

/** Comments under a post, at most three, an hour apart. */
export function commentsUnder(post: { publishedAt: Date }, count: number): Comment[] {
  return passersBy(count).map((person, index) => ({ ...person, index, at: new Date(post.publishedAt.getTime() + (index + 1) * 3_600_000) }));
}
