import type { CreateTheme, NamedTheme, OwnTheme, TaggedPosts, TagPosts, Theme, UpdateTheme } from '@portee/shared';
import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import { send } from '../../api/client.js';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { organisationKeys, organisationPath } from '../../api/organisation.queries.js';

/** The server takes so many posts at once. */
const POSTS_AT_ONCE = 500;

/** What becomes of a theme. One that only files tell of is created under their name first, so that their posts come along when it is renamed. */
export interface ThemeChange { theme: Theme | null; name: string; words: string[] }

export function useKeepTheme(): UseMutationResult<OwnTheme, Error, ThemeChange> {
  const { slug } = useCurrentOrganisation();
  return useChange(async ({ theme, name, words }: ThemeChange) => {
    if (theme === null) return createTheme(slug, { name, words });
    if (theme.id !== null) return updateTheme(slug, theme.id, { name, words });
    const created = await createTheme(slug, { name: theme.name, words });
    return name === theme.name ? created : updateTheme(slug, created.id, { name });
  });
}

export function useRemoveTheme(): UseMutationResult<null, Error, string> {
  const { slug } = useCurrentOrganisation();
  return useChange((id: string) => send('DELETE', themePath(slug, `/${id}`), { answer: 'nothing' }));
}

/** A theme to give or take. One without id is created by its name. */
export interface Tagging { theme: NamedTheme; action: TagPosts['action']; postIds: readonly string[] }
/** What was done, with the posts that it changed. */
export type Tagged = Tagging & { theme: { id: string } };

export function useTagPosts(): UseMutationResult<Tagged, Error, Tagging> {
  const { slug } = useCurrentOrganisation();
  return useChange(async ({ theme, action, postIds }: Tagging) => {
    const { id, name } = theme.id === null ? await createTheme(slug, { name: theme.name, words: [] }) : { ...theme, id: theme.id };
    const changed: string[] = [];
    for (let start = 0; start < postIds.length; start += POSTS_AT_ONCE) {
      const part = await tagPosts(slug, id, { action, postIds: postIds.slice(start, start + POSTS_AT_ONCE) });
      changed.push(...part.postIds);
    }
    return { theme: { id, name }, action, postIds: changed };
  });
}

function createTheme(slug: string, body: CreateTheme): Promise<OwnTheme> {
  return send('POST', themePath(slug), { answer: 'theme', body });
}

function updateTheme(slug: string, id: string, body: UpdateTheme): Promise<OwnTheme> {
  return send('PATCH', themePath(slug, `/${id}`), { answer: 'theme', body });
}

function tagPosts(slug: string, id: string, body: TagPosts): Promise<TaggedPosts> {
  return send('POST', themePath(slug, `/${id}/posts`), { answer: 'tagged', body });
}

function themePath(slug: string, rest = ''): string {
  return organisationPath(slug, `/themes${rest}`);
}

/** Lists, single posts and whatever is told by theme are read again. */
function useChange<Answer, Input>(change: (input: Input) => Promise<Answer>): UseMutationResult<Answer, Error, Input> {
  const cache = useQueryClient();
  const { slug } = useCurrentOrganisation();
  return useMutation({ mutationFn: change, onSettled: () => { void cache.invalidateQueries({ queryKey: organisationKeys.all(slug) }); } });
}
