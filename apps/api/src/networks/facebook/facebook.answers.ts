import { z } from 'zod';
import { graphList, metaFigure as figure, metaIdentifier as identifier, metaWord as word } from '../core/meta-answers.js';
const summary = z.object({ summary: z.object({ total_count: figure }).nullish() }).nullish().catch(null);

export const facebookPage = z.object({ id: identifier, name: word, followers_count: figure, fan_count: figure });
export type FacebookPage = z.infer<typeof facebookPage>;

/** One value of a metric; with a breakdown, every day comes once for each of its values, which stands beside it as text. */
const insightValue = z.object({ value: figure, end_time: word, is_from_ads: figure, is_from_followers: figure });
export const facebookInsights = z.object({
  data: z.array(z.object({ name: z.string(), values: z.array(insightValue).nullish() })),
});
export type FacebookInsights = z.infer<typeof facebookInsights>;

export const facebookPost = z.object({
  id: identifier,
  created_time: figure,
  message: word,
  permalink_url: word,
  status_type: word,
  /** Post of which this one is a share. */
  parent_id: identifier.nullish().catch(null),
  attachments: z.object({ data: z.array(z.object({ media_type: word, type: word, url: word })) }).nullish().catch(null),
  /** Absent where nobody shared. */
  shares: z.object({ count: figure }).nullish().catch({ count: 'unreadable' }),
  comments: summary,
  reactions: summary,
  insights: facebookInsights.nullish(),
});
export type FacebookPost = z.infer<typeof facebookPost>;

export const facebookPosts = graphList(facebookPost);
export type FacebookPosts = z.infer<typeof facebookPosts>;

/** Posts by identifier alone. */
export const facebookPostIds = z.object({ data: z.array(z.object({ id: identifier })) });

/** A page that somebody opened, with its own token. */
export const facebookOpenedPage = z.object({ id: identifier, name: z.string(), access_token: z.string().nullish(), followers_count: figure });
