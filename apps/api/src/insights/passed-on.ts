import { type ChannelPassedOn, type Post, monthOf, monthsBetween, postSharesPerLike, shareRate, sharesPerLike } from '@portee/shared';
import type { AnalysedPost, AnalysedSpan, SpanHead } from './analysed-post.js';
import { type AnsweredPost, basisOf, groupFigures, headOf, shownPosts } from './group-figures.js';

export type PassedOnPost = AnsweredPost & Pick<AnalysedPost, 'id' | 'publishedAt' | 'localDay' | 'isShareOriented' | 'series'>;

const MOST_SHARED = 10;
/** One share of a post with one like says nothing of it. */
const FEWEST_SHARED = 3;

/**
 * What gets passed on: over the span, by call to share, by appointment, month by month, and the posts themselves.
 * @param mostShared  the posts that `chooseMostShared` names, as they are shown
 */
export function passedOnOf(span: SpanHead & Pick<AnalysedSpan, 'series'> & { posts: readonly PassedOnPost[] }, mostShared: Post[]): ChannelPassedOn {
  const shown = shownPosts(span.posts);
  const basis = basisOf(shown);
  const byMonth = Map.groupBy(shown, ({ localDay }) => monthOf(localDay));
  return {
    ...headOf(span, basis),
    whole: groupFigures(shown, basis),
    called: groupFigures(shown.filter(({ isShareOriented }) => isShareOriented), basis),
    notCalled: groupFigures(shown.filter(({ isShareOriented }) => !isShareOriented), basis),
    series: span.series.map(({ name, weekday, everyDays }) => ({ name, weekday, everyDays, ...groupFigures(shown.filter(({ series }) => series === name), basis) })),
    mostShared,
    months: monthsBetween(monthOf(span.since), monthOf(span.until)).map((month) => {
      const posts = byMonth.get(month) ?? [];
      return { month, ...sharesPerLike(posts), shareRate: shareRate(posts) };
    }),
  };
}

/** Ids of the posts most passed on for their likes, of those shared at least once; of equal ones the more shared, then the newer. */
export function chooseMostShared(posts: readonly Pick<PassedOnPost, 'id' | 'publishedAt' | 'ineligible' | 'likes' | 'shares'>[]): string[] {
  const shared = shownPosts(posts).flatMap((post) => {
    const ratio = postSharesPerLike(post);
    return ratio === null || post.shares === null || post.shares < FEWEST_SHARED ? [] : [{ id: post.id, ratio, shares: post.shares, at: post.publishedAt.getTime() }];
  });
  return shared.toSorted((a, b) => b.ratio - a.ratio || b.shares - a.shares || b.at - a.at || (a.id < b.id ? -1 : 1)).slice(0, MOST_SHARED).map(({ id }) => id);
}
