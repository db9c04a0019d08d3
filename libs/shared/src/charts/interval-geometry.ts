/** An effect and its likely range, as fractions: +0.38 is "38 % more". */
export interface Interval { effect: number; low: number; high: number }

/** Places along an axis that goes from 0 to 1; `zero` is where there is no difference, always its middle. */
export interface IntervalGeometry {
  zero: number; effect: number; low: number; high: number;
  /** The range goes on beyond the axis on this side. */
  isCutLow: boolean; isCutHigh: boolean;
}

/** Half an axis on the scale of logarithms, where double and half lie equally far: −60 % to +150 %. */
export const INTERVAL_SPAN = Math.log(2.5);
/** −87 % to ×8: beyond, the band is cut and says so. */
const WIDEST_SPAN = Math.log(8);
/** Room at both ends, so that a value at the edge can still be written. */
const MARGIN = 0.1;

/** The half axis on which intervals can be compared with each other: the usual one, or wide enough for all of them. */
export function intervalSpan(intervals: readonly Interval[]): number {
  const reach = intervals.flatMap(({ effect, low, high }) => [effect, low, high]).map((value) => Math.abs(toLog(value)));
  return Math.min(WIDEST_SPAN, Math.max(INTERVAL_SPAN, ...reach));
}

/** Where an interval lies on its axis. @param span  half the axis, the same for all that stand beside each other */
export function intervalGeometry(interval: Interval, span = intervalSpan([interval])): IntervalGeometry {
  const place = (value: number): number => 0.5 + Math.min(1, Math.max(-1, toLog(value) / span)) * (0.5 - MARGIN);
  return {
    zero: 0.5, effect: place(interval.effect), low: place(interval.low), high: place(interval.high),
    isCutLow: toLog(interval.low) < -span, isCutHigh: toLog(interval.high) > span,
  };
}

/** −100 % lies infinitely far to the left. */
function toLog(value: number): number {
  return Math.log1p(Math.max(-1, value));
}
