import type { Verdict } from '@portee/shared';
import { studentQuantile } from '../recommendations/student.js';

/** A figure on the scale of logarithms, with how sure it is. */
export interface Estimate {
  value: number;
  /** Of the figure itself, not of the posts behind it. */
  variance: number;
  /** Degrees of freedom of Student's distribution, not necessarily whole. */
  df: number;
}

/** Fractions: +0.38 reads "38 % more people". The true value lies between `low` and `high` nine times out of ten. */
export interface Effect {
  effect: number;
  low: number;
  high: number;
}

/** What an interval bears: one side of 0, or neither. */
export type Side = Extract<Verdict, 'do_more' | 'do_less' | 'no_clear_difference'>;

const UPPER = 0.95;

/** Mean of two values or more. */
export function meanOf(values: readonly number[]): Estimate {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { value: mean, variance: squares / (values.length - 1) / values.length, df: values.length - 1 };
}

/**
 * Weighted sum of figures that know nothing of each other; variances are added, none is taken to be like another.
 * Degrees of freedom are Welch and Satterthwaite's (Biometrics Bulletin 2, 1946, 110-114), from shares of the variance: squares of small ones would vanish.
 */
export function sumOf(parts: readonly { weight: number; of: Estimate }[]): Estimate {
  const variances = parts.map(({ weight, of }) => weight * weight * of.variance);
  const variance = variances.reduce((sum, one) => sum + one, 0);
  const value = parts.reduce((sum, { weight, of }) => sum + weight * of.value, 0);
  if (variance === 0) return { value, variance, df: parts.reduce((sum, { of }) => sum + of.df, 0) };
  return { value, variance, df: 1 / parts.reduce((sum, { of }, index) => sum + ((variances[index] ?? 0) / variance) ** 2 / of.df, 0) };
}

/** Welch's difference of two means of two values or more. */
export function meanDifference(one: readonly number[], other: readonly number[]): Estimate {
  return sumOf([{ weight: 1, of: meanOf(one) }, { weight: -1, of: meanOf(other) }]);
}

/** As people read it, with its 90 % interval. */
export function effectOf({ value, variance, df }: Estimate): Effect {
  const reach = studentQuantile(UPPER, df) * Math.sqrt(variance);
  return { effect: Math.expm1(value), low: Math.expm1(value - reach), high: Math.expm1(value + reach) };
}

export function sideOf({ low, high }: Pick<Effect, 'low' | 'high'>): Side {
  return low > 0 ? 'do_more' : high < 0 ? 'do_less' : 'no_clear_difference';
}
