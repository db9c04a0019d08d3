import { monthOf } from '@portee/shared';
import type { ChannelModel } from './advise.js';
import { mean } from './month-rates.js';
import { timesVector } from './sparse-row.js';

/**
 * Of each month with organic posts, the geometric mean of reach rates as if its posts had been of the kinds, days, hours and
 * authors that are usual for the channel: what the model gives to these is taken out of each post, and the usual mix of it put
 * back. What is left to a month is not pulled towards the line: where the mix never changed, this is the mean as it stands.
 */
export function adjustedRates(model: ChannelModel): ReadonlyMap<string, number> {
  const { design: { posts, rows, y } } = model;
  const chosen = chosenCoefficients(model);
  const organic = posts.flatMap((post, index) => {
    const row = rows[index];
    if (post.paid === true || row === undefined) return [];
    const mix = timesVector(row, chosen);
    return [{ month: monthOf(post.localDay), mix, left: (y[index] ?? 0) - mix }];
  });
  const usual = mean(organic.map(({ mix }) => mix));
  return new Map([...Map.groupBy(organic, ({ month }) => month)].map(([month, ofMonth]) => [month, Math.exp(mean(ofMonth.map(({ left }) => left)) + usual)]));
}

/** Coefficients of what a team chooses; all others 0: months, holidays and the course of time belong to the month. */
function chosenCoefficients({ design: { singles, groups, columns }, fit }: ChannelModel): Float64Array {
  const chosen = new Float64Array(columns);
  const take = (from: number, count: number): void => { chosen.set(fit.coefficients.subarray(from, from + count), from); };
  for (const name of ['share', 'series'] as const) take(singles.get(name) ?? 0, singles.has(name) ? 1 : 0);
  for (const { name, first, levels } of groups) take(first, name === 'month' ? 0 : levels.length);
  return chosen;
}
