import { type ChannelOutlook, hourBands, weekdays } from '@portee/shared';
import type { ChannelModel } from './advise.js';
import type { Design, GroupName } from './design-matrix.js';
import { timesVector } from './sparse-row.js';

/**
 * The 35 slots of the week: their organic posts, and the reach rate that the model expects of a post there which calls for no
 * share, belongs to no appointment and falls outside holidays, of the channel's usual formats, authors and months, over the
 * whole window: on the footing of the medians beside it, and not of a line drawn on to today. Hour and day add up; nothing is
 * said of a slot beyond that.
 */
export function slotGrid({ design, fit }: ChannelModel): ChannelOutlook['grid'] {
  const organic = design.posts.flatMap((post, index) => (post.paid === true ? [] : [{ post, row: design.rows[index] ?? { columns: [], values: [] } }]));
  const averaged = averagedCoefficients(design, fit.coefficients);
  const usual = organic.reduce((sum, { row }) => sum + timesVector(row, averaged), 0) / Math.max(1, organic.length);
  const ofBand = levelEffects(design, 'band', fit.coefficients);
  const ofWeekday = levelEffects(design, 'weekday', fit.coefficients);
  const [bands, days] = [new Set(organic.map(({ post }) => post.band)), new Set(organic.map(({ post }) => post.weekday))];
  return weekdays.flatMap((weekday) => hourBands.map(({ band }) => ({
    weekday, band, posts: organic.filter(({ post }) => post.weekday === weekday && post.band === band).length,
    predicted: bands.has(band) && days.has(weekday) ? Math.exp(usual + (ofBand.get(band) ?? 0) + (ofWeekday.get(weekday) ?? 0)) : null,
  })));
}

/** Coefficients that are averaged over the organic posts as they were; bands and days are put in, all that a post may be or not is left at not. */
function averagedCoefficients({ singles, groups, columns }: Design, coefficients: Float64Array): Float64Array {
  const averaged = new Float64Array(columns);
  const take = (from: number, count: number): void => { averaged.set(coefficients.subarray(from, from + count), from); };
  for (const name of ['intercept', 'time'] as const) take(singles.get(name) ?? 0, 1);
  for (const { name, first, levels } of groups) if (name !== 'band' && name !== 'weekday') take(first, levels.length);
  return averaged;
}

function levelEffects({ groups }: Design, name: GroupName, coefficients: Float64Array): ReadonlyMap<string, number> {
  const group = groups.find((one) => one.name === name);
  return new Map(group?.levels.map((level, index) => [level, coefficients[group.first + index] ?? 0]));
}
