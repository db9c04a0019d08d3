import { z } from 'zod';
import { searchWords } from '../metrics/search-words.js';
import { clockTime } from './plan-calendar.contract.js';
import { objective } from './plan-objective.contract.js';
import { planLineKinds } from './choices.js';
import { postFormat } from './post.contract.js';
import { day, uuid } from './primitives.contract.js';

/** How many of each kind are shown; how many more there are is told. */
export const MAX_FOUND = 8;

/** Words, all of which must stand in what is found; accents and case ignored. */
export const searchQuery = z.object({
  q: z.string().overwrite((text) => text.replace(/\p{Cc}+/gu, ' ')).trim().min(2, { abort: true }).max(100, { abort: true }).refine((text) => searchWords(text).length > 0, { error: 'no-word' }),
});
export type SearchQuery = z.infer<typeof searchQuery>;

const group = <Item extends z.ZodType>(item: Item) => z.object({ items: z.array(item).max(MAX_FOUND), total: z.number().int() });

/** `excerpt` is the part of the text that the first word stands in, `note` of a longer one likewise. */
export const foundPost = z.object({ id: uuid, channelId: uuid, day, time: clockTime, format: postFormat.nullable(), excerpt: z.string() });
export const foundChannel = z.object({ id: uuid, network: z.string(), name: z.string(), audience: z.string().nullable() });
const planned = { id: uuid, title: z.string(), role: z.string().nullable(), note: z.string().nullable() };
export const foundLine = z.object({ ...planned, channelId: uuid.nullable(), kind: z.enum(planLineKinds), fromDay: day, toDay: day.nullable() });
export const foundAppointment = z.object({ ...planned, channelId: uuid, weekday: z.number().int(), time: clockTime, fromDay: day, toDay: day.nullable() });
export const foundPlannedPost = z.object({ ...planned, channelId: uuid, day, time: clockTime });
export const foundObjective = objective.pick({ id: true, channelId: true, quarter: true, measure: true, target: true });

/** What an organisation has under some words: of each kind the first ones, and how many there are. */
export const searchResults = z
  .object({
    /** The latest first. */
    posts: group(foundPost),
    channels: group(foundChannel),
    /** Those that began last first. */
    lines: group(foundLine),
    appointments: group(foundAppointment),
    /** The latest day first. */
    plannedPosts: group(foundPlannedPost),
    /** Of channels of that name, or of a quarter, `2026-Q4`; the latest quarter first. */
    objectives: group(foundObjective),
  })
  .meta({ id: 'SearchResults' });
export type SearchResults = z.infer<typeof searchResults>;
