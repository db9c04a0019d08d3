import type { Choice } from './choices.js';
import { dot } from './cholesky.js';
import { columnCounts, type Design } from './design-matrix.js';
import { type LeastSquares, leastSquares } from './least-squares.js';
import type { SparseRow } from './sparse-row.js';
import { studentTwoSided } from './student.js';

/** A level with fewer posts joins the reference. */
const FEWEST = 2;
const MOST_PIECES = 6;
const MONTHS_A_PIECE = 4;

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
  const { rows, columns, columnOf } = leastSquaresColumns(design);
  const fit = leastSquares(rows, design.y, columns);
  return {
    read: (choice) => {
      if (fit === null) return null;
      const weights = new Float64Array(columns);
      for (const [column, own] of columnOf) weights[own] = choice.weights[column] ?? 0;
      return fit.tells(weights) ? readingOf(fit, weights) : null;
    },
  };
}

function readingOf({ coefficients, covariance, free }: LeastSquares, weights: Float64Array): GateReading | null {
  const size = weights.length;
  let variance = 0;
  for (let row = 0; row < size; row += 1) variance += (weights[row] ?? 0) * dot(weights, covariance.subarray(row * size, (row + 1) * size));
  const effect = dot(weights, coefficients);
  return variance > 0 ? { effect, p: studentTwoSided(effect / Math.sqrt(variance), free) } : null;
}

interface Columns {
  rows: SparseRow[];
  columns: number;
  /** From the columns of the design to those of this model; absent: the reference of its group, or not in this model. */
  columnOf: ReadonlyMap<number, number>;
}

function leastSquaresColumns(design: Design): Columns {
  const counts = columnCounts(design);
  const singles = [...design.singles].filter(([name]) => name !== 'time').map(([, column]) => column);
  const levels = design.groups.filter(({ name }) => name !== 'month').flatMap(({ first, levels: { length } }) => ownLevels(counts, first, first + length));
  const columnOf = new Map([...singles, ...levels].map((column, own) => [column, own]));
  const time = timePieces(design);
  return { rows: design.rows.map((row, index) => ownRow(row, columnOf, time[index] ?? [])), columns: columnOf.size + (time[0]?.length ?? 0), columnOf };
}

function ownRow({ columns, values }: SparseRow, columnOf: ReadonlyMap<number, number>, time: readonly number[]): SparseRow {
  const own: { columns: number[]; values: number[] } = { columns: [], values: [] };
  const put = (column: number | undefined, value: number): void => {
    if (column === undefined || value === 0) return;
    own.columns.push(column);
    own.values.push(value);
  };
  for (const [index, column] of columns.entries()) put(columnOf.get(column), values[index] ?? 0);
  for (const [piece, value] of time.entries()) put(columnOf.size + piece, value);
  return own;
}

/** Columns of a group, from one to before another, that have a coefficient of their own: not the most frequent level, nor those too rare. */
function ownLevels(counts: readonly number[], from: number, until: number): number[] {
  const columns = Array.from({ length: until - from }, (_, level) => from + level);
  const reference = columns.reduce((most, column) => ((counts[column] ?? 0) > (counts[most] ?? 0) ? column : most), from);
  return columns.filter((column) => column !== reference && (counts[column] ?? 0) >= FEWEST);
}

/** Time as a line that may bend: of each post, how far it lies beyond the start of each piece. */
function timePieces({ posts, times, groups }: Design): number[][] {
  const months = groups.find(({ name }) => name === 'month')?.levels.length ?? new Set(posts.map(({ localDay }) => localDay.slice(0, 7))).size;
  const pieces = Math.max(1, Math.min(MOST_PIECES, Math.floor(months / MONTHS_A_PIECE)));
  return times.map((time) => Array.from({ length: pieces }, (_, piece) => Math.max(0, time + 0.5 - piece / pieces)));
}
