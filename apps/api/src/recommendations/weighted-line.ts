import { studentQuantile, studentTwoSided } from './student.js';

/** A point with the variance of its value by chance. */
export interface Point {
  at: number;
  value: number;
  sampling: number;
}

/** Spreads that months may have beyond the chance of their posts. */
const SPREADS = [0, 0.05, 0.1, 0.15, 0.2, 0.3, 0.45, 0.7];
/** So that months without any scatter divide by nothing. */
const LEAST_VARIANCE = 1e-9;

export interface Line {
  slope: number;
  /** 90 % interval of the slope. */
  low: number;
  high: number;
  p: number;
}

interface Weighted {
  points: readonly Point[];
  weights: number[];
}

/** A line through at least three points that also vary for reasons of their own; Knapp and Hartung's variance, which never trusts them more than they agree. */
export function weightedLine(points: readonly Point[]): Line {
  const weighted = weigh(points, lineResiduals);
  const { slope, variance } = lineOf(weighted);
  const free = points.length - 2;
  const scale = Math.sqrt(variance * Math.max(1, quality(weighted, lineResiduals(weighted)) / free));
  const reach = studentQuantile(0.95, free) * scale;
  return { slope, low: slope - reach, high: slope + reach, p: studentTwoSided(slope / scale, free) };
}

/** How much each point counts about their common mean. */
export function meanWeights(points: readonly Point[]): number[] {
  return weigh(points, meanResiduals).weights;
}

/** The spread that accounts best for the points (restricted likelihood), and the weights that follow. */
function weigh(points: readonly Point[], residualsOf: (weighted: Weighted) => number[]): Weighted {
  const tried = SPREADS.map((spread) => {
    const weighted = { points, weights: points.map(({ sampling }) => 1 / Math.max(LEAST_VARIANCE, spread * spread + sampling)) };
    const log = (weighted.weights.reduce((sum, weight) => sum + Math.log(weight), 0) - quality(weighted, residualsOf(weighted)) - logInformation(weighted, residualsOf)) / 2;
    return { weighted, log };
  });
  return tried.reduce((best, one) => (one.log > best.log ? one : best)).weighted;
}

function logInformation(weighted: Weighted, residualsOf: (weighted: Weighted) => number[]): number {
  const { whole, squares } = sums(weighted);
  return residualsOf === meanResiduals ? Math.log(whole) : Math.log(whole) + Math.log(squares);
}

function sums({ points, weights }: Weighted): { whole: number; middle: number; squares: number } {
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const middle = points.reduce((sum, { at }, index) => sum + at * (weights[index] ?? 0), 0) / whole;
  return { whole, middle, squares: points.reduce((sum, { at }, index) => sum + (at - middle) ** 2 * (weights[index] ?? 0), 0) };
}

function lineOf(weighted: Weighted): { slope: number; variance: number; middle: number; height: number } {
  const { points, weights } = weighted;
  const { whole, middle, squares } = sums(weighted);
  const height = points.reduce((sum, { value }, index) => sum + value * (weights[index] ?? 0), 0) / whole;
  const slope = points.reduce((sum, { at, value }, index) => sum + (at - middle) * value * (weights[index] ?? 0), 0) / squares;
  return { slope, variance: 1 / squares, middle, height };
}

function lineResiduals(weighted: Weighted): number[] {
  const { slope, middle, height } = lineOf(weighted);
  return weighted.points.map(({ at, value }) => value - height - slope * (at - middle));
}

function meanResiduals({ points, weights }: Weighted): number[] {
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const height = points.reduce((sum, { value }, index) => sum + value * (weights[index] ?? 0), 0) / whole;
  return points.map(({ value }) => value - height);
}

function quality({ weights }: Weighted, residuals: readonly number[]): number {
  return residuals.reduce((sum, residual, index) => sum + residual * residual * (weights[index] ?? 0), 0);
}
