import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AnalysedSpan } from '../../apps/api/src/insights/analysed-post.js';
import { readAnalysedSpan } from '../../apps/api/src/insights/read-analysed-span.js';
import type { SpanQuery } from '../../apps/api/src/insights/span-days.js';
import type { LedgerChannel } from '../../apps/api/src/posts/ledger-channel.js';
import { markDeleted } from '../../apps/api/src/posts/mark-deleted.js';
import { isLongTier } from '../support/exports.js';
import { addChannel, addOrganisation, type EntityManager, openLedger, type TestLedger } from '../support/ledger.js';
import { anyStory, declareUnpaid, orderedStory, POSTS, STORY_DAYS, type StoryBatch, storyInstant, writeBatch } from '../support/ledger-story.js';

const numRuns = isLongTier ? 300 : 20;

let ledger: TestLedger;
let organisation: { id: string; timeZone: string };
const tenant = <T>(work: (manager: EntityManager) => Promise<T>): Promise<T> => ledger.transaction.run(organisation.id, work);
const spanOf = (channel: LedgerChannel, query: SpanQuery) => tenant((manager) => readAnalysedSpan(manager, { organisationId: organisation.id, id: channel.id }, query));

async function tell(given: { network: string; unpaid: string[] | null; batches: readonly StoryBatch[] }): Promise<LedgerChannel> {
  const channel = await tenant((manager) => addChannel(manager, organisation, given.network));
  const where = { organisationId: organisation.id, channel };
  if (given.unpaid) await tenant((manager) => declareUnpaid(manager, where, given.unpaid ?? []));
  for (const batch of given.batches) await tenant((manager) => writeBatch(manager, where, batch));
  return channel;
}

/** Posts by what two channels share of them: not their ids. */
function plain(span: AnalysedSpan) {
  return { ...span, channel: null, posts: span.posts.map((post) => ({ ...post, id: null })).toSorted((a, b) => (a.text ?? '').localeCompare(b.text ?? '')) };
}

beforeAll(async () => {
  ledger = await openLedger();
  organisation = await addOrganisation(ledger.transaction, 'centre');
});
afterAll(() => ledger.close());

describe('a span as of an instant', () => {
  it('later than everything read is the span as it stands, post by post', async () => {
    await fc.assert(fc.asyncProperty(anyStory, async (given) => {
      const channel = await tell(given);
      const at = storyInstant(STORY_DAYS + 1);
      const stored = await spanOf(channel, { at, from: '2025-09-01' });
      expect(await spanOf(channel, { at, asOf: at, from: '2025-09-01' })).toEqual(stored);
    }), { numRuns });
  });

  it('in the middle is the span of a ledger that never got the later readings', async () => {
    const gone = fc.array(fc.record({ externalId: fc.constantFrom(...POSTS), days: fc.nat({ max: STORY_DAYS }) }), { maxLength: 2 }).map((all) => all.toSorted((a, b) => a.days - b.days));
    await fc.assert(fc.asyncProperty(orderedStory, gone, fc.integer({ min: 5, max: STORY_DAYS * 4 }), async (given, deletions, quarter) => {
      const asOf = storyInstant(quarter / 4);
      const whole = await tell(given);
      const early = await tell({ ...given, batches: given.batches.filter(({ observedAt }) => new Date(observedAt) <= asOf) });
      for (const { externalId, days } of deletions) {
        const at = storyInstant(days);
        for (const channel of at <= asOf ? [whole, early] : [whole]) await tenant((manager) => markDeleted(manager, organisation.id, { channel, externalIds: [externalId], at }));
      }
      expect(plain(await spanOf(whole, { at: storyInstant(STORY_DAYS + 1), asOf }))).toEqual(plain(await spanOf(early, { at: asOf })));
    }), { numRuns });
  });
});
