import type { InsightQuery } from '@portee/shared';
import type { EntityManager } from 'typeorm';
import { ChannelError } from '../channels/channel-error.js';
import { networkOf } from '../networks/registry.js';
import type { SpanHead } from './analysed-post.js';
import { readMeasuredChannels } from './queries/measured-channels.query.js';
import type { SpanPlaces } from './queries/span-posts.query.js';
import { spanDays } from './span-days.js';

/** The spans that a question is about, before their posts are read. */
export interface AskedSpans extends SpanPlaces {
  /** One a channel, in the order of their names. */
  heads: readonly SpanHead[];
}

/**
 * The same days of every channel, or of the one named. A span without a day has no answer: one asked from its end to its beginning, or from a day to come.
 * @param at  now
 * @throws ChannelError channel-not-found
 */
export async function readAskedSpans(manager: EntityManager, organisationId: string, { query, at }: { query: InsightQuery; at: Date }): Promise<AskedSpans> {
  const channels = await readMeasuredChannels(manager, organisationId, query.channelId);
  if (query.channelId !== undefined && channels.length === 0) throw new ChannelError('channel-not-found');
  const spans = channels.map((channel) => ({ channel, ...spanDays(channel, { at, from: query.from, to: query.to }) })).filter(({ since, until }) => since <= until);
  return {
    organisationId, at,
    heads: spans.map(({ channel: { id, name, network, timeZone }, since, until, cutAt, seams }) => ({ channel: { id, name, network, timeZone, givesReach: networkOf(network).givesReach }, since, until, cutAt, seams })),
    places: spans.map(({ channel, since, until, definitionDays }) => ({ channelId: channel.id, days: { from: since, to: until }, definitionDays })),
  };
}
