import { type Choice, choicesOf, type Dimension } from './choices.js';
import { type Contrast, contrastOf, residualsOf } from './contrast.js';
import { buildDesign, type Design, type GroupName, groupNames } from './design-matrix.js';
import type { ModelPost } from './model-post.js';
import { fitPooled } from './pooled-fit.js';
import { robustGate } from './robust-gate.js';
import { type Verdict, verdictOf, type VerdictReason } from './verdict.js';

/** Eligible posts under which a channel is told only that there are too few. */
export const FEWEST_OF_CHANNEL = 20;

/** What is said of one level of one dimension. */
export interface Advice {
  dimension: Dimension;
  level: string;
  /** Fractions: +0.38 is "38 % more". null: not enough data, and then all three. */
  effect: number | null;
  low: number | null;
  high: number | null;
  /** Organic posts of the level. */
  posts: number;
  verdict: Verdict;
  reason: VerdictReason | 'channel-too-small';
}

export interface ChannelAdvice {
  advice: Advice[];
  /** The noise of one post about the model, for the size of experiments; null: no model could be made. */
  sigma: number | null;
  /** « Sans préférence »: of each dimension the level with the largest effect known, however uncertain. */
  bestGuess: Partial<Record<Dimension, string>>;
}

const DIMENSION_OF: Partial<Record<GroupName, Dimension>> = { band: 'hour_band', weekday: 'weekday', format: 'format' };

/**
 * The advice of a channel. Pure: the same posts, in whatever order, give the same bytes.
 * @param posts  eligible ones of the last 24 months, on this side of the last change of definition
 */
export function adviseChannel(posts: readonly ModelPost[]): ChannelAdvice {
  if (posts.length < FEWEST_OF_CHANNEL) return { advice: tooFew(posts), sigma: null, bestGuess: {} };
  const design = buildDesign(posts);
  const fit = fitPooled(design);
  const residuals = residualsOf(design, fit);
  const gate = robustGate(design);
  const organic = design.posts.filter(({ paid }) => paid !== true).length;
  const judged = choicesOf(design).map((choice) => {
    const contrast = contrastOf(design, fit, { choice, residuals });
    return { contrast, ...verdictOf(contrast, { gate: gate.read(choice), organic }) };
  });
  const kept = oneTest(judged);
  return { advice: kept.map(toAdvice), sigma: Math.sqrt(fit.variance), bestGuess: bestGuessOf(kept) };
}

type Judged = { contrast: Contrast; verdict: Verdict; reason: VerdictReason };

/** At most one test a channel at a time, the strongest: the others wait. */
function oneTest(judged: readonly Judged[]): Judged[] {
  const [strongest] = judged.filter(({ verdict }) => verdict === 'test').toSorted((a, b) => Math.abs(b.contrast.effect) - Math.abs(a.contrast.effect));
  return judged.map((one) => (one.verdict === 'test' && one !== strongest ? { ...one, verdict: 'no_clear_difference' } : one));
}

function toAdvice({ contrast: { choice, effect, low, high }, verdict, reason }: Judged): Advice {
  const isKnown = verdict !== 'not_enough_data';
  return {
    dimension: choice.dimension, level: choice.level, posts: choice.posts, verdict, reason,
    effect: isKnown ? Math.expm1(effect) : null, low: isKnown ? Math.expm1(low) : null, high: isKnown ? Math.expm1(high) : null,
  };
}

function bestGuessOf(judged: readonly Judged[]): Partial<Record<Dimension, string>> {
  const best: Partial<Record<Dimension, string>> = {};
  for (const dimension of ['hour_band', 'weekday', 'format'] as const) {
    const [first] = judged.filter(({ contrast, verdict }) => contrast.choice.dimension === dimension && verdict !== 'not_enough_data').toSorted((a, b) => b.contrast.effect - a.contrast.effect);
    if (first) best[dimension] = first.contrast.choice.level;
  }
  return best;
}

/** A channel with too few posts still says of each level how many it has. */
function tooFew(posts: readonly ModelPost[]): Advice[] {
  const design: Design = buildDesign(posts);
  const levels: Choice[] = choicesOf(design);
  const nothing = { effect: null, low: null, high: null, verdict: 'not_enough_data', reason: 'channel-too-small' } as const;
  if (levels.length === 0) return groupNames.flatMap((name) => (DIMENSION_OF[name] ? [{ dimension: DIMENSION_OF[name], level: 'any', posts: 0, ...nothing }] : []));
  return levels.map(({ dimension, level, posts: count }) => ({ dimension, level, posts: count, ...nothing }));
}

