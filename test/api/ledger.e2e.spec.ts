import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { checkRollups } from '../../apps/api/src/posts/check-rollups.js';
import type { LedgerChannel } from '../../apps/api/src/posts/ledger-channel.js';
import { POST_STAT_COLUMNS, type PostStatRow } from '../../apps/api/src/posts/post-stat-row.js';
import { writeReadings } from '../../apps/api/src/posts/write-readings.js';
import { addChannel, addOrganisation, each, type EntityManager, openLedger, reading, type TestLedger, write } from '../support/ledger.js';

let ledger: TestLedger;
let organisation: { id: string; timeZone: string };
let channel: LedgerChannel;
let count = 0;

const tenant = <T>(work: (manager: EntityManager) => Promise<T>): Promise<T> => ledger.transaction.run(organisation.id, work);
const writing = (request: Omit<Parameters<typeof write>[2], 'channel'>) => tenant((manager) => write(manager, organisation.id, { channel, ...request }));

async function settled(): Promise<PostStatRow[]> {
  return tenant((manager) => manager.query(`SELECT ${POST_STAT_COLUMNS} FROM post_stat s ORDER BY s.published_at`));
}

async function backend(manager: EntityManager): Promise<number> {
  const [row] = await manager.query<{ pid: number }[]>('SELECT pg_backend_pid() AS pid');
  return row?.pid ?? 0;
}

beforeAll(async () => {
  ledger = await openLedger();
});
afterAll(() => ledger.close());
beforeEach(async () => {
  count += 1;
  organisation = await addOrganisation(ledger.transaction, `centre-${count}`);
  channel = await tenant((manager) => addChannel(manager, organisation, 'facebook'));
});

describe('the single writer', () => {
  it('changes nothing when the same readings come twice', async () => {
    const request = { observedAt: '2025-03-20T10:00:00Z', posts: [reading('1', '2025-03-01T10:00:00Z', { figures: { reach: 60, followers: 1000 } })] };
    expect(await writing(request)).toEqual({ postsNew: 1, postsKnown: 0, snapshotsNew: 1, unchanged: 0, channelDaysNew: 1 });
    expect(await writing(request)).toEqual({ postsNew: 0, postsKnown: 1, snapshotsNew: 0, unchanged: 1, channelDaysNew: 0 });
    expect(await settled()).toHaveLength(1);
  });

  it('takes equal figures of a later day as the proof that the post is settled, once', async () => {
    const posts = [reading('1', '2025-03-01T10:00:00Z', { figures: { reach: 60, followers: 1000 } })];
    await writing({ observedAt: '2025-03-04T10:00:00Z', posts });
    expect(await settled()).toMatchObject([{ isFinal: false, ineligible: 'growing' }]);
    expect((await writing({ observedAt: '2025-03-10T10:00:00Z', posts })).snapshotsNew).toBe(1);
    expect(await settled()).toMatchObject([{ isFinal: true, ineligible: null }]);
    expect((await writing({ observedAt: '2025-04-10T10:00:00Z', posts })).snapshotsNew).toBe(0);
  });

  it('never lets an older download become the latest', async () => {
    await writing({ observedAt: '2025-03-05T10:00:00Z', posts: [reading('1', '2025-03-04T10:00:00Z', { text: 'neuf', figures: { reach: 90, followers: 1000 } })] });
    await writing({ observedAt: '2025-03-04T18:00:00Z', posts: [reading('1', '2025-03-04T10:00:00Z', { text: 'vieux', figures: { reach: 40, followers: 1000 } })] });
    expect(await settled()).toMatchObject([{ reach: 90, isFinal: false }]);
    const [post] = await tenant((manager) => manager.query<{ text: string }[]>('SELECT text FROM post'));
    expect(post?.text).toBe('neuf');
  });

  it('keeps the definition day of a post whose hour an older download tells otherwise', async () => {
    await writing({ observedAt: '2025-03-05T10:00:00Z', posts: [reading('1', '2025-03-04T10:00:00Z', { figures: { reach: 90 } })] });
    await writing({ observedAt: '2025-03-04T18:00:00Z', posts: [reading('1', '2025-03-03T10:00:00Z', { figures: { reach: 40 } })] });
    const days = await tenant((manager) => manager.query<{ day: string }[]>('SELECT DISTINCT definition_day::text AS day FROM post_snapshot'));
    expect(days).toEqual([{ day: '2025-03-04' }]);
  });

  it('counts and writes only the posts of the channels that are named: a file may speak of others', async () => {
    const outcome = await tenant((manager) => writeReadings(manager, {
      origin: { organisationId: organisation.id, originId: newId(), source: 'file', remembersReplaced: false }, observedAt: new Date('2025-04-01T10:00:00Z'),
      posts: each([1, 2, 2].map((channelNumber, index) => ({ channelNumber, reading: reading(`p${index}`, '2025-03-01T10:00:00Z') }))),
      channels: () => Promise.resolve(new Map([[1, channel]])),
    }));
    expect(outcome).toEqual({ postsNew: 1, postsKnown: 0, snapshotsNew: 1, unchanged: 0, channelDaysNew: 0 });
  });

  it('lets one reading of several of an instant stand, the last, and the newest describe the post', async () => {
    const at = (hour: number, text: string, reach: number) => reading('1', '2025-03-01T10:00:00Z', { text, observedAt: new Date(Date.UTC(2025, 3, 1, hour)), figures: { reach } });
    const outcome = await writing({ observedAt: '2025-04-02T10:00:00Z', posts: [at(12, 'deux', 50), at(10, 'un', 40), at(12, 'trois', 60)] });
    expect(outcome).toMatchObject({ postsNew: 1, postsKnown: 0, snapshotsNew: 2, unchanged: 0 });
    expect(await tenant((manager) => manager.query('SELECT p.text, s.reach FROM post p JOIN post_snapshot s ON s.post_id = p.id ORDER BY s.observed_at'))).toEqual([
      { text: 'trois', reach: 40 }, { text: 'trois', reach: 60 },
    ]);
  });

  it('keeps batches of one transaction apart', async () => {
    const outcomes = await tenant(async (manager) => {
      const first = await write(manager, organisation.id, { channel, observedAt: '2025-04-01T10:00:00Z', posts: [reading('1', '2025-03-01T10:00:00Z')] });
      const second = await write(manager, organisation.id, { channel, observedAt: '2025-04-01T10:00:00Z', posts: [reading('2', '2025-03-01T10:00:00Z')] });
      return [first, second];
    });
    expect(outcomes).toMatchObject([{ postsNew: 1, postsKnown: 0, snapshotsNew: 1 }, { postsNew: 1, postsKnown: 0, snapshotsNew: 1 }]);
  });

  it('leaves nothing of a batch on the connection, which serves another organisation next: neither applied nor given up', async () => {
    const own = new Error('given up');
    const posts = [reading('1', '2025-03-01T10:00:00Z')];
    const ends = [
      (manager: EntityManager) => write(manager, organisation.id, { channel, observedAt: '2025-04-01T10:00:00Z', posts }),
      async (manager: EntityManager) => { await write(manager, organisation.id, { channel, observedAt: '2025-04-02T10:00:00Z', posts }); throw own; },
    ];
    for (const end of ends) {
      const connection = await tenant(async (manager) => (await Promise.all([backend(manager), end(manager)]))[0]).catch((error: unknown) => { if (error !== own) throw error; return null; });
      const left = await ledger.transaction.run(newId(), async (manager) => ({
        connection: await backend(manager), posts: await manager.query<unknown[]>('SELECT * FROM staged_post'), readings: await manager.query<unknown[]>('SELECT * FROM staged_reading'),
      }));
      expect(left).toEqual({ connection: connection ?? left.connection, posts: [], readings: [] });
    }
  });

  it('makes the months anew that a batch touches, however many and far apart, and leaves those between', async () => {
    const months = Array.from({ length: 30 }, (_, index) => new Date(Date.UTC(2022, index, 10)).toISOString());
    await writing({ observedAt: '2025-01-01T10:00:00Z', posts: months.map((publishedAt, index) => reading(`p${index}`, publishedAt, { figures: { reach: 60, followers: 1000 } })) });
    await writing({ observedAt: '2025-01-02T10:00:00Z', source: 'api', posts: ['2022-01-11T10:00:00Z', '2024-06-11T10:00:00Z'].map((publishedAt) => reading(publishedAt, publishedAt, { figures: { reach: 80 } })) });
    const check = await tenant((manager) => checkRollups(manager, organisation.id, channel));
    expect(check).toEqual({ posts: 32, months: 30, differences: [] });
  });

  it('judges a post by its first reading at or after seven days, not by a later one', async () => {
    channel = await tenant((manager) => addChannel(manager, organisation, 'instagram'));
    for (const [observedAt, reach] of [['2025-03-09T10:00:00Z', 100], ['2025-05-01T10:00:00Z', 130]] as const) {
      await writing({ observedAt, posts: [reading('1', '2025-03-01T10:00:00Z', { figures: { reach, followers: 1000 } })] });
    }
    expect(await settled()).toMatchObject([{ reach: 100, isFinal: true }]);
  });

  it('keeps the highest reading of a reach that fades, up to the one that settles it', async () => {
    const at = (observedAt: string, reach: number) => writing({ observedAt, source: 'api', posts: [reading('1', '2026-09-01T10:00:00Z', { figures: { reach, followers: 1000 } })] });
    await at('2026-09-02T10:00:00Z', 80);
    await at('2026-09-04T10:00:00Z', 95);
    await at('2026-09-08T11:00:00Z', 70);
    await at('2026-09-20T11:00:00Z', 200);
    expect(await settled()).toMatchObject([{ reach: 95, isFinal: true, ineligible: null }]);
  });

  it('estimates followers from the earliest count where none was read before, and says so', async () => {
    await writing({ observedAt: '2025-04-01T10:00:00Z', posts: [reading('1', '2025-03-01T10:00:00Z', { figures: { reach: 60 } })] });
    expect(await settled()).toMatchObject([{ followers: null, ineligible: 'no-followers' }]);
    await writing({ observedAt: '2025-04-02T10:00:00Z', source: 'hand', followers: [{ day: '2025-04-02', followers: 1200 }] });
    expect(await settled()).toMatchObject([{ followers: 1200, followersEstimated: true, ineligible: null }]);
    // Corrected on the same day: what was estimated from it follows.
    await writing({ observedAt: '2025-04-02T12:00:00Z', source: 'hand', followers: [{ day: '2025-04-02', followers: 1250 }] });
    expect(await settled()).toMatchObject([{ followers: 1250, followersEstimated: true }]);
    await writing({ observedAt: '2025-04-03T10:00:00Z', source: 'hand', followers: [{ day: '2025-02-20', followers: 1100 }] });
    expect(await settled()).toMatchObject([{ followers: 1100, followersEstimated: false }]);
  });

  it('tells days and hours in the zone of the channel', async () => {
    await writing({ observedAt: '2025-04-20T10:00:00Z', posts: [reading('w', '2025-03-29T23:30:00Z', {}), reading('s', '2025-03-30T22:30:00Z', {})] });
    const rows = await tenant((manager) => manager.query<unknown[]>(`SELECT local_day::text AS day, local_minute AS minute FROM post_stat ORDER BY published_at`));
    expect(rows).toEqual([{ day: '2025-03-30', minute: 30 }, { day: '2025-03-31', minute: 30 }]);
  });

  it('shows nothing of one organisation to another, whatever is asked', async () => {
    await writing({ observedAt: '2025-04-01T10:00:00Z', posts: [reading('1', '2025-03-01T10:00:00Z', { figures: { reach: 60, followers: 1000 } })] });
    const stranger = await addOrganisation(ledger.transaction, `stranger-${count}`);
    for (const table of ['post', 'post_snapshot', 'post_stat', 'channel', 'channel_snapshot', 'channel_month']) {
      const rows = await ledger.transaction.run(stranger.id, (manager) => manager.query<unknown[]>(`SELECT * FROM ${table}`));
      expect(rows, table).toEqual([]);
    }
  });
});
