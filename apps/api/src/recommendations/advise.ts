import { choicesOf, type Dimension } from './choices.js';
import { type Contrast, contrastOf, type Residuals, residualsOf } from './contrast.js';
import { buildDesign, type Design } from './design-matrix.js';
import { type Level, levelsOf } from './levels.js';
import type { ModelPost } from './model-post.js';
import { fitPooled, type PooledFit } from './pooled-fit.js';
import { robustGate } from './robust-gate.js';
import { type Verdict, verdictOf, type VerdictReason } from './verdict.js';

/** Posts in the model under which a channel is told only that there are too few. */
export const FEWEST_OF_CHANNEL = 20;

/** What is said of one level of one dimension. */
export interface Advice extends Level {
  /** Fractions: +0.38 is "38 % more". null: not enough data, and then all three. */
  effect: number | null;
  low: number | null;
  high: number | null;
  verdict: Verdict;
  reason: VerdictReason | 'channel-too-small';
}

/** The model of a channel, and how far each post lies from it. */
export interface ChannelModel {
  design: Design;
  fit: PooledFit;
  residuals: Residuals;
}

export interface ChannelAdvice {
  /** Of every level that has a post, in the order of levelsOf; empty: the channel has none. */
  advice: Advice[];
  /** The noise of one post about the model, for the size of experiments; null: no model could be made. */
  sigma: number | null;
  /** « Sans préférence »: of each dimension the level with the largest effect known, however uncertain; absent: none is known to be above the others. */
  bestGuess: Partial<Record<Dimension, string>>;
}

/**
 * The advice of a channel. Pure: the same posts, in whatever order, give the same bytes.
 * @param posts  eligible ones of the last 24 months, on this side of the last change of definition
 */
export function adviseChannel(posts: readonly ModelPost[]): ChannelAdvice {
  return adviceOf(posts, modelOf(posts));
}

/** Null: too few posts for a model. */
export function modelOf(posts: readonly ModelPost[]): ChannelModel | null {
  const design = buildDesign(posts);
  if (design.posts.length < FEWEST_OF_CHANNEL) return null;
  const fit = fitPooled(design);
  return { design, fit, residuals: residualsOf(design, fit) };
}

/** The advice of a channel whose model is at hand. */
export function adviceOf(posts: readonly ModelPost[], model: ChannelModel | null): ChannelAdvice {
  const levels = levelsOf(posts);
  if (model === null) return { advice: levels.map((level) => withoutFigure(level, 'channel-too-small')), sigma: null, bestGuess: {} };
  const judged = judge(model);
  const byName = new Map(judged.map((one) => [nameOf(one.contrast.choice), one]));
  const advice = levels.map((level) => {
    const found = byName.get(nameOf(level));
    return found === undefined || found.verdict === 'not_enough_data' ? withoutFigure(level, 'too-few-posts') : toAdvice(level, found);
  });
  return { advice, sigma: Math.sqrt(model.fit.variance), bestGuess: bestGuessOf(judged) };
}

type Judged = { contrast: Contrast; verdict: Verdict; reason: VerdictReason };

function judge({ design, fit, residuals }: ChannelModel): Judged[] {
  const gate = robustGate(design);
  const organic = design.posts.filter(({ paid }) => paid !== true).length;
  return oneTest(choicesOf(design).map((choice) => {
    const contrast = contrastOf(design, fit, { choice, residuals });
    return { contrast, ...verdictOf(contrast, { gate: gate.read(choice), organic }) };
  }));
}

/** At most one test a channel at a time, the strongest: the others wait. */
function oneTest(judged: readonly Judged[]): Judged[] {
  const [strongest] = judged.filter(({ verdict }) => verdict === 'test').toSorted((a, b) => Math.abs(b.contrast.effect) - Math.abs(a.contrast.effect));
  return judged.map((one) => (one.verdict === 'test' && one !== strongest ? { ...one, verdict: 'no_clear_difference' } : one));
}

function toAdvice(level: Level, { contrast: { effect, low, high }, verdict, reason }: Judged): Advice {
  return { ...level, effect: Math.expm1(effect), low: Math.expm1(low), high: Math.expm1(high), verdict, reason };
}

function withoutFigure(level: Level, reason: Advice['reason']): Advice {
  return { ...level, effect: null, low: null, high: null, verdict: 'not_enough_data', reason };
}

function nameOf({ dimension, level }: Pick<Level, 'dimension' | 'level'>): string {
  return `${dimension} ${level}`;
}

function bestGuessOf(judged: readonly Judged[]): Partial<Record<Dimension, string>> {
  const best: Partial<Record<Dimension, string>> = {};
  for (const dimension of ['hour_band', 'weekday', 'format'] as const) {
    const [first] = judged.filter(({ contrast, verdict }) => contrast.choice.dimension === dimension && verdict !== 'not_enough_data').toSorted((a, b) => b.contrast.effect - a.contrast.effect);
    if (first && first.contrast.effect > 0) best[dimension] = first.contrast.choice.level;
  }
  return best;
}
