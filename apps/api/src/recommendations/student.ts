/** Student's distribution. The incomplete beta function is taken to full double precision: jstat's stops at 3e-7, and quantiles are promised to 1e-7. */

const LANCZOS = [
  676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6,
  1.5056327351493116e-7,
];
const TINY = 1e-300;
const PRECISION = 1e-15;
const MOST_TERMS = 500;

/** P(T ≤ t) of Student's distribution with `df` > 0 degrees of freedom, not necessarily whole. */
export function studentCdf(t: number, df: number): number {
  return studentOf(df)(t);
}

/** The same for many values: what depends on the degrees of freedom alone is taken once. */
export function studentOf(df: number): (t: number) => number {
  const beta = incompleteBetaOf(df / 2, 0.5);
  return (t) => {
    if (t === 0) return 0.5;
    const tail = beta(df / (df + t * t)) / 2;
    return t > 0 ? 1 - tail : tail;
  };
}

/** Two-sided probability of a value at least as far from 0 as `t`. */
export function studentTwoSided(t: number, df: number): number {
  return incompleteBetaOf(df / 2, 0.5)(df / (df + t * t));
}

/** The value that leaves probability `p` (0 to 1, both excluded) below it. */
export function studentQuantile(p: number, df: number): number {
  if (p === 0.5) return 0;
  if (p < 0.5) return -studentQuantile(1 - p, df);
  const cdf = studentOf(df);
  return rootOf((t) => cdf(t) - p, 0, 1);
}

const CLOSE = 1e-12;
/** How far a step may leave the secant for the middle: the constants of the method's authors. */
const TRUNCATED = 0.2;
const SPARE_STEPS = 1;

/**
 * Where an increasing function meets 0; `low` and `high` are moved out until it lies between them.
 * Oliveira and Takahashi's way (ITP, 2020): as many steps as halving at worst, and mostly far fewer.
 */
export function rootOf(increasing: (x: number) => number, low: number, high: number): number {
  let [from, to] = [low, high];
  let [below, above] = [increasing(from), increasing(to)];
  for (; below > 0; below = increasing(from)) from -= 2 * (to - from);
  for (; above < 0; above = increasing(to)) to += 2 * (to - from);
  const close = CLOSE * Math.max(1, Math.abs(from), Math.abs(to));
  const pull = TRUNCATED / (to - from);
  const most = Math.ceil(Math.log2(Math.max(1, (to - from) / (2 * close)))) + SPARE_STEPS;
  for (let step = 0; step <= most && to - from > 2 * close; step += 1) {
    const middle = (from + to) / 2;
    const secant = (above * from - below * to) / (above - below);
    const towards = Math.sign(middle - secant);
    const truncated = secant + towards * Math.min(Math.abs(middle - secant), pull * (to - from) ** 2);
    const at = middle - towards * Math.min(Math.abs(truncated - middle), Math.max(0, close * 2 ** (most - step) - (to - from) / 2));
    const value = increasing(at);
    if (value < 0) [from, below] = [at, value];
    else [to, above] = [at, value];
  }
  return (from + to) / 2;
}

/** Regularised incomplete beta function of x, by its continued fraction on the side where that converges fast. */
function incompleteBetaOf(a: number, b: number): (x: number) => number {
  const constant = logGamma(a + b) - logGamma(a) - logGamma(b);
  return (x) => {
    if (x <= 0) return 0;
    if (x >= 1) return 1;
    const front = Math.exp(constant + a * Math.log(x) + b * Math.log1p(-x));
    return x < (a + 1) / (a + b + 2) ? (front * betaFraction(x, a, b)) / a : 1 - (front * betaFraction(1 - x, b, a)) / b;
  };
}

/** Lentz's way of evaluating the continued fraction. */
function betaFraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 / notZero(1 - ((a + b) * x) / (a + 1));
  let value = d;
  for (let m = 1; m <= MOST_TERMS; m += 1) {
    for (const term of [(m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m)), (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))]) {
      d = 1 / notZero(1 + term * d);
      c = notZero(1 + term / c);
      value *= d * c;
    }
    if (Math.abs(d * c - 1) < PRECISION) break;
  }
  return value;
}

function notZero(value: number): number {
  return Math.abs(value) < TINY ? TINY : value;
}

function logGamma(z: number): number {
  if (z < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * z)) - logGamma(1 - z);
  const x = z - 1;
  const sum = LANCZOS.reduce((total, factor, index) => total + factor / (x + index + 1), 0.99999999999980993);
  const t = x + LANCZOS.length - 0.5;
  return 0.5 * Math.log(2 * Math.PI) + (x + 0.5) * Math.log(t) - t + Math.log(sum);
}
