/** What a post has in the columns of a model: some ten of some fifty are not 0. */
export interface SparseRow {
  columns: readonly number[];
  values: readonly number[];
}

/** Product of a row and a vector. */
export function timesVector({ columns, values }: SparseRow, vector: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < columns.length; index += 1) sum += (values[index] ?? 0) * (vector[columns[index] ?? 0] ?? 0);
  return sum;
}

/** x'Mx, of a symmetric matrix row by row. */
export function quadratic({ columns, values }: SparseRow, matrix: Float64Array, size: number): number {
  let sum = 0;
  for (let one = 0; one < columns.length; one += 1) {
    const at = (columns[one] ?? 0) * size;
    let along = 0;
    for (let other = 0; other < columns.length; other += 1) along += (values[other] ?? 0) * (matrix[at + (columns[other] ?? 0)] ?? 0);
    sum += along * (values[one] ?? 0);
  }
  return sum;
}

/** ΣwX'X of all rows, symmetric, row by row; without weights each counts once. */
export function gram(rows: readonly SparseRow[], size: number, weights?: Float64Array): Float64Array {
  const matrix = new Float64Array(size * size);
  const addOuter = ({ columns, values }: SparseRow, weight: number): void => {
    for (let one = 0; one < columns.length; one += 1) {
      const [at, value] = [(columns[one] ?? 0) * size, (values[one] ?? 0) * weight];
      for (let other = 0; other < columns.length; other += 1) matrix[at + (columns[other] ?? 0)] = (matrix[at + (columns[other] ?? 0)] ?? 0) + value * (values[other] ?? 0);
    }
  };
  for (const [index, row] of rows.entries()) addOuter(row, weights?.[index] ?? 1);
  return matrix;
}

/** X'y. */
export function timesOutcomes(rows: readonly SparseRow[], size: number, y: Float64Array): Float64Array {
  const product = new Float64Array(size);
  for (const [index, { columns, values }] of rows.entries()) {
    for (let one = 0; one < columns.length; one += 1) product[columns[one] ?? 0] = (product[columns[one] ?? 0] ?? 0) + (values[one] ?? 0) * (y[index] ?? 0);
  }
  return product;
}
