import { type Cholesky, dot, factor, inverse, logDeterminant, solveLower, solveUpper } from './cholesky.js';
import type { Design, GroupName, SingleName } from './design-matrix.js';
import { gram, timesOutcomes } from './sparse-row.js';

/** How far the logarithm of reach is thought to move for each column that stands alone. */
const SINGLE_SD: Record<SingleName, number> = { intercept: 10, time: 10, paid: 10, series: 1, holiday: 0.3, share: 0.25 };
/** How far a group's levels may lie apart, with the width of each step; small spreads are the likelier ones. */
const SPREADS: readonly { tau: number; step: number }[] = [
  { tau: 0.08, step: 0.05 }, { tau: 0.13, step: 0.055 }, { tau: 0.19, step: 0.065 }, { tau: 0.26, step: 0.085 }, { tau: 0.36, step: 0.12 }, { tau: 0.5, step: 0.195 },
  { tau: 0.75, step: 0.25 },
];
const MONTH_SPREADS = [{ tau: 0.03, step: 0.055 }, ...SPREADS];
const SPREAD_SCALE = 0.5;
const FIRST_TAU = 0.15;
const FIRST_VARIANCE_SHARE = 0.9;
const ROUNDS = 3;
const FEWEST_FREE = 3;
/** Posts that all reach exactly as many are possible, and must not divide by 0. */
const LEAST_VARIANCE = 1e-6;

/** A spread that a group may have, and how likely it is once the posts are seen. */
export interface WeighedSpread {
  tau: number;
  weight: number;
}

/** The model at given spreads. */
export interface Fit {
  cholesky: Cholesky;
  coefficients: Float64Array;
}

export interface PooledFit extends Fit {
  /** Variance of a post about the model, σ². */
  variance: number;
  /** Degrees of freedom left: posts less effective columns. */
  free: number;
  /** M⁻¹: posterior variance of the coefficients, before it is widened. */
  covariance: Float64Array;
  spreads: ReadonlyMap<GroupName, readonly WeighedSpread[]>;
  /** The model where one group has this spread and the others theirs. */
  at(group: GroupName, tau: number): Fit;
}

/** What the posts say, gathered once: X'X, X'y and the sum of squares of y. */
interface Gathered {
  xtx: Float64Array;
  xty: Float64Array;
  yty: number;
}

/** Step 3 of the method: one model for all choices together, in which spreads and noise are learnt from the channel itself. */
export function fitPooled(design: Design): PooledFit {
  const gathered: Gathered = { xtx: gram(design.rows, design.columns), xty: timesOutcomes(design.rows, design.columns, design.y), yty: dot(design.y, design.y) };
  const taus = new Map<GroupName, number>(design.groups.map(({ name }) => [name, FIRST_TAU]));
  const spreads = new Map<GroupName, WeighedSpread[]>();
  let variance = Math.max(LEAST_VARIANCE, FIRST_VARIANCE_SHARE * varianceOf(design.y));
  let free = FEWEST_FREE;
  const account = (changed: ReadonlyMap<GroupName, number>): Account => accountAt(design, gathered, { taus: changed, variance });
  const fit = (changed: ReadonlyMap<GroupName, number> = taus): Fit => toFit(account(changed));
  const sweep = (): void => {
    for (const { name } of design.groups) {
      const weighed = weigh(spreadsOf(name), (tau) => account(new Map([...taus, [name, tau]])).log);
      spreads.set(name, weighed);
      taus.set(name, Math.sqrt(weighed.reduce((sum, { tau, weight }) => sum + weight * tau * tau, 0)));
    }
  };
  for (let round = 0; round < ROUNDS; round += 1) {
    if (round > 0) sweep();
    const { coefficients, cholesky } = fit();
    free = design.posts.length - effectiveColumns(inverse(cholesky), gathered.xtx, variance);
    variance = Math.max(LEAST_VARIANCE, residualSum(gathered, coefficients) / Math.max(FEWEST_FREE, free));
  }
  sweep();
  const last = fit();
  return {
    ...last, variance, free: Math.max(FEWEST_FREE, free), covariance: inverse(last.cholesky), spreads,
    at: remembered((group, tau) => fit(new Map([...taus, [group, tau]]))),
  };
}

/** Every level of a group is asked at the same spreads. */
function remembered(fitOf: PooledFit['at']): PooledFit['at'] {
  const known = new Map<string, Fit>();
  return (group, tau) => {
    const key = `${group} ${tau}`;
    const fit = known.get(key) ?? fitOf(group, tau);
    known.set(key, fit);
    return fit;
  };
}

function spreadsOf(name: GroupName): readonly { tau: number; step: number }[] {
  return name === 'month' ? MONTH_SPREADS : SPREADS;
}

function weigh(spreads: readonly { tau: number; step: number }[], logOf: (tau: number) => number): WeighedSpread[] {
  const logs = spreads.map(({ tau, step }) => logOf(tau) + Math.log(step) - (tau * tau) / (2 * SPREAD_SCALE * SPREAD_SCALE));
  const highest = Math.max(...logs);
  const raw = logs.map((log) => Math.exp(log - highest));
  const whole = raw.reduce((sum, weight) => sum + weight, 0);
  return spreads.map(({ tau }, index) => ({ tau, weight: (raw[index] ?? 0) / whole }));
}

/** How well the model accounts for the posts at given spreads and noise. */
interface Account {
  cholesky: Cholesky;
  /** L⁻¹X'y/σ²: half of the way to the coefficients. */
  half: Float64Array;
  /** Logarithm of the marginal likelihood, up to a constant. */
  log: number;
}

function accountAt(design: Design, { xtx, xty }: Gathered, at: { taus: ReadonlyMap<GroupName, number>; variance: number }): Account {
  const { columns } = design;
  const matrix = new Float64Array(columns * columns);
  for (let index = 0; index < matrix.length; index += 1) matrix[index] = (xtx[index] ?? 0) / at.variance;
  let logSds = 0;
  for (const [column, sd] of sdsOf(design, at.taus).entries()) {
    logSds += Math.log(sd);
    matrix[column * columns + column] = (matrix[column * columns + column] ?? 0) + 1 / (sd * sd);
  }
  const cholesky = factor(matrix, columns);
  const half = solveLower(cholesky, xty.map((value) => value / at.variance));
  return { cholesky, half, log: dot(half, half) / 2 - logSds - logDeterminant(cholesky) };
}

function toFit({ cholesky, half }: Account): Fit {
  return { cholesky, coefficients: solveUpper(cholesky, half) };
}

function sdsOf({ singles, groups, columns }: Design, taus: ReadonlyMap<GroupName, number>): Float64Array {
  const sds = new Float64Array(columns);
  for (const [name, column] of singles) sds[column] = SINGLE_SD[name];
  for (const { name, first, levels } of groups) sds.fill(taus.get(name) ?? FIRST_TAU, first, first + levels.length);
  return sds;
}

/** tr(M⁻¹X'X)/σ². */
function effectiveColumns(inverted: Float64Array, xtx: Float64Array, variance: number): number {
  return dot(inverted, xtx) / variance;
}

function residualSum({ xtx, xty, yty }: Gathered, coefficients: Float64Array): number {
  const columns = coefficients.length;
  let quadratic = 0;
  for (let row = 0; row < columns; row += 1) quadratic += (coefficients[row] ?? 0) * dot(xtx.subarray(row * columns, (row + 1) * columns), coefficients);
  return Math.max(0, yty - 2 * dot(coefficients, xty) + quadratic);
}

function varianceOf(values: Float64Array): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, values.length - 1);
}
