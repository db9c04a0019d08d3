import { Logger } from '@nestjs/common';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inventCentre } from '../networks/invented-centre.js';
import { inventPosts } from '../networks/invented-posts.js';
import type { Ask, Fault } from '../networks/stand-in.js';
import type { ConnectedChannel } from '../support/collecting.js';
import { isLaterPage, newestOf, playMastodon } from '../support/played-mastodon.js';

const centre = inventCentre({ postsPerWeek: 7 });
/** Nothing of it is due in autumn: what is new is met by itself or not at all. */
const summer = { from: new Date('2026-06-01T08:00:00Z'), to: new Date('2026-09-01T08:00:00Z') };
const festival = { ...inventCentre({ name: 'festival' }), since: summer.from, posts: inventPosts({ seed: 5, ...summer, postsPerWeek: 5, followers: 900 }) };
const play = playMastodon([centre, festival]);
const UNAVAILABLE: Fault = { kind: 'reply', status: 503, json: {} };
const DAY_MS = 86_400_000;

const followersOf = (channel: ConnectedChannel) => play.ask<{ day: string }>(channel, 'SELECT day FROM channel_snapshot WHERE followers IS NOT NULL');
const breakOnce = (matches: Parameters<typeof play.server.standIn.break>[0]) => play.server.standIn.break(matches, UNAVAILABLE, 1);

describe('followers, which no network gives later', () => {
  it('are read again when reading them was what failed', async () => {
    const channel = await play.newChannel();
    breakOnce(({ url }) => url.pathname === `/api/v1/accounts/${play.server.accountId('centre')}`);
    expect(await play.collect(channel)).toMatchObject({ state: 'failed', reason: 'unavailable' });
    expect(await play.collect(channel, { isAsked: true })).toMatchObject({ state: 'done' });
    expect(await followersOf(channel)).toHaveLength(1);
  });

  it('are there even when no post could be listed', async () => {
    const channel = await play.newChannel();
    breakOnce('/statuses');
    expect(await play.collect(channel)).toMatchObject({ state: 'failed', reason: 'unavailable' });
    expect(await followersOf(channel)).toHaveLength(1);
  });
});

describe('a first collection', () => {
  it('keeps its cursor for as long as it takes', async () => {
    const channel = await play.newChannel();
    breakOnce(isLaterPage);
    await play.collect(channel);
    play.clock.pass(13);
    expect(await play.collect(channel)).toMatchObject({ state: 'done' });
    expect((await play.look(channel)).runs).toMatchObject([{ kind: 'first', state: 'done', postsNew: centre.posts.length }]);
  });

  it('comes to its end however often its network is away, as long as it gets on', async () => {
    const channel = await play.newChannel();
    const isListing = ({ url }: Ask) => /accounts\/\d+\/statuses$/.test(url.pathname);
    play.server.standIn.break((ask) => isListing(ask) && play.server.standIn.asked.filter(isListing).length % 2 === 0, UNAVAILABLE);
    const states: string[] = [];
    for (let tries = 0; tries < 8 && states.at(-1) !== 'done'; tries += 1) states.push((await play.collect(channel, { isAsked: true })).state);
    expect(states).toEqual(['failed', 'failed', 'failed', 'done']);
    expect(await play.readings(channel)).toHaveLength(centre.posts.length);
  });

  it('begins anew after its cursor alone has failed three times', async () => {
    const channel = await play.newChannel();
    const mend = play.server.standIn.break(isLaterPage, UNAVAILABLE);
    for (let tries = 0; tries < 3; tries += 1) expect(await play.collect(channel, { isAsked: true })).toMatchObject({ state: 'failed' });
    mend();
    expect(await play.collect(channel, { isAsked: true })).toMatchObject({ state: 'done' });
    expect((await play.look(channel)).runs).toMatchObject([{ kind: 'first', state: 'done' }, { kind: 'first', state: 'failed' }]);
    expect(await play.readings(channel)).toHaveLength(centre.posts.length);
  });

  it.each([{ days: 10 }, { days: 45 }])('is followed by what was published in the $days days for which it was interrupted', async ({ days }) => {
    const channel = await play.newChannel('festival');
    breakOnce(isLaterPage);
    await play.collect(channel);
    const numbers = Array.from({ length: days }, (_, day) => 9000 + day);
    for (const [day, number] of numbers.entries()) play.server.addPost('festival', { ...newestOf(festival), number, publishedAt: new Date(play.clock.at.getTime() + (day + 0.5) * DAY_MS) });
    play.clock.pass(days * 24);
    for (let collections = 0; collections < 2; collections += 1) {
      expect(await play.collect(channel, { isAsked: true })).toMatchObject({ state: 'done' });
      play.clock.pass(24);
    }
    const known = new Set((await play.readings(channel)).map(({ post }) => post));
    expect(numbers.filter((number) => !known.has(play.server.statusId('festival', number)))).toEqual([]);
  });
});

describe('a later collection', () => {
  it('is given up after twelve hours for one that reads the followers of today', async () => {
    const channel = await play.newChannel();
    await play.collect(channel);
    play.clock.pass(48);
    breakOnce('/statuses');
    expect(await play.collect(channel)).toMatchObject({ state: 'failed', reason: 'unavailable' });
    play.clock.pass(24);
    expect(await play.collect(channel)).toMatchObject({ state: 'done' });
    expect((await play.look(channel)).runs).toMatchObject([{ kind: 'regular', state: 'done' }, { kind: 'regular', state: 'failed', reason: 'unavailable' }, { kind: 'first', state: 'done' }]);
    expect(await followersOf(channel)).toHaveLength(3);
  });
});

describe('a page that cannot be written', () => {
  let owner: Client;
  beforeAll(async () => {
    Logger.overrideLogger(false);
    owner = new Client({ connectionString: play.ledger.database.ownerUrl });
    await owner.connect();
  });
  afterAll(() => owner?.end());

  it.each([
    { without: 'its readings', refuses: 'post_snapshot', unless: 'false' },
    // The channel’s own figures and the first posts are two pages.
    { without: 'its cursor', refuses: 'ingestion_run', unless: 'pages < 3' },
  ])('leaves nothing behind when it would be without $without', async ({ refuses, unless }) => {
    const channel = await play.newChannel();
    const page = play.server.standIn.hold(isLaterPage);
    const outcome = play.collect(channel);
    await page.asked;
    await owner.query(`ALTER TABLE ${refuses} ADD CONSTRAINT refuses CHECK (${unless}) NOT VALID`);
    page.letGo();
    expect(await outcome).toMatchObject({ state: 'failed', reason: 'fault' });
    await owner.query(`ALTER TABLE ${refuses} DROP CONSTRAINT refuses`);
    expect(await play.readings(channel)).toHaveLength(40);
    expect(await play.collect(channel, { isAsked: true })).toMatchObject({ state: 'done' });
    expect(await play.readings(channel)).toHaveLength(centre.posts.length);
    expect((await play.look(channel)).runs).toMatchObject([{ postsNew: centre.posts.length, snapshotsNew: centre.posts.length }]);
  });
});
