import { z } from 'zod';
import { wordsIn } from '../metrics/theme-words.js';
import { uuid } from './primitives.contract.js';

/** Without semicolon: files part themes by it. */
export const themeName = z.string().trim().min(1).max(60).refine((name) => !name.includes(';'), { error: 'no-semicolon' });
/** A word, several, or a hashtag; a post whose text holds it as whole words has the theme. Accents and case ignored. */
export const themeWord = z.string().trim().min(2).max(60).refine((word) => wordsIn(word).length > 0, { error: 'no-word' });

/** A tag that a team gives to its posts, so that « what works » can be asked by theme. */
export const theme = z
  .object({
    /** Null: only files tell of it; it can be filtered by and given words once it is created under this name. */
    id: uuid.nullable(), name: z.string(),
    /** Posts whose text holds one of these have the theme by themselves; empty: by hand only. */
    words: z.array(z.string()),
    posts: z.number().int().nonnegative(),
    /** Of these posts: those a person gave it to, and those whose file tells it. The others have it by words. */
    givenByHand: z.number().int().nonnegative(), toldByFiles: z.number().int().nonnegative(),
  })
  .meta({ id: 'Theme' });
export type Theme = z.infer<typeof theme>;
/** One of the organisation's own. */
export const ownTheme = theme.extend({ id: uuid }).meta({ id: 'OwnTheme' });
export type OwnTheme = z.infer<typeof ownTheme>;
/** A theme as a post names it; `id` as above. */
export const namedTheme = z.object({ id: uuid.nullable(), name: z.string() }).meta({ id: 'NamedTheme' });
export type NamedTheme = z.infer<typeof namedTheme>;
export const createTheme = z.object({ name: themeName, words: z.array(themeWord).max(30).default([]) }).meta({ id: 'CreateTheme' });
export type CreateTheme = z.infer<typeof createTheme>;
export const updateTheme = z.object({ name: themeName.optional(), words: z.array(themeWord).max(30).optional() }).meta({ id: 'UpdateTheme' });
export type UpdateTheme = z.infer<typeof updateTheme>;
/** Gives a theme to posts, or takes it from them, whatever its words and their file say. */
export const tagPosts = z.object({ postIds: z.array(uuid).min(1).max(500), action: z.enum(['add', 'remove']) }).meta({ id: 'TagPosts' });
export type TagPosts = z.infer<typeof tagPosts>;
/** Posts that a change of tags touched, in the order sent: the other action on these undoes it. */
export const taggedPosts = z.object({ postIds: z.array(uuid) }).meta({ id: 'TaggedPosts' });
export type TaggedPosts = z.infer<typeof taggedPosts>;
