/**
 * Growth from one figure to the next as a fraction of the first: −0.25 reads "a quarter less".
 * @returns null when either is unknown, and from zero: nothing times anything is still nothing
 */
export function percentChange(before: number | null, after: number | null): number | null {
  if (before === null || after === null || before === 0) return null;
  return (after - before) / before;
}
