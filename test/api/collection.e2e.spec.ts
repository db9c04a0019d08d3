import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { checkRollups } from '../../apps/api/src/posts/check-rollups.js';
import { inventCentre } from '../networks/invented-centre.js';
import { type MastodonStandIn, startMastodonStandIn } from '../networks/mastodon.stand-in.js';
import { type ConnectedChannel, type PlayedClock, anyName, connect, lookAt, openCollector, playedClock, readingsOf } from '../support/collecting.js';
import { addOrganisation, openLedger, type TestLedger } from '../support/ledger.js';

let ledger: TestLedger;
let clock: PlayedClock;
let server: MastodonStandIn;
let worker: ReturnType<typeof openCollector>;

beforeAll(async () => { ledger = await openLedger(); });
afterAll(() => ledger.close());
beforeEach(async () => {
  clock = playedClock('2026-11-23T11:00:00Z');
  worker = openCollector(ledger, clock.now);
  server = await open();
});
afterEach(async () => {
  await worker.close();
  await server.close();
});

const centre = inventCentre({ postsPerWeek: 7 });

function open(): Promise<MastodonStandIn> {
  return startMastodonStandIn({ kind: 'mastodon', now: clock.now, accounts: [centre, inventCentre({ name: 'jeunes', seed: 8 })], isQuiet: true, callsPerFiveMinutes: Number.POSITIVE_INFINITY });
}

async function newChannel(at = server, name = 'centre'): Promise<ConnectedChannel> {
  const organisation = await addOrganisation(ledger.transaction, anyName());
  return connect(ledger, organisation, { network: 'mastodon', externalId: at.accountId(name), address: at.url, now: clock.at });
}

const listed = (standIn: MastodonStandIn) => standIn.standIn.asked.filter(({ url }) => url.pathname.endsWith('/statuses'));
const isSecondPage = (ask: { url: URL }) => ask.url.pathname.endsWith('/statuses') && ask.url.searchParams.has('max_id');
const within = <T>(channel: ConnectedChannel, sql: string) => ledger.transaction.run(channel.organisationId, (manager) => manager.query<T[]>(sql));
const newest = () => {
  const [post] = centre.posts.toReversed();
  if (!post) throw new Error('the invented centre has posts');
  return post;
};

describe('a first collection', () => {
  it('goes back as far as the network remembers, newest first, and says what it read', async () => {
    const channel = await newChannel();
    expect(await worker.collect.run(channel)).toMatchObject({ state: 'done' });
    const { collection, runs } = await lookAt(ledger, channel, clock.at);
    const posts = centre.posts.length;
    expect(runs).toMatchObject([{ kind: 'first', state: 'done', postsRead: posts, postsNew: posts, snapshotsNew: posts, unchanged: 0, absent: 0 }]);
    expect(collection).toMatchObject({ state: 'connected', isBackfilled: true, trouble: null, collectedAt: clock.at.toISOString() });
    expect(new Set((await readingsOf(ledger, channel)).map(({ post }) => post)).size).toBe(posts);
  });

  it('goes on at its cursor after an outage, and ends with the very readings of an undisturbed one', async () => {
    const [disturbed, undisturbed] = [await newChannel(), await newChannel()];
    server.standIn.break(isSecondPage, { kind: 'reply', status: 503, json: {} }, 1);
    expect(await worker.collect.run(disturbed)).toMatchObject({ state: 'failed', reason: 'unavailable', after: { kind: 'again' } });
    expect((await readingsOf(ledger, disturbed)).length).toBe(40);
    const before = listed(server).length;
    expect(await worker.collect.run(disturbed, { isAsked: true })).toMatchObject({ state: 'done' });
    expect(listed(server).slice(before)).toHaveLength(Math.ceil(centre.posts.length / 40) - 1);
    await worker.collect.run(undisturbed);
    expect(await readingsOf(ledger, disturbed)).toEqual(await readingsOf(ledger, undisturbed));
    expect((await lookAt(ledger, disturbed, clock.at)).runs).toHaveLength(1);
  });

  it('keeps rollups that are what the snapshots say', async () => {
    const channel = await newChannel();
    await worker.collect.run(channel);
    const { differences } = await ledger.transaction.run(channel.organisationId, (manager) => checkRollups(manager, channel.organisationId, { id: channel.channelId, network: 'mastodon', timeZone: 'Europe/Brussels' }));
    expect(differences).toEqual([]);
  });
});

describe('later collections', () => {
  it('read a post at its age steps and no more, and note the followers of each day', async () => {
    const channel = await newChannel();
    await worker.collect.run(channel);
    const publishedAt = new Date('2026-11-23T12:00:00Z');
    server.addPost('centre', { ...newest(), number: 9000, publishedAt, final: { ...newest().final, likes: 1_000_000 } });
    const until = new Date('2026-12-25T11:00:00Z');
    while (clock.at < until) {
      const outcome = await worker.collect.run(channel);
      clock.at = outcome.state === 'done' ? outcome.nextDueAt : new Date(clock.at.getTime() + 3_600_000);
    }
    const post = server.statusId('centre', 9000);
    const ages = (await readingsOf(ledger, channel)).filter((reading) => reading.post === post).map(({ at }) => (at.getTime() - publishedAt.getTime()) / 3_600_000);
    // Followed step by step once it is known; met at first when the channel was due for another reason.
    for (const step of [24, 72, 168, 336, 672]) expect(Math.min(...ages.filter((age) => age >= step).map((age) => age - step)), `${step} h`).toBeLessThan(0.5);
    expect(ages.length).toBeLessThanOrEqual(8);
    const days = await within<{ days: number }>(channel, 'SELECT count(DISTINCT day)::int AS days FROM channel_snapshot WHERE followers IS NOT NULL');
    expect(days[0]?.days).toBeGreaterThanOrEqual(30);
  });

  it('mark a post that the network no longer has, and keep what was read of it', async () => {
    const channel = await newChannel();
    await worker.collect.run(channel);
    server.deletePost('centre', newest().number);
    const before = await readingsOf(ledger, channel);
    clock.pass(24 * 8);
    await worker.collect.run(channel);
    const deleted = await within<{ n: number }>(channel, 'SELECT count(*)::int AS n FROM post WHERE deleted_at IS NOT NULL');
    expect(deleted[0]?.n).toBe(1);
    expect((await readingsOf(ledger, channel)).slice(0, before.length - 1)).toHaveLength(before.length - 1);
    expect((await lookAt(ledger, channel, clock.at)).runs[0]).toMatchObject({ absent: 1, state: 'done' });
  });

  it('follow the name of the network, unless people named the channel themselves', async () => {
    const channel = await newChannel();
    await worker.collect.run(channel);
    const nameOf = () => within<{ name: string }>(channel, 'SELECT name FROM channel').then(([row]) => row?.name);
    expect(await nameOf()).toBe('Notre mastodon');
    await within(channel, `UPDATE channel SET name = settings->>'networkName'`);
    server.renameAccount('centre', 'La maison de la culture');
    clock.pass(48);
    await worker.collect.run(channel);
    expect(await nameOf()).toBe('La maison de la culture');
  });
});

describe('trouble', () => {
  it('a refusal is obeyed by every channel of that server, and by no other server’s', async () => {
    const elsewhere = await open();
    try {
      const [first, second, other] = [await newChannel(), await newChannel(server, 'jeunes'), await newChannel(elsewhere)];
      const until = new Date(clock.at.getTime() + 20 * 60_000);
      server.limitUntil(until);
      expect(await worker.collect.run(first)).toEqual({ state: 'waiting', until });
      const asked = server.standIn.asked.length;
      expect(await worker.collect.run(second)).toEqual({ state: 'waiting', until });
      expect(server.standIn.asked.length).toBe(asked);
      expect(await worker.collect.run(other)).toMatchObject({ state: 'done' });
      expect((await lookAt(ledger, first, clock.at)).collection).toMatchObject({ state: 'limited', limitedUntil: until.toISOString(), trouble: null });
      clock.at = until;
      expect(await worker.collect.run(first)).toMatchObject({ state: 'done' });
    } finally {
      await elsewhere.close();
    }
  });

  it('a channel that is gone asks for a person after three tries, keeps its history, and touches nobody else', async () => {
    const [gone, other] = [await newChannel(), await newChannel(server, 'jeunes')];
    await worker.collect.run(gone);
    const before = await readingsOf(ledger, gone);
    server.deleteAccount('centre');
    for (let tries = 0; tries < 3; tries += 1) {
      clock.pass(30);
      expect(await worker.collect.run(gone, { isAsked: true })).toMatchObject({ state: 'failed', reason: 'not-found' });
    }
    expect((await lookAt(ledger, gone, clock.at)).collection).toMatchObject({ state: 'needs-reconnection', trouble: 'not-found', nextDueAt: null });
    expect(await readingsOf(ledger, gone)).toEqual(before);
    expect(await worker.collect.run(gone)).toEqual({ state: 'nothing' });
    expect(await worker.collect.run(other)).toMatchObject({ state: 'done' });
  });

  it('a server that answers nonsense is tried ever more rarely, and what it answered is kept for the host', async () => {
    const channel = await newChannel();
    server.standIn.break(() => true, { kind: 'html', status: 200 });
    expect(await worker.collect.run(channel)).toMatchObject({ state: 'failed', reason: 'unexpected-answer' });
    const [run] = await within<{ kept_answer: string }>(channel, 'SELECT kept_answer FROM ingestion_run');
    expect(run?.kept_answer).toContain('<title>Maintenance</title>');
    expect((await lookAt(ledger, channel, clock.at)).collection).toMatchObject({ state: 'connected', trouble: 'unexpected-answer' });
  });
});

describe('two workers', () => {
  it('read each reading once, whoever comes first', async () => {
    const channel = await newChannel();
    const other = openCollector(ledger, clock.now);
    try {
      const outcomes = await Promise.all([worker.collect.run(channel), other.collect.run(channel)]);
      expect(outcomes.map(({ state }) => state)).toContain('done');
      const readings = await readingsOf(ledger, channel);
      expect(new Set(readings.map(({ post }) => post)).size).toBe(readings.length);
      expect(readings).toHaveLength(centre.posts.length);
    } finally {
      await other.close();
    }
  });

  it('write nothing more for a channel paused in the middle', async () => {
    const channel = await newChannel();
    server.standIn.break((ask) => {
      if (isSecondPage(ask)) void within(channel, `UPDATE channel SET state = 'paused'`);
      return false;
    }, { kind: 'silence' });
    // The pause comes while the second page is on its way: what was written before it stays.
    expect(await worker.collect.run(channel)).toEqual({ state: 'nothing' });
    expect((await readingsOf(ledger, channel)).length).toBeLessThan(centre.posts.length);
  });
});
