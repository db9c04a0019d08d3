import { type Figure, toFigure } from '@portee/shared';
import { logRate } from '../recommendations/model-post.js';
import { type Effect, effectOf, type Estimate, meanDifference, type Side, sideOf, sumOf } from './mean-difference.js';

/** An eligible post without a push, from before or after the change. */
export interface OutcomePost {
  channelId: string;
  publishedAt: Date;
  reach: number;
  followers: number;
  /** A line of the plan changed it, or would have: one of the same kind, from before. */
  isChanged: boolean;
}

export interface OutcomeInput {
  /** The channel whose plan was followed. */
  channelId: string;
  /** From this instant on. */
  startedAt: Date;
  /** Of that channel, and of the organisation's others as far as they may serve as a control. In any order. */
  posts: readonly OutcomePost[];
}

/** Posts on either side of the change. */
export interface Sides<Value> {
  before: Value;
  after: Value;
}

/**
 * `measured`: how the changed posts moved, less how the control moved over the same time. `no-control`: what the posts reached before and after, and nothing
 * that could be taken for an effect. `too-few-posts`: the changed posts themselves are under eight on a side.
 */
export type Outcome = { posts: Sides<number>; control: Sides<number> } & (
  | ({ kind: 'measured'; controlledBy: 'same-channel' | 'other-channels'; verdict: Side; rates: Sides<Figure> } & Effect)
  | { kind: 'no-control'; rates: Sides<Pick<Figure, 'median' | 'posts'>> }
  | { kind: 'too-few-posts' }
);

/** Posts in each of the four cells. */
export const FEWEST_EACH_CELL = 8;
/** A channel with one post on a side says nothing of how its posts scatter. */
const FEWEST_OF_CHANNEL = 2;

/** What a plan that was followed without any draw changed, as far as that can be known. */
export function measureOutcome(input: OutcomeInput): Outcome {
  const { posts, channelId } = input;
  const own = posts.filter((post) => post.channelId === channelId);
  const changed = sidesOf(own.filter(({ isChanged }) => isChanged), input);
  const unchanged = sidesOf(own.filter(({ isChanged }) => !isChanged), input);
  const others = otherChannels(input);
  const isSame = isEnough(countsOf([unchanged])) || !isEnough(countsOf(others));
  const control = countsOf(isSame ? [unchanged] : others);
  const counts = { posts: countsOf([changed]), control };
  if (!isEnough(counts.posts)) return { ...counts, kind: 'too-few-posts' };
  const rates = { before: toFigure(changed.before.map(Math.exp)), after: toFigure(changed.after.map(Math.exp)) };
  if (!isEnough(control)) return { ...counts, kind: 'no-control', rates: { before: middleOf(rates.before), after: middleOf(rates.after) } };
  const effect = effectOf(lessControl(changeOf(changed), isSame ? changeOf(unchanged) : commonChange(others)));
  return { ...counts, kind: 'measured', controlledBy: isSame ? 'same-channel' : 'other-channels', verdict: sideOf(effect), rates, ...effect };
}

/** Difference in differences: variances are added, and the degrees of freedom of the weaker of the two differences doubled. */
export function lessControl(changed: Estimate, control: Estimate): Estimate {
  return { value: changed.value - control.value, variance: changed.variance + control.variance, df: 2 * Math.min(changed.df, control.df) };
}

/** Logarithms of reach rates, smallest first: the order of posts must change no sum. */
function sidesOf(posts: readonly OutcomePost[], { startedAt }: OutcomeInput): Sides<number[]> {
  const ratesOf = (side: readonly OutcomePost[]): number[] => side.map(logRate).toSorted((a, b) => a - b);
  return { before: ratesOf(posts.filter(({ publishedAt }) => publishedAt < startedAt)), after: ratesOf(posts.filter(({ publishedAt }) => publishedAt >= startedAt)) };
}

/** The unchanged posts of each other channel that has some on both sides, by its name. */
function otherChannels(input: OutcomeInput): Sides<number[]>[] {
  const posts = input.posts.filter(({ channelId, isChanged }) => channelId !== input.channelId && !isChanged);
  return [...Map.groupBy(posts, ({ channelId }) => channelId)].toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([, ofChannel]) => sidesOf(ofChannel, input))
    .filter(({ before, after }) => Math.min(before.length, after.length) >= FEWEST_OF_CHANNEL);
}

/** After less before. */
function changeOf({ before, after }: Sides<readonly number[]>): Estimate {
  return meanDifference(after, before);
}

/**
 * How other channels moved, each against itself, those with more posts weighing more: posts of all thrown together would take a channel
 * that publishes more than before for a change of reach.
 */
function commonChange(channels: readonly Sides<readonly number[]>[]): Estimate {
  const weights = channels.map(({ before, after }) => (before.length * after.length) / (before.length + after.length));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return sumOf(channels.map((channel, index) => ({ weight: (weights[index] ?? 0) / total, of: changeOf(channel) })));
}

function countsOf(sides: readonly Sides<readonly number[]>[]): Sides<number> {
  return { before: sides.reduce((sum, { before }) => sum + before.length, 0), after: sides.reduce((sum, { after }) => sum + after.length, 0) };
}

function isEnough({ before, after }: Sides<number>): boolean {
  return Math.min(before, after) >= FEWEST_EACH_CELL;
}

/** Without its interval: two that do not meet would be read as an effect. */
function middleOf({ median, posts }: Figure): Pick<Figure, 'median' | 'posts'> {
  return { median, posts };
}
