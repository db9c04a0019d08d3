import { addDays, type Days, type PlanEntry } from '@portee/shared';
import type { EntityManager } from 'typeorm';
import type { Channel } from '../channels/channel.entity.js';
import { assembleCalendar } from './assemble-calendar.js';
import { expectedPosts } from './expected-posts.js';
import type { PublishedPost } from './likeness.js';
import { matchPosts, type PlanLink } from './match-posts.js';
import { readParts } from './plan-calendar.service.js';
import type { PlannedRows } from './planned-span.query.js';
import { type HandLinkRow, handLinksOf, readHandLinks } from './post-links.query.js';
import { readPublishedPosts } from './read-published.js';

/** What a channel planned and published over a span, and which fills which. */
export interface LinkedSpan {
  appointments: PlannedRows['appointments'];
  entries: readonly PlanEntry[];
  posts: readonly PublishedPost[];
  links: readonly PlanLink[];
  said: readonly HandLinkRow[];
}

/** A post shortly before midnight may fill what was planned for the next day: the days around the span decide with it, and are left out of what is given. @param ofPlanned  nothing is asked where nothing is planned */
export async function linkSpan(manager: EntityManager, channel: Channel, { span, at, ofPlanned = false }: { span: Days; at: Date; ofPlanned?: boolean }): Promise<LinkedSpan> {
  const { organisationId, id: channelId } = channel;
  const around = { from: addDays(span.from, -1), to: addDays(span.to, 1) };
  const parts = await readParts(manager, { organisationId, span: around, channelId });
  const { entries } = assembleCalendar(parts);
  if (ofPlanned && entries.length === 0 && parts.appointments.length === 0) return { appointments: [], entries, posts: [], links: [], said: [] };
  const posts = await readPublishedPosts(manager, channel, { span: around, at });
  const said = await readHandLinks(manager, organisationId, channelId);
  const planned = expectedPosts(entries, new Map(parts.appointments.map(({ id, title }) => [id, title])));
  const { links } = matchPosts({ planned, published: posts, byHand: handLinksOf(said, entries) });
  const isWithin = (day: string): boolean => span.from <= day && day <= span.to;
  return { appointments: parts.appointments, entries: entries.filter(({ day }) => isWithin(day)), posts: posts.filter(({ localDay }) => isWithin(localDay)), links, said };
}
