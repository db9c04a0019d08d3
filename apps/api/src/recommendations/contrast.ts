import { dot, solve } from './cholesky.js';
import type { Choice } from './choices.js';
import type { Design } from './design-matrix.js';
import type { Fit, PooledFit } from './pooled-fit.js';
import { quadratic, timesVector } from './sparse-row.js';
import { rootOf, studentOf } from './student.js';

const MOST_LEVERAGE = 0.9;
const WIDENED = { least: 1, most: 4 };
/** Half of what the 90 % interval leaves out. */
const TAIL = 0.05;
/** So many scales about its centre hold 90 % of any Student's distribution from three degrees of freedom on. */
const SCALES = 3;

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
    raw[index] = (y[index] ?? 0) - timesVector(row, fit.coefficients);
    deleted[index] = (raw[index] ?? 0) / (1 - Math.min(MOST_LEVERAGE, quadratic(row, fit.covariance, columns) / fit.variance));
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
  const cdf = studentOf(fit.free);
  const below = (value: number): number => parts.reduce((sum, { weight, centre, scale }) => sum + weight * cdf((value - centre) / scale), 0);
  const [from, to] = [Math.min(...parts.map(({ centre, scale }) => centre - SCALES * scale)), Math.max(...parts.map(({ centre, scale }) => centre + SCALES * scale))];
  const quantile = (p: number): number => rootOf((value) => below(value) - p, from, to);
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
    const share = timesVector(row, pull);
    seen += (share * (residuals.deleted[index] ?? 0)) ** 2;
    thought += share * share * fit.variance;
  }
  return thought === 0 ? WIDENED.least : Math.min(WIDENED.most, Math.max(WIDENED.least, seen / thought));
}
