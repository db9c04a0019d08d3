import { describe, expect, it } from 'vitest';
import { buildDesign, type Design, type GroupName } from './design-matrix.js';
import { inventPosts } from './fixtures/invent-posts.js';
import { fitPooled } from './pooled-fit.js';

type Matrix = number[][];

/** The same method, dense, slow and obvious: whole matrices, Gauss and Jordan, determinants by elimination. */
function slowFit(design: Design): { coefficients: number[]; variance: number; weights: Map<GroupName, number[]> } {
  const X: Matrix = design.rows.map((row) => Array.from({ length: design.columns }, (_, column) => row.values[row.columns.indexOf(column)] ?? 0));
  const y = [...design.y];
  const grid = [[0.08, 0.05], [0.13, 0.055], [0.19, 0.065], [0.26, 0.085], [0.36, 0.12], [0.5, 0.195], [0.75, 0.25]];
  const sds = (taus: Map<GroupName, number>): number[] => Array.from({ length: design.columns }, (_, column) => {
    const group = design.groups.find(({ first, levels }) => column >= first && column < first + levels.length);
    if (group) return taus.get(group.name) ?? Number.NaN;
    const name = [...design.singles].find(([, at]) => at === column)?.[0];
    return name === 'series' ? 1 : name === 'holiday' ? 0.3 : name === 'share' ? 0.25 : 10;
  });
  const solveAt = (taus: Map<GroupName, number>, variance: number) => {
    const s = sds(taus);
    const M = s.map((_, i) => s.map((sd, j) => X.reduce((sum, row) => sum + (row[i] ?? 0) * (row[j] ?? 0), 0) / variance + (i === j ? 1 / (sd * sd) : 0)));
    const v = s.map((_, i) => X.reduce((sum, row, index) => sum + (row[i] ?? 0) * (y[index] ?? 0), 0) / variance);
    const { inverse, logDeterminant } = invert(M);
    const b = inverse.map((row) => row.reduce((sum, value, j) => sum + value * (v[j] ?? 0), 0));
    const fitted = b.reduce((sum, value, j) => sum + value * (v[j] ?? 0), 0);
    return { b, inverse, log: fitted / 2 - s.reduce((sum, sd) => sum + Math.log(sd), 0) - logDeterminant / 2 };
  };
  const taus = new Map<GroupName, number>(design.groups.map(({ name }) => [name, 0.15]));
  const weights = new Map<GroupName, number[]>();
  const mean = y.reduce((sum, value) => sum + value, 0) / y.length;
  let variance = (0.9 * y.reduce((sum, value) => sum + (value - mean) ** 2, 0)) / (y.length - 1);
  const sweep = (): void => {
    for (const { name } of design.groups) {
      const own = name === 'month' ? [[0.03, 0.055], ...grid] : grid;
      const logs = own.map(([tau = 0, step = 0]) => solveAt(new Map([...taus, [name, tau]]), variance).log + Math.log(step * Math.exp(-(tau * tau) / 0.5)));
      const raw = logs.map((log) => Math.exp(log - Math.max(...logs)));
      const w = raw.map((value) => value / raw.reduce((sum, one) => sum + one, 0));
      weights.set(name, w);
      taus.set(name, Math.sqrt(own.reduce((sum, [tau = 0], index) => sum + (w[index] ?? 0) * tau * tau, 0)));
    }
  };
  for (let round = 1; round <= 3; round += 1) {
    if (round > 1) sweep();
    const { b, inverse } = solveAt(taus, variance);
    const hat = X.map((row) => row.reduce((sum, value, i) => sum + value * row.reduce((total, other, j) => total + (inverse[i]?.[j] ?? 0) * other, 0), 0) / variance);
    const rss = X.reduce((sum, row, index) => sum + ((y[index] ?? 0) - row.reduce((total, value, j) => total + value * (b[j] ?? 0), 0)) ** 2, 0);
    variance = rss / Math.max(3, y.length - hat.reduce((sum, value) => sum + value, 0));
  }
  sweep();
  return { coefficients: solveAt(taus, variance).b, variance, weights };
}

function invert(matrix: Matrix): { inverse: Matrix; logDeterminant: number } {
  const size = matrix.length;
  const work = matrix.map((row, i) => [...row, ...row.map((_, j) => Number(i === j))]);
  let logDeterminant = 0;
  for (let column = 0; column < size; column += 1) {
    const pivot = work[column]?.[column] ?? Number.NaN;
    logDeterminant += Math.log(pivot);
    work[column] = (work[column] ?? []).map((value) => value / pivot);
    for (let row = 0; row < size; row += 1) {
      const factor = work[row]?.[column] ?? 0;
      if (row !== column) work[row] = (work[row] ?? []).map((value, index) => value - factor * (work[column]?.[index] ?? 0));
    }
  }
  return { inverse: work.map((row) => row.slice(size)), logDeterminant };
}

describe('the pooled fit', () => {
  it.each([{ posts: 45, seed: 3 }, { posts: 130, seed: 4 }])('is that of the slow and obvious way, $posts posts', ({ posts, seed }) => {
    const design = buildDesign(inventPosts({ posts, seed }));
    const [fast, slow] = [fitPooled(design), slowFit(design)];
    expect(Math.abs(fast.variance / slow.variance - 1)).toBeLessThan(1e-9);
    for (const [column, coefficient] of slow.coefficients.entries()) expect(Math.abs((fast.coefficients[column] ?? Number.NaN) - coefficient), `column ${column}`).toBeLessThan(1e-9);
    for (const [name, weights] of slow.weights) {
      for (const [index, weight] of weights.entries()) expect(Math.abs((fast.spreads.get(name)?.[index]?.weight ?? Number.NaN) - weight), `${name} ${index}`).toBeLessThan(1e-9);
    }
  });
});
