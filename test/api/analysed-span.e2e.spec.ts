import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readAnalysedSpan, type SpanQuery } from '../../apps/api/src/insights/read-analysed-span.js';
import type { LedgerChannel } from '../../apps/api/src/posts/ledger-channel.js';
import { addChannel, addOrganisation, openLedger, reading, type TestLedger, write } from '../support/ledger.js';

const NOW = new Date('2026-11-29T10:00:00Z');

let ledger: TestLedger;
let organisation: { id: string; timeZone: string };
let channel: LedgerChannel;
let count = 0;

const writing = (request: Omit<Parameters<typeof write>[2], 'channel'>) => ledger.transaction.run(organisation.id, (manager) => write(manager, organisation.id, { channel, ...request }));
const spanOf = (query: Partial<SpanQuery> = {}) => ledger.transaction.run(organisation.id, (manager) => readAnalysedSpan(manager, { organisationId: organisation.id, id: channel.id }, { at: NOW, ...query }));
async function enter(network: string): Promise<void> {
  count += 1;
  organisation = await addOrganisation(ledger.transaction, `centre-${count}`);
  channel = await ledger.transaction.run(organisation.id, (manager) => addChannel(manager, organisation, network));
}

beforeAll(async () => {
  ledger = await openLedger();
});
afterAll(() => ledger.close());
beforeEach(() => enter('instagram'));

describe('the posts of a span', () => {
  it('are those of the 24 months that end today, the oldest first, with their figures', async () => {
    const posts = [
      reading('before', '2024-11-28T10:00:00Z'), reading('first', '2024-11-29T10:00:00Z'), reading('last', '2026-11-29T09:00:00Z'),
      reading('middle', '2025-06-01T19:10:00Z', { figures: { reach: 120, followers: 1000, likes: 7 }, authorRole: 'bibliothèque' }),
    ];
    await writing({ observedAt: '2026-11-29T09:30:00Z', posts });
    const span = await spanOf();
    expect(span).toMatchObject({ since: '2024-11-29', until: '2026-11-29', cutAt: null, channel: { network: 'instagram', timeZone: 'Europe/Brussels', givesReach: true } });
    expect(span.posts.map(({ text }) => text)).toEqual(['publication first', 'publication middle', 'publication last']);
    expect(span.posts[1]).toMatchObject({ localDay: '2025-06-01', hour: 21, weekday: 'sun', band: 'night', reach: 120, followers: 1000, likes: 7, authorRole: 'bibliothèque', ineligible: null });
  });
});
