import { postFormats } from '@portee/shared';
import fc from 'fast-check';
import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listNetworks } from '../../apps/api/src/networks/registry.js';
import { checkRollups } from '../../apps/api/src/posts/check-rollups.js';
import type { LedgerChannel } from '../../apps/api/src/posts/ledger-channel.js';
import { isLongTier } from '../support/exports.js';
import { addChannel, addOrganisation, type EntityManager, openLedger, reading, type TestLedger, write } from '../support/ledger.js';

const RUNS = isLongTier ? 600 : 30;
const DAY_MS = 86_400_000;
/** Around a change of definition, a change of clocks and the turn of a month, in Brussels. */
const START = Date.UTC(2025, 9, 1);
const POSTS = ['a', 'b', 'c', 'd', 'e', 'f'] as const;

let ledger: TestLedger;
let organisation: { id: string; timeZone: string };
const tenant = <T>(work: (manager: EntityManager) => Promise<T>): Promise<T> => ledger.transaction.run(organisation.id, work);

/** Instants on a coarse grid, so that equal ones, exact final ages and midnights happen. */
const instant = (days: number) => fc.integer({ min: 0, max: days * 4 }).map((quarter) => new Date(START + (quarter * DAY_MS) / 4).toISOString());
const day = fc.integer({ min: -10, max: 75 }).map((offset) => new Date(START + offset * DAY_MS).toISOString().slice(0, 10));
const figure = fc.option(fc.integer({ min: 0, max: 400 }), { freq: 3 });

const post = fc.record({
  externalId: fc.constantFrom(...POSTS), publishedAt: instant(60), format: fc.option(fc.constantFrom(...postFormats)), paid: fc.option(fc.boolean()),
  isShare: fc.boolean(), isDeleted: fc.nat({ max: 9 }).map((chance) => chance === 0), ownInstant: fc.option(instant(160)),
  figures: fc.record({
    followers: fc.option(fc.integer({ min: 40, max: 300 })), reach: figure, reachOrganic: figure, reachFollowers: figure, views: figure,
    viewsFollowers: figure, likes: figure, shares: figure, comments: figure, saves: figure, clicks: figure,
  }),
});
const batch = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('posts' as const), observedAt: instant(160), source: fc.constantFrom('api', 'file', 'hand', 'demo'), posts: fc.array(post, { minLength: 1, maxLength: 8 }) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('followers' as const), observedAt: instant(160), source: fc.constantFrom('api', 'file', 'hand'), days: fc.array(fc.record({ day, followers: fc.integer({ min: 40, max: 300 }) }), { minLength: 1, maxLength: 5 }) }) },
);
type Batch = typeof batch extends fc.Arbitrary<infer B> ? B : never;
const story = fc.record({
  network: fc.constantFrom(...listNetworks().map(({ network }) => network)),
  batches: fc.array(batch, { minLength: 1, maxLength: 8 }),
  unpaid: fc.option(fc.tuple(day, day).map((ends) => ends.toSorted())),
});

async function writeBatch(manager: EntityManager, channel: LedgerChannel, given: Batch): Promise<void> {
  const { observedAt, source } = given;
  if (given.kind === 'followers') return void (await write(manager, organisation.id, { channel, observedAt, source, followers: given.days }));
  const posts = given.posts.map(({ externalId, publishedAt, isDeleted, ownInstant, ...rest }) =>
    reading(externalId, publishedAt, { ...rest, deletedAt: isDeleted ? new Date(observedAt) : null, observedAt: ownInstant === null ? null : new Date(ownInstant) }));
  await write(manager, organisation.id, { channel, observedAt, source, posts });
}

async function declareUnpaid(manager: EntityManager, channel: LedgerChannel, [from, to]: readonly string[]): Promise<void> {
  await manager.query(`INSERT INTO unpaid_period (organisation_id, channel_id, id, from_day, to_day, declared_by) VALUES ($1, $2, $3, $4, $5, 'owner')`, [organisation.id, channel.id, newId(), from, to]);
}

const differences = (channel: LedgerChannel) => tenant(async (manager) => (await checkRollups(manager, organisation.id, channel)).differences);

beforeAll(async () => {
  ledger = await openLedger();
  organisation = await addOrganisation(ledger.transaction, 'centre');
});
afterAll(() => ledger.close());

describe('rollups', () => {
  it('say what the snapshots say, whatever was written and in whatever order', async () => {
    await fc.assert(
      fc.asyncProperty(story, async ({ network, batches, unpaid }) => {
        const channel = await tenant((manager) => addChannel(manager, organisation, network));
        if (unpaid) await tenant((manager) => declareUnpaid(manager, channel, unpaid));
        for (const given of batches) await tenant((manager) => writeBatch(manager, channel, given));
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
});
