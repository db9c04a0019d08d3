import { type Advice, adviseChannel } from '../../../apps/api/src/recommendations/advise.js';
import { type Choice, choicesOf } from '../../../apps/api/src/recommendations/choices.js';
import { buildDesign, type Design } from '../../../apps/api/src/recommendations/design-matrix.js';
import type { InventedChannel } from './invent-channel.js';

/** What an advice may miss and still be right: a true effect of at most 2 % makes it false. */
const NOTHING = Math.log(1.02);
/** A difference that a team would want to know. */
const GREAT = 0.25;
const FEWEST_OF_LEVEL = 8;
/** Levels that truly differ. */
const DIFFERENT = 0.05;

/** One level of one channel, beside its truth. All effects are logarithms. */
export interface Scored {
  verdict: Advice['verdict'];
  shown: number;
  truth: number;
  isCovered: boolean;
  isGreat: boolean;
  isDifferent: boolean;
  /** Advice, and it points the right way beyond nothing. */
  isRight: boolean;
  isFalse: boolean;
  isWrongSign: boolean;
}

/** Advice of a channel against its truth, and how long it took. */
export function scoreChannel(channel: InventedChannel): { levels: Scored[]; milliseconds: number } {
  const start = performance.now();
  const { advice } = adviseChannel(channel.posts);
  const milliseconds = performance.now() - start;
  const design = buildDesign(channel.posts);
  const choices = new Map(choicesOf(design).map((choice) => [`${choice.dimension} ${choice.level}`, choice]));
  const levels = advice.filter(({ dimension, effect }) => dimension !== 'paid' && effect !== null).map((one) => score(one, trueContrast(channel, design, choices.get(`${one.dimension} ${one.level}`))));
  return { levels, milliseconds };
}

function score({ verdict, effect, low, high, posts }: Advice, truth: number): Scored {
  const side = verdict === 'do_more' ? 1 : -1;
  const isAdvice = verdict === 'do_more' || verdict === 'do_less';
  return {
    verdict, truth, shown: Math.log1p(effect ?? 0), isCovered: truth >= Math.log1p(low ?? 0) && truth <= Math.log1p(high ?? 0),
    isGreat: Math.abs(truth) >= GREAT && posts >= FEWEST_OF_LEVEL, isDifferent: Math.abs(truth) >= DIFFERENT,
    isRight: isAdvice && side * truth > NOTHING, isFalse: isAdvice && side * truth <= NOTHING, isWrongSign: isAdvice && side * truth < 0,
  };
}

/** The truth of a contrast: that of its level, less the average of the other posts' levels. */
function trueContrast(channel: InventedChannel, design: Design, choice: Choice | undefined): number {
  if (choice === undefined) return Number.NaN;
  if (choice.group === null) return channel.truth(choice.dimension, choice.level);
  const group = design.groups.find(({ name }) => name === choice.group);
  return (group?.levels ?? []).reduce((sum, level, index) => sum + (choice.weights[(group?.first ?? 0) + index] ?? 0) * channel.truth(choice.dimension, level), 0);
}
