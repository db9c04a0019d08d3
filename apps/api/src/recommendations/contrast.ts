import { dot, quadratic, solve } from './cholesky.js';
import type { Choice } from './choices.js';
import type { Design } from './design-matrix.js';
import type { Fit, PooledFit } from './pooled-fit.js';
import { rootOf, studentCdf } from './student.js';

const MOST_LEVERAGE = 0.9;
const WIDENED = { least: 1, most: 4 };
/** Half of what the 90 % interval leaves out. */
const TAIL = 0.05;

/** What is known of a choice: all on the scale of logarithms, so that 0 is "no difference" and ln 1.5 is "half as many again". */
export interface Contrast {
  choice: Choice;
  effect: number;
  /** 90 % interval. */
  low: number;
  high: number;
  /** Chance that the effect is above a value. */
  chanceAbove(value: number): number;
}

/** One Student's distribution among those that make up the posterior. */
interface Part {
  weight: number;
  centre: number;
  scale: number;
}

/** What the fit needs of each post to see how far it can be trusted. */
export interface Residuals {
  /** Of each post, its distance from the model, its own pull on it taken out. */
  deleted: Float64Array;
  /** Distance from the model as it stands. */
  raw: Float64Array;
}

/** Residuals of a fit; see step 5. */
export function residualsOf(design: Design, fit: PooledFit): Residuals {
  const { columns, rows, y } = design;
  const raw = new Float64Array(y.length);
  const deleted = new Float64Array(y.length);
  for (const [index, row] of rows.entries()) {
    const predicted = row.reduce((sum, [column, value]) => sum + value * (fit.coefficients[column] ?? 0), 0);
    raw[index] = (y[index] ?? 0) - predicted;
    deleted[index] = (raw[index] ?? 0) / (1 - Math.min(MOST_LEVERAGE, quadratic(fit.covariance, columns, row) / fit.variance));
  }
  return { raw, deleted };
}

/** Steps 5 and 6: the posterior of a contrast over the spreads that its group may have, as wide as the posts really scatter. */
export function contrastOf(design: Design, fit: PooledFit, { choice, residuals }: { choice: Choice; residuals: Residuals }): Contrast {
  const widened = widening(design, fit, { weights: choice.weights, residuals });
  const spreads = choice.group === null ? undefined : fit.spreads.get(choice.group);
  const parts = choice.group === null || spreads === undefined
    ? [partOf(fit, choice.weights, { weight: 1, widened })]
    : spreads.map(({ tau, weight }) => partOf(fit.at(choice.group ?? 'band', tau), choice.weights, { weight, widened }));
  const below = (value: number): number => parts.reduce((sum, { weight, centre, scale }) => sum + weight * studentCdf((value - centre) / scale, fit.free), 0);
  const quantile = (p: number): number => rootOf((value) => below(value) - p, Math.min(...parts.map(({ centre }) => centre)) - 1e-6, Math.max(...parts.map(({ centre }) => centre)) + 1e-6);
  return { choice, effect: quantile(0.5), low: quantile(TAIL), high: quantile(1 - TAIL), chanceAbove: (value) => 1 - below(value) };
}

function partOf({ cholesky, coefficients }: Fit, weights: Float64Array, { weight, widened }: { weight: number; widened: number }): Part {
  return { weight, centre: dot(weights, coefficients), scale: Math.sqrt(widened * dot(weights, solve(cholesky, weights))) };
}

/** How much more the posts that decide this contrast scatter than the model thinks: between 1 and 4. */
function widening({ rows }: Design, fit: PooledFit, { weights, residuals }: { weights: Float64Array; residuals: Residuals }): number {
  const pull = solve(fit.cholesky, weights);
  let [seen, thought] = [0, 0];
  for (const [index, row] of rows.entries()) {
    let share = 0;
    for (const [column, value] of row) share += value * (pull[column] ?? 0);
    seen += (share * (residuals.deleted[index] ?? 0)) ** 2;
    thought += share * share * fit.variance;
  }
  return thought === 0 ? WIDENED.least : Math.min(WIDENED.most, Math.max(WIDENED.least, seen / thought));
}
