import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectChannel } from '../../apps/api/src/channels/connect-channel.js';
import { checkRollups } from '../../apps/api/src/posts/check-rollups.js';
import { FACEBOOK_APPLICATION, type FacebookStandIn, startFacebookStandIn } from '../networks/facebook.stand-in.js';
import { NEVER_STORED } from '../networks/commenters.js';
import { inventPosts } from '../networks/invented-posts.js';
import { anyName, connect, type ConnectedChannel, lookAt, openCollector, playedClock } from '../support/collecting.js';
import { addOrganisation, openLedger, type TestLedger } from '../support/ledger.js';

const PAGE = '100000000000001';
const OTHER = '100000000000002';
const clock = playedClock('2026-10-01T09:30:00Z');
const DAY_MS = 86_400_000;
const span = { from: new Date('2026-07-01T08:00:00Z'), to: new Date('2026-11-10T08:00:00Z') };
const pageOf = (id: string, seed: number) => ({ id, name: `Page ${seed}`, followers: 4000, since: span.from, perDay: 2, posts: inventPosts({ seed, ...span, postsPerWeek: 5, followers: 4000 }) });

let ledger: TestLedger;
let facebook: FacebookStandIn;
let worker: ReturnType<typeof openCollector>;
let page: ConnectedChannel;
let other: ConnectedChannel;

const secretOf = (id: string) => ({ accessToken: facebook.pageToken(id), refreshToken: null, renewAt: null, expiresAt: null, scopes: ['pages_read_engagement', 'read_insights', 'pages_read_user_content'] });

beforeAll(async () => {
  ledger = await openLedger();
  facebook = await startFacebookStandIn({ now: clock.now, pages: [pageOf(PAGE, 1), pageOf(OTHER, 2)], quirks: { showsNames: true } });
  worker = openCollector(ledger, clock.now, { facebook: facebook.url });
  const organisation = await addOrganisation(ledger.transaction, anyName());
  await ledger.transaction.together((manager) => worker.applications.write(manager, { network: 'facebook', host: '' }, { application: { clientId: FACEBOOK_APPLICATION.id, clientSecret: FACEBOOK_APPLICATION.secret }, at: clock.at }));
  page = await connect(ledger, organisation, { network: 'facebook', externalId: PAGE, secret: secretOf(PAGE), now: clock.at });
  other = await connect(ledger, organisation, { network: 'facebook', externalId: OTHER, secret: secretOf(OTHER), now: clock.at });
});
afterAll(async () => {
  await worker?.close();
  await facebook?.close();
  await ledger?.close();
});

/** Lives a day, as the scheduler would: each channel whenever it is due. */
async function liveDays(days: number): Promise<void> {
  const until = new Date(clock.at.getTime() + days * DAY_MS);
  while (clock.at < until) {
    for (const channel of [page, other]) await worker.collect.run(channel);
    clock.pass(1);
  }
}

const within = <T>(sql: string) => ledger.transaction.run(page.organisationId, (manager) => manager.query<T[]>(sql, [page.channelId]));
const newestRun = (channel = page) => lookAt(ledger, channel, clock.at).then(({ runs }) => runs.find(({ state }) => state !== 'running'));
const lastClicks = () => within<{ clicks: number | null; reach: number | null }>('SELECT s.clicks, s.reach FROM post p JOIN post_snapshot s ON s.organisation_id = p.organisation_id AND s.post_id = p.id WHERE p.channel_id = $1 ORDER BY s.observed_at DESC, p.published_at DESC LIMIT 1').then(([row]) => row);

describe('two months of a Facebook page, with all their troubles', () => {
  it('begin with what Meta remembers: posts as text identifiers, days with their followers, old reach kept out of the medians', async () => {
    expect(await worker.collect.run(page)).toMatchObject({ state: 'done' });
    expect(await newestRun()).toMatchObject({ kind: 'first', state: 'done', refused: [] });
    const ids = await within<{ id: string }>('SELECT external_id AS id FROM post WHERE channel_id = $1');
    expect(ids.every(({ id }) => /^\d{9,}$/.test(id))).toBe(true);
    const late = await within<{ late: number; settled: number }>(`SELECT count(*) FILTER (WHERE ineligible = 'read-late')::int AS late, count(*) FILTER (WHERE ineligible IS NULL)::int AS settled FROM post_stat WHERE channel_id = $1`);
    expect(late[0]?.late).toBeGreaterThan(30);
    expect(late[0]?.settled).toBeGreaterThan(0);
    const [days] = await within<{ days: number; first: string }>('SELECT count(*)::int AS days, min(day)::text AS first FROM channel_snapshot WHERE channel_id = $1 AND followers IS NOT NULL');
    expect(days?.days).toBeGreaterThan(80);
  });

  it('lose one metric and say so, and go on with the others', async () => {
    await liveDays(9);
    expect((await lastClicks())?.clicks).not.toBeNull();
    facebook.withdrawMetric('post_clicks');
    await liveDays(3);
    expect((await newestRun())?.refused).toEqual([{ measure: 'clicks', name: 'post_clicks', reason: 'withdrawn' }]);
    const last = await lastClicks();
    expect(last?.clicks).toBeNull();
    expect(last?.reach).toBeGreaterThan(0);
    expect((await lookAt(ledger, page, clock.at)).collection).toMatchObject({ state: 'connected', trouble: null });
  });

  it('ask for a person when the access is dead, keep what is there, and touch no other page', async () => {
    const [before] = await within<{ n: number }>('SELECT count(*)::int AS n FROM post WHERE channel_id = $1');
    facebook.revokeToken(facebook.pageToken(PAGE), 460);
    facebook.revokeAll(460);
    const fresh = await ledger.transaction.run(page.organisationId, async (manager) => {
      await connectChannel(manager, { key: other, connection: { externalId: OTHER, settings: {}, secret: secretOf(OTHER), now: clock.at } }, worker.credentials);
      return other;
    });
    await liveDays(4);
    expect((await lookAt(ledger, page, clock.at)).collection).toMatchObject({ state: 'needs-reconnection', trouble: 'access-revoked', nextDueAt: null });
    expect((await lookAt(ledger, fresh, clock.at)).collection).toMatchObject({ state: 'connected', trouble: null });
    expect(await within('SELECT count(*)::int AS n FROM post WHERE channel_id = $1')).toEqual([before]);
  });

  it('go on after a reconnection as if nothing had been', async () => {
    await ledger.transaction.run(page.organisationId, (manager) => connectChannel(manager, { key: page, connection: { externalId: PAGE, settings: {}, secret: secretOf(PAGE), now: clock.at } }, worker.credentials));
    await liveDays(14);
    expect((await lookAt(ledger, page, clock.at)).collection).toMatchObject({ state: 'connected', trouble: null });
    const published = pageOf(PAGE, 1).posts.filter(({ publishedAt }) => publishedAt <= clock.at).length;
    const [known] = await within<{ n: number }>('SELECT count(*)::int AS n FROM post WHERE channel_id = $1');
    expect(known?.n).toBeGreaterThanOrEqual(published - 1);
  });

  it('never let a faded reach stand over a higher one', async () => {
    const lower = await within(`SELECT 1 FROM post_stat t WHERE t.channel_id = $1 AND t.is_final AND t.reach < (
      SELECT max(s.reach) FROM post_snapshot s WHERE s.organisation_id = t.organisation_id AND s.post_id = t.post_id AND s.observed_at <= t.published_at + interval '7 days')`);
    expect(lower).toEqual([]);
    const { differences } = await ledger.transaction.run(page.organisationId, (manager) => checkRollups(manager, page.organisationId, { id: page.channelId, network: 'facebook', timeZone: 'Europe/Brussels' }));
    expect(differences).toEqual([]);
  });

  it('keep nobody’s name but the page’s own', async () => {
    for (const table of ['post', 'post_snapshot', 'channel', 'channel_snapshot', 'ingestion_run']) {
      const rows = await within<{ row: string }>(`SELECT t::text AS row FROM ${table} t WHERE $1::uuid IS NOT NULL`);
      for (const word of NEVER_STORED) expect(rows.some(({ row }) => row.includes(word)), `${word} in ${table}`).toBe(false);
    }
  });
});
