import { dot, factor, inverse } from './cholesky.js';
import { gram, quadratic, type SparseRow, timesOutcomes, timesVector } from './sparse-row.js';

/** A column that the earlier ones make up, all but this share of it, is left out. */
const ALIASED = 1e-9;
/** Weights may miss what can be told by rounding alone. */
const ROUNDING = 1e-6;
/** A post that a column has to itself has no residual, and must not be divided by 0. */
const LEAST_LEFT = 1e-9;

/** Ordinary least squares of a model whose columns may make each other up. */
export interface LeastSquares {
  /** Of each column; 0 where it is left out. */
  coefficients: Float64Array;
  /** HC3, row by row; 0 where a column is left out. */
  covariance: Float64Array;
  /** Degrees of freedom left. */
  free: number;
  /** Whether the posts tell this sum of coefficients, whatever stands for the columns that are left out. */
  tells(weights: Float64Array): boolean;
}

/** Null: no degree of freedom is left. */
export function leastSquares(rows: readonly SparseRow[], y: Float64Array, size: number): LeastSquares | null {
  const xtx = gram(rows, size);
  const kept = independentColumns(xtx, size);
  const free = rows.length - kept.length;
  if (kept.length === 0 || free < 1) return null;
  const inverted = spread(inverse(factor(part(xtx, size, kept), kept.length)), size, kept);
  const coefficients = times(inverted, timesOutcomes(rows, size, y));
  const scatter = Float64Array.from(rows, (row, index) => (((y[index] ?? 0) - timesVector(row, coefficients)) / Math.max(LEAST_LEFT, 1 - quadratic(row, inverted, size))) ** 2);
  const directions = unseen(xtx, inverted, { kept, size });
  return {
    coefficients, covariance: sandwich(inverted, gram(rows, size, scatter), size), free,
    tells: (weights) => directions.every((direction) => Math.abs(dot(direction, weights)) <= ROUNDING),
  };
}

/** Columns that the earlier ones do not already make up: Cholesky's way, each asked how much of it is left beside the others. */
function independentColumns(xtx: Float64Array, size: number): number[] {
  const kept: Kept[] = [];
  for (let column = 0; column < size; column += 1) {
    const lower = alongside(kept, (one) => xtx[one * size + column] ?? 0);
    const whole = xtx[column * size + column] ?? 0;
    const left = whole - lower.reduce((sum, value) => sum + value * value, 0);
    if (left > ALIASED * whole) kept.push({ column, lower: [...lower, Math.sqrt(left)] });
  }
  return kept.map(({ column }) => column);
}

/** A column with its row of L. */
interface Kept {
  column: number;
  lower: readonly number[];
}

/** How far a column goes along each of those kept. */
function alongside(kept: readonly Kept[], productWith: (column: number) => number): number[] {
  const along: number[] = [];
  for (const { column, lower } of kept) {
    const left = along.reduce((sum, value, index) => sum - value * (lower[index] ?? 0), productWith(column));
    along.push(left / (lower[along.length] ?? Number.NaN));
  }
  return along;
}

/** Of each column left out, the direction along which coefficients could move and no post would notice. */
function unseen(xtx: Float64Array, inverted: Float64Array, { kept, size }: { kept: readonly number[]; size: number }): Float64Array[] {
  return Array.from({ length: size }, (_, column) => column).filter((column) => !kept.includes(column)).map((column) => {
    const direction = times(inverted, xtx.subarray(column * size, (column + 1) * size)).map((value) => -value);
    direction[column] = 1;
    return direction;
  });
}

/** Rows and columns of a matrix that are kept. */
function part(matrix: Float64Array, size: number, kept: readonly number[]): Float64Array {
  return Float64Array.from(kept.flatMap((row) => kept.map((column) => matrix[row * size + column] ?? 0)));
}

/** The way back: what is left out is 0. */
function spread(matrix: Float64Array, size: number, kept: readonly number[]): Float64Array {
  const whole = new Float64Array(size * size);
  for (const [one, row] of kept.entries()) {
    for (const [other, column] of kept.entries()) whole[row * size + column] = matrix[one * kept.length + other] ?? 0;
  }
  return whole;
}

function times(matrix: Float64Array, vector: Float64Array): Float64Array {
  const size = vector.length;
  return Float64Array.from({ length: size }, (_, row) => dot(matrix.subarray(row * size, (row + 1) * size), vector));
}

function sandwich(bread: Float64Array, filling: Float64Array, size: number): Float64Array {
  const half = new Float64Array(size * size);
  for (let row = 0; row < size; row += 1) half.set(times(filling, bread.subarray(row * size, (row + 1) * size)), row * size);
  const whole = new Float64Array(size * size);
  for (let row = 0; row < size; row += 1) whole.set(times(bread, half.subarray(row * size, (row + 1) * size)), row * size);
  return whole;
}
