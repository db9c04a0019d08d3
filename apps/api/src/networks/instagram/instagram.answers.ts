import { z } from 'zod';
import { graphList, metaFigure as figure, metaIdentifier as identifier, metaWord as word } from '../core/meta-answers.js';

/** `user_id` where one signed in with Instagram, `id` through a page. */
export const instagramAccount = z.object({ id: identifier.nullish(), user_id: identifier.nullish(), username: word, followers_count: figure });
export type InstagramAccount = z.infer<typeof instagramAccount>;

const breakdown = z.object({ dimension_keys: z.array(z.string()), results: z.array(z.object({ dimension_values: z.array(z.string()), value: figure })).nullish() });
const insight = z.object({
  name: z.string(),
  values: z.array(z.object({ value: figure, end_time: word })).nullish(),
  total_value: z.object({ breakdowns: z.array(breakdown).nullish() }).nullish(),
});
export const instagramInsights = z.object({ data: z.array(insight) });
export type InstagramInsights = z.infer<typeof instagramInsights>;

export const instagramMedia = z.object({
  id: identifier,
  timestamp: figure,
  caption: word,
  permalink: word,
  media_type: word,
  media_product_type: word,
  like_count: figure,
  comments_count: figure,
  insights: instagramInsights.nullish(),
});
export type InstagramMedia = z.infer<typeof instagramMedia>;

export const instagramMediaPage = graphList(instagramMedia);
export type InstagramMediaPage = z.infer<typeof instagramMediaPage>;

/** A page, with the professional account that is linked to it. */
export const linkedPage = z.object({
  access_token: z.string().nullish(),
  instagram_business_account: z.object({ id: identifier, username: word, name: word, followers_count: figure }).nullish(),
});

const shortToken = z.object({ access_token: z.string().min(1) });
/** Two of Meta's pages show two forms. */
export const instagramShortToken = z.union([shortToken, z.object({ data: z.array(shortToken).min(1) }).transform(({ data: [first] }) => first ?? { access_token: '' })]);

const permissions = z.union([z.array(z.string()), z.string().transform((list) => list.split(',').map((name) => name.trim()).filter((name) => name !== ''))]);
export const instagramLongToken = z.object({ access_token: z.string().min(1), expires_in: z.number().positive(), permissions: permissions.nullish().catch(null) });

/** How the sign-in of Instagram refuses: unlike everything else of Meta. */
export const instagramSignInError = z.object({ error_message: z.string() });
