import type { PlanEntry } from '@portee/shared';
import type { AnalysedPost } from '../insights/analysed-post.js';
import type { ExpectedPost, PublishedPost } from './likeness.js';

/** Entries of a calendar as published posts are matched with them. @param titles  names of appointments, by their id */
export function expectedPosts(entries: readonly PlanEntry[], titles: ReadonlyMap<string, string>): ExpectedPost[] {
  return entries.map(({ key, channelId, instant, day, format, title, appointmentId }) => ({ id: key, channelId, at: new Date(instant), day, format, title, series: titles.get(appointmentId ?? '') ?? null }));
}

export function publishedPosts(posts: readonly AnalysedPost[], channelId: string): PublishedPost[] {
  return posts.map(({ id, publishedAt, localDay, format, series, text }) => ({ id, channelId, publishedAt, localDay, format, series, text }));
}
