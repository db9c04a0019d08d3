import { addDays, type Measure } from '@portee/shared';
import { z } from 'zod';
import type { JsonValue, MeasureRefusal } from '../core/network-connector.js';

type RefusalReason = MeasureRefusal['reason'];

/** Through which door an account is read. `facebook`: by its page; `instagram`: by itself. */
export type DoorName = 'facebook' | 'instagram';

/** Where media are listed. */
export type Edge = 'media' | 'stories';

/** Metrics that posts and reels share, and what each of them measures. Organic views alone: advertisements are left out. */
const mediaMetrics = { reach: 'reach', views: 'views', saved: 'saves', shares: 'shares' } as const satisfies Readonly<Record<string, Measure>>;
/** Replies are left out: in Europe they are always 0, which measures nothing. */
const storyMetrics = { reach: 'reach', views: 'views', shares: 'shares' } as const satisfies Readonly<Record<string, Measure>>;
/** Through a page only. */
const pageStoryMetrics = { link_clicks: 'clicks' } as const satisfies Readonly<Record<string, Measure>>;
/** Fields of a media that are figures. */
const mediaFields = { like_count: 'likes', comments_count: 'comments' } as const satisfies Readonly<Record<string, Measure>>;
/** Refused for everything but reels. */
export const WATCH_TIME = 'ig_reels_video_view_total_time';

const measuresByName: ReadonlyMap<string, Measure> = new Map(Object.entries({ ...mediaMetrics, ...mediaFields, ...pageStoryMetrics, [WATCH_TIME]: 'watchTimeSeconds' }));

/** What is asked of every media of an edge. */
export function metricsOf(edge: Edge, door: DoorName): string[] {
  if (edge === 'media') return Object.keys(mediaMetrics);
  return Object.keys(door === 'facebook' ? { ...storyMetrics, ...pageStoryMetrics } : storyMetrics);
}

/** Refused names are tried again after so many days. */
const TRY_AGAIN_DAYS = 7;

/** What is remembered of an account between collections: the metrics refused, and the day on which the first of them was. */
export interface InstagramMemory {
  day: string | null;
  refused: Readonly<Record<string, RefusalReason>>;
}

const remembered = z.object({ day: z.iso.date(), refused: z.record(z.string(), z.enum(['withdrawn', 'permission-missing', 'too-few-followers'])) });
const NOTHING: InstagramMemory = { day: null, refused: {} };

export function readMemory(memory: JsonValue, today: string): InstagramMemory {
  const known = remembered.safeParse(memory).data;
  if (known === undefined || addDays(known.day, TRY_AGAIN_DAYS) <= today) return NOTHING;
  // People give a permission back without telling Portée.
  return { ...known, refused: Object.fromEntries(Object.entries(known.refused).filter(([, reason]) => reason !== 'permission-missing')) };
}

export function keepMemory({ day, refused }: InstagramMemory): JsonValue {
  return { day, refused: { ...refused } };
}

export function refuse(memory: InstagramMemory, names: readonly string[], how: { reason: RefusalReason; today: string }): InstagramMemory {
  return { day: memory.day ?? how.today, refused: { ...memory.refused, ...Object.fromEntries(names.map((name) => [name, how.reason])) } };
}

export function living(names: readonly string[], { refused }: InstagramMemory): string[] {
  return names.filter((name) => refused[name] === undefined);
}

/** Refused metrics, as measures. */
export function refusals({ refused }: InstagramMemory): MeasureRefusal[] {
  return Object.entries(refused).flatMap(([name, reason]) => {
    const measure = measuresByName.get(name);
    return measure === undefined ? [] : [{ measure, name, reason }];
  });
}
