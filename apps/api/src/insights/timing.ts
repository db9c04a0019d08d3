import { type ChannelTiming, type FigureBasis, hourBands, isOfBasis, usualFigure, weekdays } from '@portee/shared';
import type { AnalysedPost, SpanHead } from './analysed-post.js';
import { type ReachPost, basisOf, headOf, slotFigure } from './group-figures.js';

export type TimedPost = ReachPost & Pick<AnalysedPost, 'weekday' | 'band' | 'hour' | 'isInHolidays'>;

/** When a channel's posts are published and how far they go: by band, weekday, slot and hour of the week, and in school holidays. */
export function timingOf(span: SpanHead & { posts: readonly TimedPost[] }): ChannelTiming {
  const counted = span.posts.filter(({ ineligible }) => ineligible === null);
  const basis = basisOf(counted);
  const usual = counted.filter((post) => isOfBasis(post, basis));
  const byBand = Map.groupBy(counted, ({ band }) => band);
  const byWeekday = Map.groupBy(counted, ({ weekday }) => weekday);
  return {
    ...headOf(span, basis),
    bands: hourBands.map(({ band }) => ({ band, ...slotFigure(byBand.get(band) ?? [], basis) })),
    weekdays: weekdays.map((weekday) => ({ weekday, ...slotFigure(byWeekday.get(weekday) ?? [], basis) })),
    slots: slotsOf(usual, basis),
    hours: hoursOf(usual, basis),
    holidays: { within: usualFigure(usual.filter(({ isInHolidays }) => isInHolidays), basis), outside: usualFigure(usual.filter(({ isInHolidays }) => !isInHolidays), basis) },
  };
}

function slotsOf(usual: readonly TimedPost[], basis: FigureBasis): ChannelTiming['slots'] {
  const bySlot = Map.groupBy(usual, ({ weekday, band }) => `${weekday} ${band}`);
  return weekdays.flatMap((weekday) => hourBands.map(({ band }) => ({ weekday, band, organic: usualFigure(bySlot.get(`${weekday} ${band}`) ?? [], basis) })));
}

function hoursOf(usual: readonly TimedPost[], basis: FigureBasis): ChannelTiming['hours'] {
  const byHour = Map.groupBy(usual, ({ weekday, hour }) => weekdays.indexOf(weekday) * 24 + hour);
  return [...byHour].toSorted(([a], [b]) => a - b).flatMap(([, posts]) => posts.slice(0, 1).map(({ weekday, hour }) => ({ weekday, hour, organic: usualFigure(posts, basis) })));
}
