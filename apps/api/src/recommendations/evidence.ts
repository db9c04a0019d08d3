import { firstDay, reachRate, type Recommendation, type RecommendationEvidence, toFigure } from '@portee/shared';
import { FEWEST_OF_CHANNEL } from './advise.js';
import { buildDesign, type Design, type GroupName, type SingleName } from './design-matrix.js';
import type { ModelPost } from './model-post.js';
import { isOfKind } from './of-kind.js';
import type { OutlookInput } from './outlook.js';
import { eachOnce, selectPosts } from './select-posts.js';

/** « Comment le savons-nous ? »: what of a recommendation's evidence comes from posts. */
export type PostEvidence = Pick<RecommendationEvidence, 'level' | 'others' | 'heldEqual' | 'posts'>;
type HeldEqual = RecommendationEvidence['heldEqual'][number];

/** Enough to recognise; nobody reads more. */
const MOST_SHOWN = 50;

const HELD: readonly (readonly [SingleName | GroupName, HeldEqual])[] = [
  ['time', 'time'], ['month', 'month'], ['band', 'hour_band'], ['weekday', 'weekday'], ['format', 'format'], ['author', 'author'],
  ['share', 'share_oriented'], ['series', 'rendezvous'], ['holiday', 'holiday'], ['paid', 'paid'],
];

/** The posts of a recommendation's level and the others as they stand, nothing held equal, and what the comparison does hold equal. */
export function evidenceOf({ span }: Pick<OutlookInput, 'span'>, record: Recommendation): PostEvidence {
  const known = eachOnce(span.posts);
  const { posts } = selectPosts(known);
  const [level, others] = sidesOf(posts, record);
  const texts = new Map(known.map(({ id, text }) => [id, text]));
  return {
    level: figureOf(level), others: figureOf(others), heldEqual: record.kind === 'advice' ? heldEqual(buildDesign(posts), record) : [],
    posts: level.toReversed().slice(0, MOST_SHOWN).map((post) => ({ id: post.id, localDay: post.localDay, text: texts.get(post.id) ?? null, rate: post.reach / post.followers })),
  };
}

/** A push is compared with what was not pushed, everything else among organic posts. */
function sidesOf(posts: readonly ModelPost[], record: Recommendation): [level: ModelPost[], others: ModelPost[]] {
  const compared = posts.filter(({ paid }) => record.dimension === 'paid' || paid !== true);
  const sides = compared.map((post) => ({ post, isOf: isOfLevel(post, record) }));
  return [sides.flatMap(({ post, isOf }) => (isOf === true ? [post] : [])), sides.flatMap(({ post, isOf }) => (isOf === false ? [post] : []))];
}

/** Whether a post is of the level, or of the time since the change; null: it says nothing of it. A channel and its trend have all posts on one side. */
function isOfLevel(post: ModelPost, { dimension, level }: Recommendation): boolean | null {
  switch (dimension) {
    case 'paid': return post.paid === true;
    case 'change_point': return level === null || firstDay(post.localDay.slice(0, 7)) >= level;
    case 'channel': case 'trend': return true;
    case 'hour_band': case 'weekday': case 'format': case 'share_oriented': case 'rendezvous': return isOfKind(post, { dimension, level });
  }
}

function figureOf(posts: readonly ModelPost[]): PostEvidence['level'] {
  return { posts: posts.length, median: toFigure(posts.map(({ reach, followers }) => reachRate(reach, followers))).median };
}

/** Columns of the model, but for what is compared; none where there is no model. */
function heldEqual({ posts, singles, groups }: Design, { dimension }: Recommendation): HeldEqual[] {
  if (posts.length < FEWEST_OF_CHANNEL) return [];
  const columns = new Set<string>([...singles.keys(), ...groups.map(({ name }) => name)]);
  return HELD.flatMap(([column, held]) => (columns.has(column) && held !== dimension ? [held] : []));
}
