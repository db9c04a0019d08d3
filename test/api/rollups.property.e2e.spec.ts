import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readChannelMonths } from '../../apps/api/src/insights/queries/channel-months.query.js';
import { checkRollups } from '../../apps/api/src/posts/check-rollups.js';
import type { LedgerChannel } from '../../apps/api/src/posts/ledger-channel.js';
import { RenewMonths } from '../../apps/api/src/posts/renew-months.sweep.js';
import { isLongTier } from '../support/exports.js';
import { addChannel, addOrganisation, type EntityManager, openLedger, reading, type TestLedger, write } from '../support/ledger.js';
import { anyStory, declareUnpaid, POSTS, writeBatch } from '../support/ledger-story.js';

const RUNS = isLongTier ? 600 : 30;

let ledger: TestLedger;
let organisation: { id: string; timeZone: string };
const tenant = <T>(work: (manager: EntityManager) => Promise<T>): Promise<T> => ledger.transaction.run(organisation.id, work);

const differences = (channel: LedgerChannel) => tenant(async (manager) => (await checkRollups(manager, organisation.id, channel)).differences);

beforeAll(async () => {
  ledger = await openLedger();
  organisation = await addOrganisation(ledger.transaction, 'centre');
});
afterAll(() => ledger.close());

describe('rollups', () => {
  it('say what the snapshots say, whatever was written and in whatever order', async () => {
    await fc.assert(
      fc.asyncProperty(anyStory, async ({ network, batches, unpaid }) => {
        const channel = await tenant((manager) => addChannel(manager, organisation, network));
        if (unpaid) await tenant((manager) => declareUnpaid(manager, { organisationId: organisation.id, channel }, unpaid));
        for (const given of batches) await tenant((manager) => writeBatch(manager, { organisationId: organisation.id, channel }, given));
        expect(await differences(channel)).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });

  it.each([
    { what: 'a settled figure', change: 'UPDATE post_stat SET reach = reach + 1 WHERE channel_id = $1', field: 'reach' },
    { what: 'a reason to leave a post out', change: `UPDATE post_stat SET ineligible = 'growing' WHERE channel_id = $1`, field: 'ineligible' },
    { what: 'a settled post that is gone', change: 'DELETE FROM post_stat WHERE channel_id = $1', field: 'row' },
    { what: 'the median of a month', change: `UPDATE channel_month SET figures = jsonb_set(figures, '{all,median}', '0.9') WHERE channel_id = $1`, field: 'all' },
    { what: 'a month that is gone', change: 'DELETE FROM channel_month WHERE channel_id = $1', field: 'row' },
  ])('tampered with are found: $what', async ({ change, field }) => {
    const channel = await tenant((manager) => addChannel(manager, organisation, 'facebook'));
    const posts = POSTS.map((id, index) => reading(id, `2025-03-0${index + 1}T10:00:00Z`, { figures: { reach: 60 + index, followers: 1000 } }));
    await tenant((manager) => write(manager, organisation.id, { channel, observedAt: '2025-04-20T10:00:00Z', posts }));
    expect(await differences(channel)).toEqual([]);
    await tenant((manager) => manager.query(change, [channel.id]));
    expect((await differences(channel)).map((one) => one.field)).toContain(field);
  });

  it('of an older method are read as they are, and made anew after a start', async () => {
    const channel = await tenant((manager) => addChannel(manager, organisation, 'facebook'));
    const posts = POSTS.map((id, index) => reading(id, `2025-0${index + 1}-05T10:00:00Z`, { figures: { reach: 60 + index, followers: 1000 } }));
    await tenant((manager) => write(manager, organisation.id, { channel, observedAt: '2025-08-20T10:00:00Z', posts }));
    const months = () => tenant((manager) => readChannelMonths(manager, { organisationId: organisation.id, channelIds: [channel.id], from: '2025-01', to: '2025-06' }));
    const made = await months();
    await tenant((manager) => manager.query(`UPDATE channel_month SET method_version = 1, figures = figures - 'rates' - 'interactions' WHERE channel_id = $1`, [channel.id]));
    expect((await months()).map(({ figures }) => [figures.all.posts, figures.rates.organic])).toEqual(made.map(({ figures }) => [figures.all.posts, []]));
    await new RenewMonths(ledger.transaction).sweep();
    expect(await months()).toEqual(made);
    expect(await differences(channel)).toEqual([]);
  });
});
