interface ReachedPost {
  /** People reached; null when the network does not tell. */
  readonly reach: number | null;
}

interface AnsweredPost extends ReachedPost {
  /** All reactions, whatever their kind. */
  readonly likes: number | null;
  readonly comments: number | null;
  readonly shares: number | null;
  readonly clicks: number | null;
}

type Action = Exclude<keyof AnsweredPost, 'reach'>;

/**
 * How much of what is seen is passed on: sum of shares / sum of reaches, as a fraction, over the posts that tell both.
 * A ratio of sums: a post that reached 12 people does not weigh as much as one that reached 1,200.
 * @returns null when no post tells both, or those that do reached nobody
 */
export function shareRate(posts: readonly (ReachedPost & Pick<AnsweredPost, 'shares'>)[]): number | null {
  return actionsPerPerson(posts, ['shares']);
}

/**
 * What people do with what they see: sum of likes, comments, shares and clicks / sum of reaches, as a fraction, over the
 * posts that tell every one of them; and the same without clicks, which many networks keep to themselves.
 * May exceed 1: one person can do several things. Each is null when no post tells all of its terms, or those that do reached nobody.
 */
export function engagement(posts: readonly AnsweredPost[]): { withClicks: number | null; withoutClicks: number | null } {
  return {
    withClicks: actionsPerPerson(posts, ['likes', 'comments', 'shares', 'clicks']),
    withoutClicks: actionsPerPerson(posts, ['likes', 'comments', 'shares']),
  };
}

function actionsPerPerson<Name extends Action>(posts: readonly (ReachedPost & Readonly<Record<Name, number | null>>)[], names: readonly Name[]): number | null {
  let [actions, people] = [0, 0];
  for (const post of posts) {
    const done = allKnown(post, names);
    if (done === null || post.reach === null) continue;
    actions += done;
    people += post.reach;
  }
  return people === 0 ? null : actions / people;
}

function allKnown<Name extends Action>(post: Readonly<Record<Name, number | null>>, names: readonly Name[]): number | null {
  let sum = 0;
  for (const name of names) {
    const value = post[name];
    if (value === null) return null;
    sum += value;
  }
  return sum;
}
