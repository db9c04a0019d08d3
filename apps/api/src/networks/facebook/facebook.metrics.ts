import type { Measure } from '@portee/shared';
import { z } from 'zod';
import type { JsonValue, MeasureRefusal } from '../core/network-connector.js';

type RefusalReason = MeasureRefusal['reason'];

/** Metrics of a page, a value a day, and what each of them measures. */
export const pageMetrics = {
  page_follows: 'followers', page_total_media_view_unique: 'reach', page_media_view: 'views', page_views_total: 'visits',
} as const satisfies Readonly<Record<string, Measure>>;

/** Metrics of a post over its life. */
export const postMetrics = {
  post_total_media_view_unique: 'reach', post_media_view: 'views', post_clicks: 'clicks', post_video_views: 'videoViews', post_video_view_time: 'watchTimeSeconds',
} as const satisfies Readonly<Record<string, Measure>>;

/** In the place of the totals that only `pages_read_user_content` opens. */
export const reactionMetrics = { post_reactions_by_type_total: 'likes', post_activity_by_action_type: 'comments' } as const satisfies Readonly<Record<string, Measure>>;

/** Fields of a post that are figures. */
export const postFields = { reactions: 'likes', comments: 'comments', shares: 'shares' } as const satisfies Readonly<Record<string, Measure>>;

/** Ways of parting the views of a post. */
export const viewBreakdowns = { is_from_ads: 'viewsPaid', is_from_followers: 'viewsFollowers' } as const satisfies Readonly<Record<string, Measure>>;

const measuresByName: ReadonlyMap<string, Measure> = new Map(Object.entries({ ...pageMetrics, ...postMetrics, ...reactionMetrics, ...postFields, ...viewBreakdowns }));

/** What is known of the metrics of one level: the day they were all tried, and those that were refused. */
export interface Probed {
  /** null: to be tried again soon. */
  day: string | null;
  refused: Readonly<Record<string, RefusalReason>>;
}

/** What is remembered of a page between collections. */
export interface FacebookMemory {
  page: Probed | null;
  post: Probed | null;
  /** Whether totals of reactions and comments may be read; null: not tried. */
  readsTotals: boolean | null;
  /** What stands before the underscore in the identifiers of its posts; null: the identifier of the page. */
  prefix: string | null;
}

const probed = z.object({ day: z.string().nullable(), refused: z.record(z.string(), z.enum(['withdrawn', 'permission-missing', 'too-few-followers'])) }).nullable().catch(null);
const remembered = z.object({ page: probed, post: probed, readsTotals: z.boolean().nullable().catch(null), prefix: z.string().nullable().catch(null) });

const NOTHING: FacebookMemory = { page: null, post: null, readsTotals: null, prefix: null };

export function readMemory(memory: JsonValue): FacebookMemory {
  return remembered.safeParse(memory).data ?? NOTHING;
}

export function keepMemory({ page, post, readsTotals, prefix }: FacebookMemory): JsonValue {
  const kept = (level: Probed | null) => level && { day: level.day, refused: { ...level.refused } };
  return { page: kept(page), post: kept(post), readsTotals, prefix };
}

/** Those of the names that nobody has refused. */
export function living(names: readonly string[], known: Probed | null): string[] {
  return names.filter((name) => known?.refused[name] === undefined);
}

/** The refused ones among the names, as measures. */
export function refusals(names: readonly string[], known: Probed | null): MeasureRefusal[] {
  return names.flatMap((name) => {
    const reason = known?.refused[name];
    const measure = measuresByName.get(name);
    return reason === undefined || measure === undefined ? [] : [{ measure, name, reason }];
  });
}
