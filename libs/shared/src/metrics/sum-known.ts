/** Sum of the values that are known; null when none is: a sum of unknowns is unknown, not 0. */
export function sumKnown(values: readonly (number | null)[]): number | null {
  return values.reduce<number | null>((sum, value) => (value === null ? sum : (sum ?? 0) + value), null);
}
