import { z } from 'zod';
import { uuid } from './primitives.contract.js';

export const themeName = z.string().trim().min(1).max(60);
/** A word, several, or a hashtag; a post whose text holds it as whole words has the theme. Accents and case ignored. */
export const themeWord = z.string().trim().min(2).max(60);

/** A tag that a team gives to its posts, so that « what works » can be asked by theme. */
export const theme = z
  .object({
    id: uuid, name: z.string(),
    /** Posts whose text holds one of these have the theme by themselves; empty: by hand only. */
    words: z.array(z.string()),
    posts: z.number().int().nonnegative(),
  })
  .meta({ id: 'Theme' });
export type Theme = z.infer<typeof theme>;
export const createTheme = z.object({ name: themeName, words: z.array(themeWord).max(30).default([]) }).meta({ id: 'CreateTheme' });
export type CreateTheme = z.infer<typeof createTheme>;
export const updateTheme = z.object({ name: themeName.optional(), words: z.array(themeWord).max(30).optional() }).meta({ id: 'UpdateTheme' });
export type UpdateTheme = z.infer<typeof updateTheme>;
/** Gives a theme to posts, or takes it from them, whatever its words say. */
export const tagPosts = z.object({ postIds: z.array(uuid).min(1).max(500), action: z.enum(['add', 'remove']) }).meta({ id: 'TagPosts' });
export type TagPosts = z.infer<typeof tagPosts>;
/** Posts that a change of tags touched: what an undo sends back. */
export const taggedPosts = z.object({ postIds: z.array(uuid) }).meta({ id: 'TaggedPosts' });
export type TaggedPosts = z.infer<typeof taggedPosts>;
