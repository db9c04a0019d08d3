import type { InsightQuery } from '@portee/shared';
import type { EntityManager } from 'typeorm';
import { findChannel } from '../channels/channels.service.js';
import type { TenantTransaction } from '../database/tenant-transaction.js';
import type { AnalysedSpan } from './analysed-post.js';
import { readMeasuredChannels } from './queries/measured-channels.query.js';
import { readAnalysedSpan } from './read-analysed-span.js';

/** A question about spans: whose, of which channels and days, and when it is asked. */
export interface SpanQuestion {
  organisationId: string;
  query: InsightQuery;
  at: Date;
}

/**
 * The same question of every channel, or of the one named, by name; a span without a day, asked from its end to its beginning or from a day to come, has no answer.
 * @throws ChannelError channel-not-found
 */
export function eachSpan<T>(transaction: TenantTransaction, { organisationId, query, at }: SpanQuestion, answer: (span: AnalysedSpan, manager: EntityManager) => T | Promise<T>): Promise<T[]> {
  return transaction.run(organisationId, async (manager) => {
    if (query.channelId !== undefined) await findChannel(manager, organisationId, query.channelId);
    const answers: T[] = [];
    for (const channel of await readMeasuredChannels(manager, organisationId, query.channelId)) {
      const span = await readAnalysedSpan(manager, channel, { at, from: query.from, to: query.to });
      if (span.since <= span.until) answers.push(await answer(span, manager));
    }
    return answers;
  });
}
