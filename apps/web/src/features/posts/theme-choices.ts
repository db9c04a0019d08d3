import type { NamedTheme, Post, TagPosts, Theme } from '@portee/shared';

/** Themes that can be given to posts: all that not every one of them has; or taken from them: those that one of them has. */
export function themeChoices(themes: readonly Theme[], posts: readonly Pick<Post, 'themes'>[], action: TagPosts['action']): NamedTheme[] {
  const had = (theme: NamedTheme) => posts.filter((post) => post.themes.some((one) => isSame(one, theme))).length;
  if (action === 'add') return themes.filter((theme) => had(theme) < posts.length).map(({ id, name }) => ({ id, name }));
  const all = posts.flatMap((post) => post.themes);
  return all.filter((theme, place) => all.findIndex((other) => isSame(other, theme)) === place).toSorted((one, other) => one.name.localeCompare(other.name, 'fr'));
}

/** A theme without id goes by its name, which each file may write with other capitals. */
function isSame(one: NamedTheme, other: NamedTheme): boolean {
  return one.id === null && other.id === null ? one.name.toLocaleLowerCase() === other.name.toLocaleLowerCase() : one.id === other.id;
}
