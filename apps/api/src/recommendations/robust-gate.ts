import { dot, factor, inverse } from './cholesky.js';
import type { Choice } from './choices.js';
import type { Design } from './design-matrix.js';
import { studentTwoSided } from './student.js';

/** A level with fewer posts joins the reference. */
const FEWEST = 2;
const MOST_PIECES = 6;
const MONTHS_A_PIECE = 4;
/** A column that the others make up to this share of itself is left out. */
const ALIASED = 1e-9;

/** What ordinary least squares say of a contrast, without any pooling. */
export interface GateReading {
  effect: number;
  /** Chance of so great a difference if there were none, both sides, with a variance that trusts no common scatter (HC3). */
  p: number;
}

export interface RobustGate {
  /** null: the posts cannot tell this contrast. */
  read(choice: Choice): GateReading | null;
}

/** Step 7: a second look with other means. The same columns, each group less its most frequent level, no months, time in straight pieces. */
export function robustGate(design: Design): RobustGate {
  const model = leastSquaresColumns(design);
  const kept = independentColumns(model.rows, model.columns);
  const fit = leastSquares(design.y, model.rows.map((row) => kept.map((column) => row[column] ?? 0)));
  const place = new Map(kept.map((column, index) => [column, index]));
  return {
    read: (choice) => {
      if (fit === null) return null;
      const weights = new Float64Array(kept.length);
      for (const [column, weight] of choice.weights.entries()) {
        const own = model.columnOf.get(column);
        if (own === undefined || weight === 0) continue;
        const at = place.get(own);
        if (at === undefined) return null;
        weights[at] = (weights[at] ?? 0) + weight;
      }
      return readingOf(fit, weights);
    },
  };
}

interface LeastSquares {
  coefficients: Float64Array;
  /** HC3. */
  covariance: Float64Array;
  free: number;
}

function readingOf({ coefficients, covariance, free }: LeastSquares, weights: Float64Array): GateReading | null {
  const size = weights.length;
  let variance = 0;
  for (let row = 0; row < size; row += 1) variance += (weights[row] ?? 0) * dot(weights, covariance.subarray(row * size, (row + 1) * size));
  const effect = dot(weights, coefficients);
  return variance > 0 ? { effect, p: studentTwoSided(effect / Math.sqrt(variance), free) } : null;
}

interface Columns {
  rows: number[][];
  columns: number;
  /** From the columns of the design to those of this model; absent: the reference of its group, or not in this model. */
  columnOf: ReadonlyMap<number, number>;
}

function leastSquaresColumns(design: Design): Columns {
  const columnOf = new Map<number, number>();
  let columns = 0;
  for (const [name, column] of design.singles) {
    if (name === 'time') continue;
    columnOf.set(column, columns);
    columns += 1;
  }
  for (const { name, first, levels } of design.groups) {
    if (name === 'month') continue;
    for (const level of ownLevels(design, { first, levels: levels.length })) {
      columnOf.set(level, columns);
      columns += 1;
    }
  }
  const time = timePieces(design);
  const rows = design.rows.map((row, index) => {
    const values = Array.from({ length: columns }, () => 0);
    for (const [column, value] of row) {
      const own = columnOf.get(column);
      if (own !== undefined) values[own] = value;
    }
    return [...values, ...(time[index] ?? [])];
  });
  return { rows, columns: rows[0]?.length ?? 0, columnOf };
}

/** Columns of a group that have a coefficient of their own: not the most frequent level, nor those too rare. */
function ownLevels({ rows }: Design, { first, levels }: { first: number; levels: number }): number[] {
  const counts = new Map<number, number>();
  const columns = rows.flatMap((row) => row.map(([column]) => column)).filter((column) => column >= first && column < first + levels);
  for (const column of columns) counts.set(column, (counts.get(column) ?? 0) + 1);
  const [reference] = [...counts].toSorted(([columnA, a], [columnB, b]) => b - a || columnA - columnB);
  return [...counts].filter(([column, count]) => column !== reference?.[0] && count >= FEWEST).map(([column]) => column).toSorted((a, b) => a - b);
}

/** Time as a line that may bend: of each post, how far it lies beyond the start of each piece. */
function timePieces({ posts, rows, singles, groups }: Design): number[][] {
  const column = singles.get('time');
  const months = groups.find(({ name }) => name === 'month')?.levels.length ?? new Set(posts.map(({ localDay }) => localDay.slice(0, 7))).size;
  const pieces = Math.max(1, Math.min(MOST_PIECES, Math.floor(months / MONTHS_A_PIECE)));
  return rows.map((row) => {
    const at = (row.find(([one]) => one === column)?.[1] ?? 0) + 0.5;
    return Array.from({ length: pieces }, (_, piece) => Math.max(0, at - piece / pieces));
  });
}

/** Columns that the earlier ones do not already make up, by Gram-Schmidt, twice for the sake of precision. */
function independentColumns(rows: readonly number[][], columns: number): number[] {
  const kept: number[] = [];
  const directions: Float64Array[] = [];
  for (let column = 0; column < columns; column += 1) {
    const own = Float64Array.from(rows, (row) => row[column] ?? 0);
    const left = beside(beside(own, directions), directions);
    const length = dot(left, left);
    if (length <= ALIASED * dot(own, own)) continue;
    kept.push(column);
    directions.push(left.map((value) => value / Math.sqrt(length)));
  }
  return kept;
}

/** What is left of a column once the directions are taken out of it. */
function beside(column: Float64Array, directions: readonly Float64Array[]): Float64Array {
  const left = Float64Array.from(column);
  for (const direction of directions) {
    const along = dot(direction, left);
    for (let index = 0; index < left.length; index += 1) left[index] = (left[index] ?? 0) - along * (direction[index] ?? 0);
  }
  return left;
}

/** Ordinary least squares with the variance HC3; null: no degree of freedom is left. */
function leastSquares(y: Float64Array, rows: readonly number[][]): LeastSquares | null {
  const size = rows[0]?.length ?? 0;
  const free = rows.length - size;
  if (size === 0 || free < 1) return null;
  const [xtx, xty] = [new Float64Array(size * size), new Float64Array(size)];
  for (const [index, row] of rows.entries()) addOuter(xtx, xty, { row, weight: 1, y: y[index] ?? 0 });
  const inverted = inverse(factor(xtx, size));
  const coefficients = times(inverted, xty);
  const meat = new Float64Array(size * size);
  for (const [index, row] of rows.entries()) {
    const vector = Float64Array.from(row);
    const leverage = dot(vector, times(inverted, vector));
    const residual = ((y[index] ?? 0) - dot(vector, coefficients)) / Math.max(1e-9, 1 - leverage);
    addOuter(meat, xty, { row, weight: residual * residual, y: 0 });
  }
  return { coefficients, covariance: sandwich(inverted, meat, size), free };
}

function addOuter(matrix: Float64Array, vector: Float64Array, { row, weight, y }: { row: readonly number[]; weight: number; y: number }): void {
  const size = row.length;
  for (const [column, value] of row.entries()) {
    if (value === 0) continue;
    vector[column] = (vector[column] ?? 0) + value * y;
    for (let other = 0; other < size; other += 1) matrix[column * size + other] = (matrix[column * size + other] ?? 0) + weight * value * (row[other] ?? 0);
  }
}

function times(matrix: Float64Array, vector: Float64Array): Float64Array {
  const size = vector.length;
  return Float64Array.from({ length: size }, (_, row) => dot(matrix.subarray(row * size, (row + 1) * size), vector));
}

function sandwich(bread: Float64Array, meat: Float64Array, size: number): Float64Array {
  const half = new Float64Array(size * size);
  for (let row = 0; row < size; row += 1) half.set(times(meat, bread.subarray(row * size, (row + 1) * size)), row * size);
  const whole = new Float64Array(size * size);
  for (let row = 0; row < size; row += 1) whole.set(times(bread, half.subarray(row * size, (row + 1) * size)), row * size);
  return whole;
}
