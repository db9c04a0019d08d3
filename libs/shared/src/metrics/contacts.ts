import { sumKnown } from './sum-known.js';

/**
 * Sum of the reaches of several posts, repeats included: the same person counts once for each post seen.
 * Called contacts, never people, and never divided by followers. Null when no reach is known.
 */
export function contacts(reaches: readonly (number | null)[]): number | null {
  return sumKnown(reaches);
}
