import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HttpClient } from '../../apps/api/src/networks/core/http-client.js';
import type { ChannelAccess, Cursor, JsonValue, ReadingPage } from '../../apps/api/src/networks/core/network-connector.js';
import { NetworkError } from '../../apps/api/src/networks/core/network-error.js';
import { FacebookConnector } from '../../apps/api/src/networks/facebook/facebook.connector.js';
import { FACEBOOK_APPLICATION, type FacebookStandIn, startFacebookStandIn } from './facebook.stand-in.js';
import { inventPosts } from './invented-posts.js';
import { askNetwork } from './network-answer.js';

const PAGE = '100000000000001';
const SINCE = new Date('2024-01-01T00:00:00Z');
const { id: clientId, secret: clientSecret } = FACEBOOK_APPLICATION;
const application = { clientId, clientSecret };
const redirectUri = FACEBOOK_APPLICATION.redirectUris[0] ?? '';
/** All but one of each of these figures have come. */
const final = { likes: 40, comments: 5, shares: 3 };
const posts = inventPosts({ seed: 4, from: new Date('2026-10-27T00:00:00Z'), to: new Date('2026-11-20T00:00:00Z'), postsPerWeek: 9, followers: 4000 })
  .map((post) => ({ ...post, final: { ...post.final, ...final } }));

let now = new Date('2026-11-23T11:00:00Z');
let facebook: FacebookStandIn;
let http: HttpClient;
let connector: FacebookConnector;

const access = (changed: Partial<ChannelAccess> = {}, scopes: string[] = []): ChannelAccess => ({
  externalId: PAGE, timeZone: 'Europe/Brussels', settings: {}, memory: null, application,
  secret: { accessToken: facebook.pageToken(PAGE), refreshToken: null, renewAt: null, expiresAt: null, scopes }, ...changed,
});

async function collect(pages: AsyncGenerator<ReadingPage>): Promise<ReadingPage[]> {
  const all: ReadingPage[] = [];
  for await (const page of pages) all.push(page);
  return all;
}
const readDays = (sinceDay: string, as = access(), cursor: Cursor | null = null) => collect(connector.readChannel(as, { sinceDay, cursor }));
const listPosts = (as = access()) => collect(connector.listPosts(as, { since: SINCE, isDue: () => true, cursor: null }));
const memoryOf = (pages: readonly ReadingPage[]): JsonValue => pages.findLast(({ memory }) => memory !== undefined)?.memory ?? null;
const errorOf = (run: Promise<unknown>): Promise<unknown> => run.then(() => null, (error: unknown) => error);

beforeEach(async () => {
  now = new Date('2026-11-23T11:00:00Z');
  facebook = await startFacebookStandIn({ now: () => now, pages: [{ id: PAGE, name: 'Centre culturel', followers: 4000, since: SINCE, posts }, { id: '100000000000002', name: 'Bibliothèque', followers: 400, since: SINCE, posts: [] }] });
  http = new HttpClient({ now: () => now, networkUrls: { facebook: facebook.url }, allowPrivateAddresses: false });
  connector = new FacebookConnector(http);
});
afterEach(async () => {
  await http.close();
  await facebook.close();
});

describe('the days of a page', () => {
  it('are read back two years, 89 days at a time, each once, the newest first', async () => {
    const pages = await readDays('2020-01-01');
    const days = pages.slice(1).flatMap((page) => page.days.toReversed().map(({ day }) => day));
    expect(pages).toHaveLength(1 + Math.ceil(730 / 89));
    expect([days[0], days.at(-1)]).toEqual(['2026-11-22', '2024-11-24']);
    expect(days).toEqual([...new Set(days)].toSorted().toReversed());
    expect(pages[0]).toMatchObject({ name: 'Centre culturel', days: [{ day: '2026-11-23' }] });
    expect(pages[1]?.days.at(-1)).toMatchObject({ followers: expect.any(Number), reach: expect.any(Number), views: expect.any(Number), visits: expect.any(Number) });
  });

  it('resume between windows', async () => {
    const [today, first, second] = await readDays('2026-05-01');
    const rest = await readDays('2026-05-01', access({ memory: today?.memory ?? null }), first?.cursor ?? null);
    expect(rest[0]?.days).toEqual(second?.days);
  });

  it('lose a metric withdrawn overnight alone, and try it again after a week', async () => {
    const memory = memoryOf(await readDays('2026-11-20'));
    facebook.withdrawMetric('page_views_total');
    const pages = await readDays('2026-11-20', access({ memory }));
    expect(pages.flatMap(({ refused }) => refused)).toEqual([{ measure: 'visits', name: 'page_views_total', reason: 'withdrawn' }]);
    expect(pages[1]?.days.at(-1)).toMatchObject({ reach: expect.any(Number), visits: null });
    facebook.restoreMetric('page_views_total');
    const later = access({ memory: memoryOf(pages) });
    expect((await readDays('2026-11-20', later))[1]?.days.at(-1)?.visits).toBeNull();
    now = new Date(now.getTime() + 7 * 86_400_000);
    expect((await readDays('2026-11-26', later))[1]?.days.at(-1)?.visits).toEqual(expect.any(Number));
  });

  it('say that a page has too few likes for figures', async () => {
    facebook.under100Likes(PAGE);
    const pages = await readDays('2026-11-20');
    expect(pages.flatMap(({ refused }) => refused)).toContainEqual({ measure: 'reach', name: 'page_total_media_view_unique', reason: 'too-few-followers' });
    expect(pages.flatMap(({ days }) => days)).toHaveLength(1);
  });

  it.each([
    { trouble: 'nobody may read insights', reason: 'permission-missing', make: () => facebook.removePermission('read_insights', 200) },
    { trouble: 'the person lost the task', reason: 'permission-missing', make: () => facebook.takeTask(PAGE, 'ANALYZE') },
    { trouble: 'the page is deleted', reason: 'not-found', make: () => facebook.deletePage(PAGE) },
    { trouble: 'the password changed', reason: 'access-revoked', make: () => facebook.revokeAll(460) },
    { trouble: 'the version is retired', reason: 'version-retired', make: () => facebook.retireVersion('v26.0') },
  ])('end in $reason when $trouble', async ({ reason, make }) => {
    const as = access();
    make();
    const error = await errorOf(readDays('2026-11-20', as));
    expect(error instanceof NetworkError && error.reason).toBe(reason);
  });

  it('stop for a while when three quarters of a limit are spent, and after consent ran out for good', async () => {
    const as = access();
    facebook.showUsage(76);
    expect((await readDays('2026-11-20', as))[0]?.pauseUntil).toEqual(new Date(now.getTime() + 3_600_000));
    facebook.showUsage(null);
    expect((await readDays('2026-11-20', as))[0]?.pauseUntil).toBeUndefined();
    now = new Date(now.getTime() + 91 * 86_400_000);
    expect(await errorOf(readDays('2027-02-20', as))).toMatchObject({ reason: 'access-revoked', code: '190/493' });
  });
});

describe('the posts of a page', () => {
  it('tell their money, their followers and their totals', async () => {
    const listed = (await listPosts()).flatMap((page) => page.posts);
    const pushed = facebook.postIdOf(PAGE, 7).split('_')[1];
    expect(listed.map(({ paid }) => paid)).not.toContain(null);
    expect(listed.find(({ externalId }) => externalId === pushed)?.figures).toMatchObject({ viewsPaid: expect.any(Number), viewsFollowers: expect.any(Number), likes: 39, comments: 4, shares: 2 });
  });

  it.each([{ scopes: [] }, { scopes: ['pages_read_engagement', 'read_insights'] }])('add up kinds where totals are closed: scopes $scopes', async ({ scopes }) => {
    const whole = (await listPosts()).flatMap((page) => page.posts);
    facebook.removePermission('pages_read_user_content');
    const pages = await listPosts(access({}, scopes));
    expect(pages.flatMap((page) => page.posts)).toEqual(whole);
    expect(pages.flatMap(({ refused }) => refused)).toEqual([]);
  });

  it('lose a metric withdrawn overnight alone, in the list and read again', async () => {
    const pages = await listPosts();
    facebook.withdrawMetric('post_clicks');
    const as = access({ memory: memoryOf(pages) });
    const known = pages.flatMap((page) => page.posts);
    for (const again of [await listPosts(as), await collect(connector.readPosts(as, known))]) {
      expect(again.flatMap((page) => page.posts)).toEqual(known.map((post) => ({ ...post, figures: { ...post.figures, clicks: null } })));
      expect(again.flatMap(({ refused }) => refused)).toEqual([{ measure: 'clicks', name: 'post_clicks', reason: 'withdrawn' }]);
    }
  });

  it('are not all taken for deleted when the page may no longer be looked at', async () => {
    const known = (await listPosts()).flatMap((page) => page.posts);
    const as = access();
    facebook.deletePage(PAGE);
    expect(await errorOf(collect(connector.readPosts(as, known)))).toMatchObject({ reason: 'not-found', code: '100/33' });
  });

  it.each([{ field: 'shares', measure: 'shares' }, { field: 'reactions', measure: 'likes' }])('lose $measure alone when posts have no field $field any more', async ({ field, measure }) => {
    const whole = (await listPosts()).flatMap((page) => page.posts);
    const refusal = { error: { message: `(#100) Tried accessing nonexisting field (${field}) on node type (PagePost)`, type: 'OAuthException', code: 100 } };
    facebook.standIn.break(({ url }) => new RegExp(`\\b${field}\\b`).test(url.searchParams.get('fields') ?? ''), { kind: 'reply', status: 400, json: refusal });
    const pages = await listPosts();
    expect(pages.flatMap((page) => page.posts)).toEqual(whole.map((post) => ({ ...post, figures: { ...post.figures, [measure]: null } })));
    expect(pages.flatMap(({ refused }) => refused)).toEqual([{ measure, name: field, reason: 'withdrawn' }]);
  });

  it('are asked in smaller pages where the answer would be too long', async () => {
    const tooMuch = { error: { message: "Please reduce the amount of data you're asking for, then retry your request", type: 'OAuthException', code: 1 } };
    facebook.standIn.break(({ url }) => Number(url.searchParams.get('limit')) > 6, { kind: 'reply', status: 500, json: tooMuch });
    expect((await listPosts()).map((page) => page.posts.length)).toEqual([6, 6, 6, 6, 6, posts.length - 30].filter((count) => count > 0));
  });

  it('are asked for insights apart where the list does not bear them, or hides all because of them', async () => {
    const whole = (await listPosts()).flatMap((page) => page.posts);
    const withInsights = ({ url }: { url: URL }) => url.pathname.endsWith('/published_posts') && Boolean(url.searchParams.get('fields')?.includes('insights'));
    facebook.standIn.break(withInsights, { kind: 'reply', json: { data: [] } });
    expect((await listPosts()).flatMap((page) => page.posts)).toEqual(whole);
    facebook.standIn.mend();
    facebook.standIn.break(withInsights, { kind: 'reply', status: 400, json: { error: { message: '(#100) The value must be a valid insights metric', type: 'OAuthException', code: 100 } } });
    expect((await listPosts()).flatMap((page) => page.posts)).toEqual(whole);
  });

  it('are whole under a bare identifier, without a parting that is not given, and after a batch that was late', async () => {
    const whole = (await listPosts()).flatMap((page) => page.posts);
    facebook.quirks.hasBareIds = true;
    facebook.quirks.lateInBatch = 3;
    expect((await listPosts()).flatMap((page) => page.posts)).toEqual(whole);
    facebook.quirks.splitsPosts = false;
    const pages = await listPosts();
    expect(pages.flatMap((page) => page.posts.map(({ paid, figures }) => [paid, figures.viewsFollowers]))).toEqual(posts.map(() => [null, null]));
    expect(pages.flatMap(({ refused }) => refused.map(({ measure }) => measure))).toEqual(['viewsPaid', 'viewsFollowers']);
  });
});

describe('connecting a page', () => {
  const request = (state: string) => ({ application, settings: {}, redirectUri, state, challenge: 'c' });
  const codeFrom = async (): Promise<string> => {
    const dialogue = await connector.connecting.authorise?.(request('s 1'));
    return new URL((await askNetwork(dialogue?.href ?? '')).headers.get('location') ?? '').searchParams.get('code') ?? '';
  };

  it('offers every page with a token of its own, and the day on which consent ends', async () => {
    const choices = await connector.connecting.exchange?.({ application, settings: {}, redirectUri, code: await codeFrom(), verifier: 'v' });
    expect(choices?.map(({ externalId, name, kind }) => [externalId, name, kind])).toEqual([[PAGE, 'Centre culturel', 'page'], ['100000000000002', 'Bibliothèque', 'page']]);
    const [first, second] = choices ?? [];
    expect(first?.secret?.accessToken).not.toBe(second?.secret?.accessToken);
    expect(first?.secret).toMatchObject({ renewAt: null, refreshToken: null, expiresAt: new Date(now.getTime() + 90 * 86_400_000).toISOString() });
    expect(first?.secret?.scopes).toContain('pages_read_user_content');
    expect((await listPosts(access({ secret: first?.secret ?? null }))).flatMap((page) => page.posts)).toHaveLength(posts.length);
  });

  it('offers nothing where no page was ticked, and refuses a code that is none', async () => {
    facebook.untickPage(PAGE);
    facebook.untickPage('100000000000002');
    expect(await connector.connecting.exchange?.({ application, settings: {}, redirectUri, code: await codeFrom(), verifier: 'v' })).toEqual([]);
    const refused = connector.connecting.exchange?.({ application, settings: {}, redirectUri, code: 'none', verifier: 'v' });
    expect(await errorOf(Promise.resolve(refused))).toBeInstanceOf(NetworkError);
  });
});
