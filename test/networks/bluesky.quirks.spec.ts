import { afterEach, describe, expect, it } from 'vitest';
import { BlueskyConnector } from '../../apps/api/src/networks/bluesky/bluesky.connector.js';
import { HttpClient } from '../../apps/api/src/networks/core/http-client.js';
import type { ChannelAccess, ReadingPage } from '../../apps/api/src/networks/core/network-connector.js';
import { type BlueskySettings, type BlueskyStandIn, startBlueskyStandIn } from './bluesky.stand-in.js';
import { allPages, failureOf, NOW } from './connector-play.js';
import { inventPosts } from './invented-posts.js';
import { listAt, objectAt, setField } from './json-edit.js';

const SINCE = new Date('2026-11-01T00:00:00Z');
const posts = inventPosts({ seed: 3, from: new Date('2026-10-01T00:00:00Z'), to: new Date('2026-11-22T00:00:00Z'), postsPerWeek: 20, followers: 900 });

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()));
});

interface Started {
  bluesky: BlueskyStandIn;
  connector: BlueskyConnector;
  access: ChannelAccess;
  pages: () => Promise<ReadingPage[]>;
}

async function start(settings: Partial<BlueskySettings> = {}): Promise<Started> {
  const bluesky = await startBlueskyStandIn({ now: () => NOW, accounts: [{ name: 'centre', title: 'Centre culturel', followers: 900, since: SINCE, followersPerDay: 0, posts }], ...settings });
  const http = new HttpClient({ now: () => NOW, networkUrls: { bluesky: bluesky.url }, allowPrivateAddresses: true });
  closing.push(bluesky.close, () => http.close());
  const connector = new BlueskyConnector(http);
  const access: ChannelAccess = { externalId: bluesky.didOf('centre'), timeZone: 'Europe/Brussels', settings: {}, secret: null, application: null, memory: null };
  return { bluesky, connector, access, pages: () => allPages(connector.listPosts(access, { since: new Date(0), isDue: () => true, cursor: null })) };
}

const readingsOf = (pages: readonly ReadingPage[]) => pages.flatMap((page) => page.posts);

describe('connecting a Bluesky', () => {
  it.each(['centre.example', '@Centre.example ', 'https://bsky.app/profile/centre.example', 'at://centre.example'])('finds the account behind %s', async (handle) => {
    const { bluesky, connector } = await start();
    expect(await connector.connecting.find?.({ handle })).toEqual([
      { externalId: bluesky.didOf('centre'), name: 'Centre culturel', kind: 'account', followers: 900, settings: { handle: 'centre.example' }, secret: null },
    ]);
  });

  it.each(['personne.example', 'centre', '', 'deux mots', 'https://bsky.app/'])('finds nobody behind "%s"', async (handle) => {
    const { connector } = await start();
    expect((await failureOf(Promise.resolve(connector.connecting.find?.({ handle })))).reason).toBe('not-found');
  });
});

describe('reading a Bluesky', () => {
  it('lists own posts alone: no repost, no answer, none twice', async () => {
    const { bluesky, pages } = await start();
    const read = readingsOf(await pages());
    expect(read.map(({ externalId }) => externalId)).toEqual(posts.map(({ number }) => bluesky.postUri('centre', number)).toReversed());
    expect(JSON.stringify(read)).not.toContain('999');
  });

  it('goes on over a page that is empty and has a cursor', async () => {
    const { pages } = await start({ pages: 'short' });
    const read = await pages();
    expect(read.some((page) => page.posts.length === 0 && page.cursor !== null)).toBe(true);
    expect(readingsOf(read)).toHaveLength(posts.length);
  });

  it('follows the account when its handle changes', async () => {
    const { bluesky, connector, access, pages } = await start();
    bluesky.renameAccount('centre', 'nouveau.example');
    expect(readingsOf(await pages())).toHaveLength(posts.length);
    for await (const { days } of connector.readChannel(access)) expect(days.map(({ followers }) => followers)).toEqual([900]);
  });

  it.each(['AccountTakedown', 'AccountDeactivated'] as const)('tells an account that is not shown: %s', async (why) => {
    const { bluesky, connector, access } = await start();
    bluesky.suspendAccount('centre', why);
    const error = await failureOf(allPages(connector.readChannel(access)));
    expect([error.reason, error.code]).toEqual(['not-found', why]);
  });

  it('takes the earlier of two dates, and none that is to come', async () => {
    const { bluesky, pages } = await start();
    const [newest, second] = posts.toReversed();
    bluesky.lieAboutDate('centre', newest?.number ?? 0, new Date('2031-01-01T00:00:00Z'));
    bluesky.lieAboutDate('centre', second?.number ?? 0, new Date('2026-11-05T12:00:00Z'));
    const published = new Map(readingsOf(await pages()).map(({ externalId, publishedAt }) => [externalId, publishedAt]));
    expect(published.get(bluesky.postUri('centre', newest?.number ?? 0))).toEqual(newest?.publishedAt);
    expect(published.get(bluesky.postUri('centre', second?.number ?? 0))).toEqual(new Date('2026-11-05T12:00:00Z'));
  });

  it('does not know the saves that an older AppView does not count', async () => {
    const [today, older] = [await start(), await start({ appView: 'older' })];
    expect(readingsOf(await today.pages()).every(({ figures }) => figures.saves !== null)).toBe(true);
    expect(readingsOf(await older.pages()).every(({ figures }) => figures.saves === null && figures.likes !== null)).toBe(true);
  });

  it('calls no post deleted while one of the answer cannot be read', async () => {
    const { bluesky, connector, access, pages } = await start();
    const known = readingsOf(await pages()).slice(0, 3);
    bluesky.standIn.break('getPosts', { kind: 'edit', edit: (json) => {
      setField(objectAt(listAt(json, 'posts')[0]), 'uri', 42);
      return json;
    } });
    const again = await allPages(connector.readPosts(access, known));
    expect([again.flatMap(({ absent }) => absent), readingsOf(again).length, again.flatMap(({ remarks }) => remarks.map(({ reason }) => reason))]).toEqual([[], 2, ['post-unreadable']]);
  });

  it('asks for no post whose identifier is none of the network', async () => {
    const { bluesky, connector, access } = await start();
    expect(await allPages(connector.readPosts(access, [{ externalId: 'ligne 12', publishedAt: NOW }]))).toEqual([]);
    expect(bluesky.standIn.asked).toEqual([]);
  });

  it('waits until the limit is lifted', async () => {
    const { bluesky, pages } = await start();
    const until = new Date(NOW.getTime() + 240_000);
    bluesky.limitUntil(until);
    const error = await failureOf(pages());
    expect([error.reason, error.retryAt]).toEqual(['rate-limited', until]);
  });
});
