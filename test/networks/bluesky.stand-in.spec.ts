import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type BlueskySettings, type BlueskyStandIn, startBlueskyStandIn } from './bluesky.stand-in.js';
import { CENTRE_NOW, inventCentre } from './invented-centre.js';
import { askNetwork, readNetwork } from './network-answer.js';
import { PASSERS_BY } from './passers-by.js';

const post = z.looseObject({ uri: z.string(), indexedAt: z.string(), record: z.looseObject({ createdAt: z.string() }) });
const item = z.looseObject({ post, reason: z.looseObject({ $type: z.string() }).optional() });
const feed = z.object({ feed: z.array(item), cursor: z.string().optional() });
const posts = z.object({ posts: z.array(post) });
const DAY_MS = 86_400_000;
const started: BlueskyStandIn[] = [];
let now = CENTRE_NOW;

async function start(settings: Partial<BlueskySettings> = {}): Promise<BlueskyStandIn> {
  const network = await startBlueskyStandIn({ now: () => now, accounts: [inventCentre()], ...settings });
  started.push(network);
  return network;
}

const call = (network: BlueskyStandIn, method: string, query: string) => `${network.url}/xrpc/${method}?${query}`;
const feedOf = (network: BlueskyStandIn, query = '') => call(network, 'app.bsky.feed.getAuthorFeed', `actor=centre.example${query}`);

async function walk(network: BlueskyStandIn, query: string): Promise<z.infer<typeof feed>['feed'][]> {
  const pages = [];
  for (let cursor: string | undefined = ''; cursor !== undefined;) {
    const page: z.infer<typeof feed> = await readNetwork(feed, feedOf(network, `${query}${cursor && `&cursor=${encodeURIComponent(cursor)}`}`));
    pages.push(page.feed);
    ({ cursor } = page);
  }
  return pages;
}

afterEach(async () => {
  now = CENTRE_NOW;
  await Promise.all(started.splice(0).map((network) => network.close()));
});

describe('a Bluesky that is played', () => {
  it('gives a half page, then an empty one, both with a cursor, then full ones, and every line once', async () => {
    const pages = await walk(await start(), '&limit=50&filter=posts_no_replies');
    // 120 posts, 24 reposts and 9 reposts of its own.
    expect(pages.map(({ length }) => length)).toEqual([25, 0, 50, 50, 28]);
    expect(new Set(pages.flat().map(({ post: { uri }, reason }) => `${uri} ${JSON.stringify(reason)}`)).size).toBe(153);
  });

  it('gives no cursor with a list that is short', async () => {
    const pages = await walk(await start({ accounts: [inventCentre({ postsPerWeek: 1 })] }), '&limit=100');
    expect(pages).toHaveLength(1);
  });

  it('shows what it reposted with a reason and its author, and replies only to those who want them', async () => {
    const network = await start({ pages: 'full' });
    const lines = (await walk(network, '&limit=100')).flat();
    const reposts = lines.filter(({ reason }) => reason?.$type === 'app.bsky.feed.defs#reasonRepost');
    expect(reposts.some(({ post: { author } }) => JSON.stringify(author).includes(PASSERS_BY[0].handle))).toBe(true);
    expect(reposts.some(({ post: { author } }) => JSON.stringify(author).includes('centre.example'))).toBe(true);
    expect(lines.filter(({ post: { record } }) => 'reply' in record)).toHaveLength(30);
    expect((await walk(network, '&limit=100&filter=posts_no_replies')).flat().some(({ post: { record } }) => 'reply' in record)).toBe(false);
  });

  it('shows a pinned post first, and only to those who ask', async () => {
    const network = await start({ pages: 'full' });
    network.pinPost('centre', 3);
    const [pinned] = (await readNetwork(feed, feedOf(network, '&limit=1&includePins=true'))).feed;
    expect([pinned?.post.uri, pinned?.reason?.$type]).toEqual([network.postUri('centre', 3), 'app.bsky.feed.defs#reasonPin']);
    expect((await readNetwork(feed, feedOf(network, '&limit=1'))).feed[0]?.reason?.$type).not.toBe('app.bsky.feed.defs#reasonPin');
  });

  it('answers 25 addresses at most, and leaves out those that are no more', async () => {
    const network = await start();
    const uris = (count: number) => Array.from({ length: count }, (_, index) => `uris=${network.postUri('centre', index + 1)}`).join('&');
    network.deletePost('centre', 2);
    expect((await readNetwork(posts, call(network, 'app.bsky.feed.getPosts', uris(3)))).posts.map(({ uri }) => uri)).toEqual([network.postUri('centre', 1), network.postUri('centre', 3)]);
    expect(await readNetwork(posts, call(network, 'app.bsky.feed.getPosts', `uris=${network.postUri('centre', 2)}`))).toEqual({ posts: [] });
    expect(await askNetwork(call(network, 'app.bsky.feed.getPosts', uris(26)))).toMatchObject({ status: 400, json: { error: 'InvalidRequest', message: 'Invalid app.bsky.feed.getPosts params: array too big (maximum 25, got 26)' } });
  });

  it('believes a date of the past, and puts a date to come where the post was written', async () => {
    const network = await start({ pages: 'full' });
    const [past, future] = [new Date(CENTRE_NOW.getTime() - 400 * DAY_MS), new Date(CENTRE_NOW.getTime() + 30 * DAY_MS)];
    network.lieAboutDate('centre', 120, past);
    network.lieAboutDate('centre', 119, future);
    const lines = (await walk(network, '&limit=100&filter=posts_no_replies')).flat().filter(({ reason }) => !reason);
    expect(lines.at(-1)?.post).toMatchObject({ uri: network.postUri('centre', 120), indexedAt: past.toISOString() });
    expect(lines[0]?.post).toMatchObject({ uri: network.postUri('centre', 119), record: { createdAt: future.toISOString() } });
    expect(lines[0]?.post.indexedAt).not.toBe(future.toISOString());
  });

  it('answers by handle and DID; a new handle is another, the DID is the same', async () => {
    const network = await start();
    const profile = (actor: string) => askNetwork(call(network, 'app.bsky.actor.getProfile', `actor=${actor}`));
    network.renameAccount('centre', 'maison.example');
    expect((await profile(network.didOf('centre'))).json).toMatchObject({ handle: 'maison.example', followersCount: 1389 });
    expect((await askNetwork(call(network, 'com.atproto.identity.resolveHandle', 'handle=maison.example'))).json).toEqual({ did: network.didOf('centre') });
    expect(await profile('centre.example')).toMatchObject({ status: 400, json: { error: 'InvalidRequest', message: 'Profile not found' } });
    network.suspendAccount('centre', 'AccountTakedown');
    expect(await profile('maison.example')).toMatchObject({ status: 400, json: { error: 'AccountTakedown', message: 'Account has been suspended' } });
  });

  it('tells its limits in seconds, or not at all, and refuses what is one too many', async () => {
    const [hosted, silent] = [await start({ callsPerFiveMinutes: 1 }), await start({ tellsLimits: false, appView: 'older' })];
    const { headers } = await askNetwork(feedOf(hosted));
    expect([headers.get('ratelimit-remaining'), headers.get('ratelimit-policy'), headers.get('ratelimit-reset')]).toEqual(['0', '1;w=300', String(CENTRE_NOW.getTime() / 1000 + 300)]);
    expect(await askNetwork(feedOf(hosted))).toMatchObject({ status: 429, json: { error: 'RateLimitExceeded' } });
    const answer = await askNetwork(feedOf(silent, '&filter=posts_with_media'));
    expect(answer.headers.has('ratelimit-limit')).toBe(false);
    expect(answer.text).not.toContain('bookmarkCount');
  });

  it.each([
    { method: 'app.bsky.feed.getAuthorFeed', query: 'actor=centre.example&limit=1000', status: 400, message: 'Invalid app.bsky.feed.getAuthorFeed params: integer too big (maximum 100, got 1000)' },
    { method: 'app.bsky.feed.getAuthorFeed', query: 'actor=centre.example&cursor=nothing', status: 500, message: 'Internal Server Error' },
    { method: 'app.bsky.feed.getAuthorFeed', query: 'actor=nobody.example', status: 400, message: 'Profile not found' },
    { method: 'app.bsky.actor.getProfile', query: 'actor=@centre.example', status: 400, message: 'Invalid app.bsky.actor.getProfile params: Invalid AT identifier (got "@centre.example")' },
    { method: 'app.bsky.feed.getNothing', query: '', status: 501, message: 'Method Not Implemented' },
  ])('refuses $method?$query', async ({ method, query, status, message }) => {
    expect(await askNetwork(call(await start(), method, query))).toMatchObject({ status, json: { message } });
  });

  it('names those who like, repost, answer and follow', async () => {
    const network = await start();
    const uri = network.postUri('centre', 1);
    network.setCounts('centre', 1, { likes: 3, shares: 10, comments: 2 });
    for (const method of ['app.bsky.feed.getLikes', 'app.bsky.feed.getRepostedBy', 'app.bsky.feed.getQuotes', 'app.bsky.feed.getPostThread']) {
      expect((await askNetwork(call(network, method, `uri=${uri}`))).text).toContain(PASSERS_BY[0].name);
    }
    expect((await askNetwork(call(network, 'app.bsky.graph.getFollowers', 'actor=centre.example'))).text).toContain(PASSERS_BY[0].name);
  });
});
