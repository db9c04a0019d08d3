import { describe, expect, it } from 'vitest';
import { fixture, hasRealFiles, openFile, postsOf, readRows, realFile, reasonsOf } from '../../../../test/support/exports.js';

const HEADER = 'Post ID,Page ID,Page name,Publish time,Permalink,Post type,Date,Views,Reach,Reactions,Comments,Shares,Reach from Organic posts,Reach from Boosted posts';
const file = (...rows: string[]) => [HEADER, ...rows, ''].join('\n');
const row = (changes: Partial<Record<'id' | 'time' | 'reach' | 'views', string>> = {}) =>
  `${changes.id ?? '900000000000001'},100000000000001,Centre,${changes.time ?? '01/15/2026 09:30'},https://www.facebook.com/x,Photos,Lifetime,${changes.views ?? '80'},${changes.reach ?? '66'},5,1,2,66,0`;

describe('Facebook posts file', () => {
  it('is recognised by its content, in English and in French', async () => {
    for (const name of ['facebook-posts.en.csv', 'facebook-posts.fr.csv']) expect(await openFile(fixture(name))).toMatchObject({ kind: 'readable', format: 'facebook-posts', fileTimeZone: 'America/Los_Angeles' });
  });

  it('turns Pacific time into instants on both sides of a clock change', async () => {
    const posts = postsOf(await readRows(fixture('facebook-posts.en.csv')));
    const hours = Object.fromEntries(posts.map(({ reading }) => [reading.externalId.slice(-1), reading.publishedAt.toISOString()]));
    expect(hours['1']).toBe('2026-01-15T17:30:00.000Z'); // 09:30 PST is UTC-8: 18:30 in Brussels
    expect(hours['3']).toBe('2026-03-10T17:15:00.000Z'); // 10:15 PDT is UTC-7, Europe not yet in summer: 18:15 in Brussels
    expect(hours['7']).toBe('2026-04-02T01:00:00.000Z'); // 18:00 PDT is UTC-7: 03:00 of the next day in Brussels
  });

  it('says when the clocks were being changed', async () => {
    expect(reasonsOf(await readRows(fixture('facebook-posts.en.csv')))).toEqual(['6 post hour-skipped', '7 post hour-repeated', '8 post organic-above-reach']);
  });

  it('keeps three states of a paid push', async () => {
    const posts = postsOf(await readRows(fixture('facebook-posts.en.csv')));
    expect(posts.map(({ reading }) => reading.paid)).toEqual([false, true, false, false, null, false, null]);
  });

  it('keeps unknown apart from zero', async () => {
    const posts = postsOf(await readRows(fixture('facebook-posts.en.csv')));
    const figures = (id: string) => posts.find(({ reading }) => reading.externalId.endsWith(id))?.reading.figures;
    expect(figures('1')).toMatchObject({ reach: 412, reachPaid: 0, views: 620, likes: 20, comments: 2, shares: 3, clicks: 14, saves: null, videoViews: null });
    expect(figures('2')).toMatchObject({ reach: 3010, reachOrganic: 1678, reachPaid: 2115 }); // people reached both ways count twice
    expect(figures('3')).toMatchObject({ videoViews: 700, watchTimeSeconds: 5322 });
    expect(figures('5')).toMatchObject({ reach: 150, views: null }); // nobody is reached without a view
    expect(figures('6')).toMatchObject({ reach: 1243, reachOrganic: null }); // 107 627 organic of 1 243 is no figure
    expect(figures('7')).toMatchObject({ reach: 200, likes: null, shares: null }); // the row ends before them
  });

  it('tells a reel by its address and a share by its mark', async () => {
    const posts = postsOf(await readRows(fixture('facebook-posts.en.csv')));
    expect(posts.map(({ reading }) => reading.format)).toEqual(['photo', 'link', 'short_video', 'text', 'photo', 'photo', 'live']);
    expect(posts.map(({ reading }) => reading.isShare)).toEqual([false, false, false, false, true, false, false]);
    expect(posts[0]?.reading.text).toBe('Samedi, concert de la fanfare\n"Les Joyeux", à 20 h');
  });

  it('skips totals, in either language', async () => {
    const kinds = async (name: string) => (await readRows(fixture(name))).at(-1)?.kind;
    expect([await kinds('facebook-posts.en.csv'), await kinds('facebook-posts.fr.csv')]).toEqual(['skipped', 'skipped']);
  });

  it('takes the first filled cell of a column that stands twice', async () => {
    const posts = postsOf(await readRows(file(`${row({ views: '' })}`).replace('Reach from Boosted posts', 'Views')));
    expect(posts[0]?.reading.figures.views).toBe(null); // the second one prints 0 beside a reach
    const twice = `${HEADER},Vues\n${row({ views: '' })},123\n`;
    expect(postsOf(await readRows(twice))[0]?.reading.figures.views).toBe(123);
  });

  it.each([
    { what: 'an identifier shortened by a spreadsheet', row: row({ id: '1.22158E+17' }), reason: 'id-damaged-by-spreadsheet' },
    { what: 'an identifier that is no number', row: row({ id: 'concert' }), reason: 'id-not-a-number' },
    { what: 'a date of the other order', row: row({ time: '25/03/2026 10:00' }), reason: 'mixed-date-orders' },
    { what: 'a day that does not exist', row: row({ time: '02/30/2026 10:00' }), reason: 'date-impossible' },
    { what: 'a date changed by a spreadsheet', row: row({ time: '2026-03-25 10:00' }), reason: 'date-changed-by-spreadsheet' },
    { what: 'a negative figure', row: row({ reach: '-5' }), reason: 'negative' },
    { what: 'a billion', row: row({ reach: '1000000000' }), reason: 'implausible' },
    { what: 'half a person', row: row({ reach: '12.5' }), reason: 'not-whole' },
    { what: 'a date after the download', row: row({ time: '11/24/2026 10:00' }), reason: 'after-download' },
    { what: 'a date before the networks', row: row({ time: '01/01/2003 10:00' }), reason: 'before-2004' },
  ])('rejects $what, with its line', async ({ row: bad, reason }) => {
    expect(reasonsOf(await readRows(file(row(), bad)))).toEqual([`3 rejected ${reason}`]);
  });

  it('counts the same row once, and rejects the same post with other figures', async () => {
    const rows = await readRows(file(row(), row(), row({ reach: '67' })));
    expect(reasonsOf(rows)).toEqual(['3 skipped duplicate-row', '4 rejected duplicate-id-differs']);
    expect(rows[2]).toMatchObject({ problem: { params: { line: 2 } } });
  });

  it('keeps reach above views, with a remark', async () => {
    expect(reasonsOf(await readRows(file(row({ reach: '90', views: '80' }))))).toEqual(['2 post reach-above-views']);
  });

  it.skipIf(!hasRealFiles)('reads the 48 posts of the real file in ../shared/data', async () => {
    const rows = await readRows(realFile('exports/facebook-posts-business-suite.csv'));
    const posts = postsOf(rows);
    expect([rows.length, posts.length]).toEqual([48, 48]);
    expect(posts[0]?.reading).toMatchObject({ externalId: '960221266197866', paid: false, format: 'photo' });
    expect(posts[0]?.reading.publishedAt.toISOString()).toBe('2025-03-18T19:59:00.000Z'); // 12:59 PDT; 20:59 in Brussels, still in winter
    expect(posts.every(({ reading }) => reading.figures.views === null || reading.figures.views > 0 || reading.figures.reach === 0)).toBe(true);
  });
});

