import { type ChannelFormats, postFormats } from '@portee/shared';
import { compareThemeNames } from '../posts/theme-names.js';
import type { AnalysedPost, SpanHead } from './analysed-post.js';
import { type AnsweredPost, basisOf, groupFigures, headOf, shownPosts } from './group-figures.js';

export type FormattedPost = AnsweredPost & Pick<AnalysedPost, 'format' | 'themes'>;

/** How far each format and each theme goes, those of most posts first; a post counts in every theme it has. */
export function formatsOf(span: SpanHead & { posts: readonly FormattedPost[] }): ChannelFormats {
  const shown = shownPosts(span.posts);
  const basis = basisOf(shown);
  return {
    ...headOf(span, basis),
    formats: [...postFormats, null]
      .map((format) => ({ format, ...groupFigures(shown.filter((post) => post.format === format), basis) }))
      .filter(({ posts }) => posts > 0).toSorted((a, b) => b.posts - a.posts),
    themes: themesOf(shown).map(({ theme, posts }) => ({ theme, ...groupFigures(posts, basis) })),
  };
}

/** By whatever capitals it is written with. Null: posts without a theme, last. None at all where nobody gave any. */
function themesOf(shown: readonly FormattedPost[]): { theme: string | null; posts: FormattedPost[] }[] {
  const held = shown.flatMap((post) => post.themes.map((theme) => ({ theme, post })));
  if (held.length === 0) return [];
  const named = [...Map.groupBy(held, ({ theme }) => theme.toLowerCase()).values()]
    .map((pairs) => ({ theme: pairs.map(({ theme }) => theme).reduce((first, one) => (one < first ? one : first)), posts: pairs.map(({ post }) => post) }))
    .toSorted((a, b) => b.posts.length - a.posts.length || compareThemeNames(a.theme, b.theme));
  const without = shown.filter(({ themes }) => themes.length === 0);
  return without.length === 0 ? named : [...named, { theme: null, posts: without }];
}
