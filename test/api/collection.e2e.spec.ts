import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { pauseChannel } from '../../apps/api/src/channels/pause-channel.js';
import { checkRollups } from '../../apps/api/src/posts/check-rollups.js';
import { inventCentre } from '../networks/invented-centre.js';
import type { MastodonStandIn } from '../networks/mastodon.stand-in.js';
import type { ConnectedChannel } from '../support/collecting.js';
import { isLaterPage, newestOf, playMastodon } from '../support/played-mastodon.js';

const centre = inventCentre({ postsPerWeek: 7 });
const play = playMastodon([centre, inventCentre({ name: 'jeunes', seed: 8 })]);
const newest = newestOf(centre);
const DAY_MS = 86_400_000;
const deletedOf = (channel: ConnectedChannel) => play.ask<{ n: number }>(channel, 'SELECT count(*)::int AS n FROM post WHERE deleted_at IS NOT NULL').then(([row]) => row?.n);
const listed = ({ standIn }: MastodonStandIn) => standIn.asked.filter(({ url }) => url.pathname.endsWith('/statuses'));

describe('a first collection', () => {
  it('goes back as far as the network remembers, newest first, and says what it read', async () => {
    const channel = await play.newChannel();
    expect(await play.collect(channel)).toMatchObject({ state: 'done' });
    const { collection, runs } = await play.look(channel);
    const posts = centre.posts.length;
    expect(runs).toMatchObject([{ kind: 'first', state: 'done', postsRead: posts, postsNew: posts, snapshotsNew: posts, unchanged: 0, absent: 0 }]);
    expect(collection).toMatchObject({ state: 'connected', isBackfilled: true, trouble: null, collectedAt: play.clock.at.toISOString() });
    expect(new Set((await play.readings(channel)).map(({ post }) => post)).size).toBe(posts);
  });

  it('goes on at its cursor after an outage, and ends with the very readings of an undisturbed one', async () => {
    const [disturbed, undisturbed] = [await play.newChannel(), await play.newChannel()];
    play.server.standIn.break(isLaterPage, { kind: 'reply', status: 503, json: {} }, 1);
    expect(await play.collect(disturbed)).toMatchObject({ state: 'failed', reason: 'unavailable', after: { kind: 'again' } });
    expect((await play.readings(disturbed)).length).toBe(40);
    const before = listed(play.server).length;
    expect(await play.collect(disturbed, { isAsked: true })).toMatchObject({ state: 'done' });
    expect(listed(play.server).slice(before)).toHaveLength(Math.ceil(centre.posts.length / 40) - 1);
    await play.collect(undisturbed);
    expect(await play.readings(disturbed)).toEqual(await play.readings(undisturbed));
    expect((await play.look(disturbed)).runs).toHaveLength(1);
  });

  it('keeps rollups that are what the snapshots say', async () => {
    const channel = await play.newChannel();
    await play.collect(channel);
    const { differences } = await play.ledger.transaction.run(channel.organisationId, (manager) => checkRollups(manager, channel.organisationId, { id: channel.channelId, network: 'mastodon', timeZone: 'Europe/Brussels' }));
    expect(differences).toEqual([]);
  });
});

describe('later collections', () => {
  it('read a post at its age steps and no more, and note the followers of each day', async () => {
    const channel = await play.newChannel();
    await play.collect(channel);
    const publishedAt = new Date('2026-11-23T12:00:00Z');
    play.server.addPost('centre', { ...newest, number: 9000, publishedAt, final: { ...newest.final, likes: 1_000_000 } });
    const until = new Date('2026-12-25T11:00:00Z');
    while (play.clock.at < until) {
      const outcome = await play.collect(channel);
      play.clock.at = outcome.state === 'done' ? outcome.nextDueAt : new Date(play.clock.at.getTime() + 3_600_000);
    }
    const post = play.server.statusId('centre', 9000);
    const ages = (await play.readings(channel)).filter((reading) => reading.post === post).map(({ at }) => (at.getTime() - publishedAt.getTime()) / 3_600_000);
    // Followed step by step once it is known; met at first when the channel was due for another reason.
    for (const step of [24, 72, 168, 336, 672]) expect(Math.min(...ages.filter((age) => age >= step).map((age) => age - step)), `${step} h`).toBeLessThan(0.5);
    expect(ages.length).toBeLessThanOrEqual(8);
    const days = await play.ask<{ days: number }>(channel, 'SELECT count(DISTINCT day)::int AS days FROM channel_snapshot WHERE followers IS NOT NULL');
    expect(days[0]?.days).toBeGreaterThanOrEqual(30);
  });

  it('mark a post that the network no longer has, and keep what was read of it', async () => {
    const channel = await play.newChannel();
    await play.collect(channel);
    play.server.deletePost('centre', newest.number);
    const before = await play.readings(channel);
    play.clock.pass(24 * 8);
    await play.collect(channel);
    expect(await deletedOf(channel)).toBe(1);
    expect((await play.readings(channel)).slice(0, before.length - 1)).toHaveLength(before.length - 1);
    expect((await play.look(channel)).runs[0]).toMatchObject({ absent: 1, state: 'done' });
  });

  it('take back that a post is deleted when the network shows it again', async () => {
    const channel = await play.newChannel();
    await play.collect(channel);
    const id = play.server.statusId('centre', newest.number);
    play.server.standIn.break(({ url }) => url.pathname.endsWith('/statuses'), { kind: 'edit', edit: (posts) => z.array(z.looseObject({ id: z.string() })).parse(posts).filter((post) => post.id !== id) });
    play.server.standIn.break(`/statuses/${id}`, { kind: 'reply', status: 404, json: { error: 'Record not found' } });
    play.clock.pass(24 * 8);
    await play.collect(channel);
    expect(await deletedOf(channel)).toBe(1);
    play.server.standIn.mend();
    play.clock.pass(24 * 2);
    await play.collect(channel);
    expect(await deletedOf(channel)).toBe(0);
  });

  it('read a post for the last time even when its last age step was missed by a day', async () => {
    const channel = await play.newChannel();
    await play.collect(channel);
    for (const age of [25, 29]) {
      play.clock.at = new Date(newest.publishedAt.getTime() + age * DAY_MS);
      await play.collect(channel, { isAsked: true });
    }
    const [post] = await play.ask<{ readAt: Date }>(channel, `SELECT described_at AS "readAt" FROM post WHERE external_id = '${play.server.statusId('centre', newest.number)}'`);
    expect(post?.readAt).toEqual(play.clock.at);
  });

  it('follow the name of the network, unless people named the channel themselves', async () => {
    const channel = await play.newChannel();
    await play.collect(channel);
    const nameOf = () => play.ask<{ name: string }>(channel, 'SELECT name FROM channel').then(([row]) => row?.name);
    expect(await nameOf()).toBe('Notre mastodon');
    await play.ask(channel, `UPDATE channel SET name = settings->>'networkName'`);
    play.server.renameAccount('centre', 'La maison de la culture');
    play.clock.pass(48);
    await play.collect(channel);
    expect(await nameOf()).toBe('La maison de la culture');
  });
});

describe('trouble', () => {
  it('a refusal is obeyed by every channel of that server, and by no other server’s', async () => {
    const elsewhere = await play.anotherServer();
    const [first, second, other] = [await play.newChannel(), await play.newChannel('jeunes'), await play.newChannel('centre', elsewhere)];
    const until = new Date(play.clock.at.getTime() + 20 * 60_000);
    play.server.limitUntil(until);
    expect(await play.collect(first)).toEqual({ state: 'waiting', until });
    const asked = play.server.standIn.asked.length;
    expect(await play.collect(second)).toEqual({ state: 'waiting', until });
    expect(play.server.standIn.asked.length).toBe(asked);
    expect(await play.collect(other)).toMatchObject({ state: 'done' });
    expect((await play.look(first)).collection).toMatchObject({ state: 'limited', limitedUntil: until.toISOString(), trouble: null });
    play.clock.at = until;
    expect(await play.collect(first)).toMatchObject({ state: 'done' });
  });

  it('a channel that is gone asks for a person after three tries, keeps its history, and touches nobody else', async () => {
    const [gone, other] = [await play.newChannel(), await play.newChannel('jeunes')];
    await play.collect(gone);
    const before = await play.readings(gone);
    play.server.deleteAccount('centre');
    for (let tries = 0; tries < 3; tries += 1) {
      play.clock.pass(30);
      expect(await play.collect(gone, { isAsked: true })).toMatchObject({ state: 'failed', reason: 'not-found' });
    }
    expect((await play.look(gone)).collection).toMatchObject({ state: 'needs-reconnection', trouble: 'not-found', nextDueAt: null });
    expect(await play.readings(gone)).toEqual(before);
    expect(await play.ask(gone, 'SELECT 1 FROM post WHERE deleted_at IS NOT NULL')).toEqual([]);
    expect(await play.collect(gone)).toEqual({ state: 'nothing' });
    expect(await play.collect(other)).toMatchObject({ state: 'done' });
  });

  it('a server that answers nonsense is tried ever more rarely, and what it answered is kept for the host', async () => {
    const channel = await play.newChannel();
    play.server.standIn.break(() => true, { kind: 'html', status: 200 });
    expect(await play.collect(channel)).toMatchObject({ state: 'failed', reason: 'unexpected-answer' });
    const [run] = await play.ask<{ kept_answer: string }>(channel, 'SELECT kept_answer FROM ingestion_run');
    expect(run?.kept_answer).toContain('<title>Maintenance</title>');
    expect((await play.look(channel)).collection).toMatchObject({ state: 'connected', trouble: 'unexpected-answer' });
  });
});

describe('two workers', () => {
  it('read each reading once, whoever comes first', async () => {
    const channel = await play.newChannel();
    const outcomes = await Promise.all([play.collect(channel), play.anotherWorker().collect.run(channel)]);
    expect(outcomes.map(({ state }) => state)).toContain('done');
    const readings = await play.readings(channel);
    expect(new Set(readings.map(({ post }) => post)).size).toBe(readings.length);
    expect(readings).toHaveLength(centre.posts.length);
  });

  it('write nothing more for a channel paused while a page is on its way', async () => {
    const channel = await play.newChannel();
    const page = play.server.standIn.hold(isLaterPage);
    const outcome = play.collect(channel);
    await page.asked;
    await play.ledger.transaction.run(channel.organisationId, (manager) => pauseChannel(manager, channel));
    page.letGo();
    expect(await outcome).toEqual({ state: 'nothing' });
    expect(await play.readings(channel)).toHaveLength(40);
    expect((await play.look(channel)).collection).toMatchObject({ state: 'paused', trouble: null });
  });
});
