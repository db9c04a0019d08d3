import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignRows } from './assign.js';

const cost = fc.integer({ min: -50, max: 50 });
const tables = fc.integer({ min: 1, max: 5 }).chain((rows) => fc.integer({ min: rows, max: 6 }).chain((columns) => fc.array(fc.array(cost, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows })));

const totalOf = (costs: readonly (readonly number[])[], columns: readonly number[]): number => columns.reduce((sum, column, row) => sum + (costs[row]?.[column] ?? Number.NaN), 0);

/** By trying everything. */
function cheapest(costs: readonly (readonly number[])[], taken: readonly number[] = []): number {
  const row = costs[taken.length];
  if (row === undefined) return totalOf(costs, taken);
  return Math.min(...row.map((_, column) => (taken.includes(column) ? Infinity : cheapest(costs, [...taken, column]))));
}

describe('assigning', () => {
  // Taking the cheapest first, 1, leaves 10: together 11. The other way is 2 + 3.
  it('finds the best for all together, not for the first', () => {
    expect(assignRows([[1, 2], [3, 10]])).toEqual([1, 0]);
  });

  it('has nothing to do for no rows, and refuses more rows than columns', () => {
    expect(assignRows([])).toEqual([]);
    expect(() => assignRows([[1], [2]])).toThrow(RangeError);
  });

  it('gives each row a column of its own, at the least cost that there is', () => {
    fc.assert(fc.property(tables, (costs) => {
      const found = assignRows(costs);
      expect(new Set(found).size).toBe(costs.length);
      expect(totalOf(costs, found)).toBe(cheapest(costs));
    }), { numRuns: 300 });
  });
});
