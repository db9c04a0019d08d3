/**
 * Symmetric positive matrices of a few dozen columns, row by row in flat arrays: a channel's fit factors some hundred of them,
 * and ml-matrix, asked through its accessors, took several times as long.
 */
export interface Cholesky {
  size: number;
  /** Lower triangle, row by row; what lies above means nothing. */
  lower: Float64Array;
}

/** M = LL', in place: the matrix is taken over. @throws RangeError  where M is not positive definite */
export function factor(matrix: Float64Array, size: number): Cholesky {
  /** Of the beginnings of two rows of L, as long as the second. */
  const product = (at: number, column: number): number => {
    const other = column * size;
    let sum = 0;
    for (let k = 0; k < column; k += 1) sum += (matrix[at + k] ?? 0) * (matrix[other + k] ?? 0);
    return sum;
  };
  for (let row = 0; row < size; row += 1) {
    const at = row * size;
    for (let column = 0; column <= row; column += 1) {
      const left = (matrix[at + column] ?? 0) - product(at, column);
      matrix[at + column] = row === column ? Math.sqrt(left) : left / (matrix[column * size + column] ?? Number.NaN);
    }
    if (!((matrix[at + row] ?? 0) > 0)) throw new RangeError('the matrix is not positive definite');
  }
  return { size, lower: matrix };
}

/** L⁻¹v. */
export function solveLower({ size, lower }: Cholesky, vector: Float64Array): Float64Array {
  const solved = new Float64Array(size);
  for (let row = 0; row < size; row += 1) {
    let sum = vector[row] ?? 0;
    for (let k = 0; k < row; k += 1) sum -= (lower[row * size + k] ?? 0) * (solved[k] ?? 0);
    solved[row] = sum / (lower[row * size + row] ?? Number.NaN);
  }
  return solved;
}

/** L'⁻¹v. */
export function solveUpper({ size, lower }: Cholesky, vector: Float64Array): Float64Array {
  const solved = Float64Array.from(vector);
  for (let row = size - 1; row >= 0; row -= 1) {
    const value = (solved[row] ?? 0) / (lower[row * size + row] ?? Number.NaN);
    solved[row] = value;
    for (let k = 0; k < row; k += 1) solved[k] = (solved[k] ?? 0) - (lower[row * size + k] ?? 0) * value;
  }
  return solved;
}

/** M⁻¹v. */
export function solve(cholesky: Cholesky, vector: Float64Array): Float64Array {
  return solveUpper(cholesky, solveLower(cholesky, vector));
}

/** ln det L: half of ln det M. */
export function logDeterminant({ size, lower }: Cholesky): number {
  let sum = 0;
  for (let row = 0; row < size; row += 1) sum += Math.log(lower[row * size + row] ?? Number.NaN);
  return sum;
}

/** M⁻¹, whole. */
export function inverse(cholesky: Cholesky): Float64Array {
  const { size } = cholesky;
  const inverted = new Float64Array(size * size);
  const unit = new Float64Array(size);
  for (let column = 0; column < size; column += 1) {
    unit.fill(0);
    unit[column] = 1;
    inverted.set(solve(cholesky, unit), column * size); // symmetric: a column is a row
  }
  return inverted;
}

export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < a.length; index += 1) sum += (a[index] ?? 0) * (b[index] ?? 0);
  return sum;
}
