import type { InsightQuery } from '@portee/shared';
import type { EntityManager } from 'typeorm';
import { ChannelError } from '../channels/channel-error.js';
import type { TenantTransaction } from '../database/tenant-transaction.js';
import { networkOf } from '../networks/registry.js';
import type { SpanHead } from './analysed-post.js';
import { type StoredSettings, readStoredSettings } from './queries/analysis-settings.query.js';
import { readMeasuredChannels } from './queries/measured-channels.query.js';
import type { SpanPlace } from './queries/span-posts.query.js';
import { spanDays } from './span-days.js';

/** A question about spans: whose, of which channels and days, and when it is asked. */
export interface SpanQuestion {
  organisationId: string;
  query: InsightQuery;
  at: Date;
}

/** A channel's span, before its posts are read. */
export interface AskedSpan {
  manager: EntityManager;
  head: SpanHead;
  place: SpanPlace;
  settings: StoredSettings;
}

/**
 * The same question of every channel, or of the one named, in the order of their names. A span without a day has no answer:
 * one asked from its end to its beginning, or from a day to come.
 * @throws ChannelError channel-not-found
 */
export function eachSpan<T>(transaction: TenantTransaction, { organisationId, query, at }: SpanQuestion, answer: (span: AskedSpan) => Promise<T>): Promise<T[]> {
  return transaction.run(organisationId, async (manager) => {
    const channels = await readMeasuredChannels(manager, organisationId, query.channelId);
    if (query.channelId !== undefined && channels.length === 0) throw new ChannelError('channel-not-found');
    const settings = await readStoredSettings(manager, organisationId);
    const answers: T[] = [];
    for (const { id, name, network, timeZone } of channels) {
      const { definitionDays, ...days } = spanDays({ network, timeZone }, { at, from: query.from, to: query.to });
      if (days.since > days.until) continue;
      const head = { channel: { id, name, network, timeZone, givesReach: networkOf(network).givesReach }, ...days };
      const place = { organisationId, channelId: id, days: { from: days.since, to: days.until }, definitionDays, at };
      answers.push(await answer({ manager, head, place, settings }));
    }
    return answers;
  });
}
