import { type ChannelTiming, type Figure, type FigureBasis, type HourBand, type Weekday, hourBands, isOfBasis, toFigure, usualFigure, usualRate, weekdays } from '@portee/shared';
import type { AnalysedPost, SpanHead } from './analysed-post.js';
import { type ReachPost, basisOf, headOf } from './group-figures.js';

export type TimedPost = ReachPost & Pick<AnalysedPost, 'weekday' | 'band' | 'hour' | 'isInHolidays'>;

/** An hour of the week, of which days, bands and slots are made. */
interface Hour {
  weekday: Weekday;
  band: HourBand;
  hour: number;
  /** Of the posts of the basis. */
  rates: readonly (number | null)[];
  paid: number;
  unknown: number;
}

/** When a channel's posts are published and how far they go: by band, weekday, slot and hour of the week, and in school holidays. */
export function timingOf(span: SpanHead & { posts: readonly TimedPost[] }): ChannelTiming {
  const counted = span.posts.filter(({ ineligible }) => ineligible === null);
  const basis = basisOf(counted);
  const hours = hoursOf(counted, basis);
  const days = weekdays.map((weekday) => ({ weekday, hours: hours.filter((one) => one.weekday === weekday) }));
  return {
    ...headOf(span, basis),
    bands: hourBands.map(({ band }) => ({ band, ...slotFigure(hours.filter((one) => one.band === band)) })),
    weekdays: days.map((day) => ({ weekday: day.weekday, ...slotFigure(day.hours) })),
    slots: days.flatMap((day) => hourBands.map(({ band }) => ({ weekday: day.weekday, band, organic: figureOf(day.hours.filter((one) => one.band === band)) }))),
    hours: hours.filter(({ rates }) => rates.length > 0).map(({ weekday, hour, rates }) => ({ weekday, hour, organic: toFigure(rates) })),
    holidays: { within: usualFigure(counted.filter(({ isInHolidays }) => isInHolidays), basis), outside: usualFigure(counted.filter(({ isInHolidays }) => !isInHolidays), basis) },
  };
}

/** Those with a post that counts, in the order of the week. */
function hoursOf(counted: readonly TimedPost[], basis: FigureBasis): Hour[] {
  const groups = Map.groupBy(counted, ({ weekday, hour }) => weekdays.indexOf(weekday) * 24 + hour);
  return [...groups].toSorted(([a], [b]) => a - b).flatMap(([, posts]) => posts.slice(0, 1).map(({ weekday, band, hour }) => ({
    weekday, band, hour,
    rates: posts.filter((post) => isOfBasis(post, basis)).map(usualRate),
    paid: posts.filter(({ paid }) => paid === true).length, unknown: posts.filter(({ paid }) => paid === null).length,
  })));
}

function slotFigure(hours: readonly Hour[]): Pick<ChannelTiming['bands'][number], 'organic' | 'paid' | 'unknown'> {
  return { organic: figureOf(hours), paid: hours.reduce((sum, { paid }) => sum + paid, 0), unknown: hours.reduce((sum, { unknown }) => sum + unknown, 0) };
}

function figureOf(hours: readonly Hour[]): Figure {
  return toFigure(hours.flatMap(({ rates }) => rates));
}
