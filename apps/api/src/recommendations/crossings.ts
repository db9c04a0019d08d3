import type { ChannelOutlook } from '@portee/shared';
import { dimensionOf } from './choices.js';
import { levelOf } from './design-matrix.js';
import type { ModelPost } from './model-post.js';
import type { AdviceRecord } from './records.js';

type Crossing = Extract<ChannelOutlook['warnings'][number], { kind: 'crossing' }>;

/** A crossing with fewer posts tells nothing of its own. */
const FEWEST = 4;
/** A level goes with another one where more than this part of its posts do, as a fraction, */
const MOSTLY = 0.6;
/** and this many times as often as the channel's other posts. */
const TIMES_OTHERS = 2;
/** More than a reader takes in help nobody. */
const MOST = 3;

const GROUPS = ['band', 'weekday', 'format'] as const;
type CrossedGroup = (typeof GROUPS)[number];

/** A level of one dimension with a level of another, and how large a part of its posts are of that one too. */
interface Pair {
  crossing: Crossing;
  share: number;
}

/**
 * Levels of two dimensions that go together so that neither can be told from the other: of the four crossings (both, one, the
 * other, neither) one has under four posts, most posts of the first level are of the second, and at least twice as many of them
 * as of the other posts. Without the last two conditions nearly every small channel would have dozens.
 */
export function crossingsOf(records: readonly AdviceRecord[], organic: readonly ModelPost[]): Crossing[] {
  const judged = new Set(records.flatMap((record) => (record.verdict === 'not_enough_data' ? [] : [nameOf(record.dimension, record.level)])));
  const pairs = GROUPS.flatMap((group) => GROUPS.filter((other) => other !== group).flatMap((other) => pairsOf(organic, group, other)))
    .filter(({ crossing }) => namesOf(crossing).every((name) => judged.has(name)))
    .toSorted((a, b) => b.share - a.share);
  const distinct = Map.groupBy(pairs, ({ crossing }) => namesOf(crossing).toSorted().join(' '));
  return [...distinct.values()].flatMap(([first]) => first?.crossing ?? []).slice(0, MOST);
}

/** Pairs of levels that go together, of the posts of which both are known. */
function pairsOf(organic: readonly ModelPost[], group: CrossedGroup, otherGroup: CrossedGroup): Pair[] {
  const [dimension, otherDimension] = [dimensionOf(group), dimensionOf(otherGroup)];
  if (dimension === null || otherDimension === null) return [];
  const known = organic.filter((post) => levelOf(post, group) !== null && levelOf(post, otherGroup) !== null);
  const byLevel = Map.groupBy(known, (post) => levelOf(post, group) ?? '');
  const ofOthers = countBy(known, otherGroup);
  return [...byLevel].flatMap(([level, posts]) => [...countBy(posts, otherGroup)].flatMap(([otherLevel, both]): Pair[] => {
    const alone = (ofOthers.get(otherLevel) ?? 0) - both;
    const share = both / posts.length;
    const crossings = [both, posts.length - both, alone, known.length - posts.length - alone];
    const goTogether = Math.min(...crossings) < FEWEST && share > MOSTLY && share >= (TIMES_OTHERS * alone) / Math.max(1, known.length - posts.length);
    return goTogether ? [{ crossing: { kind: 'crossing', dimension, level, otherDimension, otherLevel }, share }] : [];
  }));
}

function countBy(posts: readonly ModelPost[], group: CrossedGroup): Map<string, number> {
  return new Map([...Map.groupBy(posts, (post) => levelOf(post, group) ?? '')].map(([level, ofLevel]) => [level, ofLevel.length]));
}

function namesOf({ dimension, level, otherDimension, otherLevel }: Crossing): string[] {
  return [nameOf(dimension, level), nameOf(otherDimension, otherLevel)];
}

function nameOf(dimension: string, level: string | null): string {
  return `${dimension}=${level ?? ''}`;
}
