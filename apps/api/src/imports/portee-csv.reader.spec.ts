import { describe, expect, it } from 'vitest';
import { hasRealFiles, postsOf, readRows, realFile, reasonsOf } from '../../../../test/support/exports.js';

const HEADER = 'channel,network,post_id,published_at,format,paid,followers,reach,views,likes,text,url,observed_at';
const DEFAULTS = { channel: 'Page', network: 'facebook', post_id: 'p1', published_at: '2026-01-15T18:30:00+01:00', format: 'photo', paid: '0', followers: '1200', reach: '66', views: '90', likes: '4', text: 'Bonjour', url: 'https://a.be/1', observed_at: '' };
const row = (changes: Partial<typeof DEFAULTS> = {}) => Object.values({ ...DEFAULTS, ...changes }).map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',');
const file = (...rows: string[]) => [HEADER, ...rows, ''].join('\n');

describe('Portée CSV of posts', () => {
  it('reads a row whole', async () => {
    const [post] = postsOf(await readRows(file(row())));
    expect(post).toMatchObject({
      line: 2, channel: { network: 'facebook', externalId: null, name: 'Page' }, remarks: [],
      reading: { externalId: 'p1', publishedAt: new Date('2026-01-15T17:30:00Z'), format: 'photo', paid: false, text: 'Bonjour', url: 'https://a.be/1', observedAt: null, figures: { followers: 1200, reach: 66, reachOrganic: null, views: 90, likes: 4, saves: null } },
    });
  });

  it('accepts fans for followers and impressions for views', async () => {
    const [post] = postsOf(await readRows(file(row()).replace('followers', 'fans').replace('views', 'impressions')));
    expect(post?.reading.figures).toMatchObject({ followers: 1200, views: 90 });
  });

  it('takes a formula for the text it is', async () => {
    const posts = postsOf(await readRows(file(row({ text: '=cmd|/c calc' }), row({ post_id: 'p2', text: "'=cmd|/c calc" }), row({ post_id: 'p3', text: "'t is goed" }))));
    expect(posts.map(({ reading }) => reading.text)).toEqual(['=cmd|/c calc', '=cmd|/c calc', "'t is goed"]);
  });

  it('knows that nothing can be pushed on some networks', async () => {
    const posts = postsOf(await readRows(file(row({ paid: '' }), row({ paid: '', network: 'mastodon', post_id: 'p2' }))));
    expect(posts.map(({ reading }) => reading.paid)).toEqual([null, false]);
  });

  it('reads two figures of one post at two instants as two readings', async () => {
    const rows = await readRows(file(row({ observed_at: '2026-01-16T00:00:00Z' }), row({ observed_at: '2026-01-23T00:00:00Z', reach: '80' })));
    expect(reasonsOf(rows)).toEqual([]);
    expect(postsOf(rows)).toHaveLength(2);
  });

  it.each([
    { what: 'an instant without offset', change: { published_at: '2026-01-15T18:30:00' }, reason: 'offset-missing', column: 'published_at' },
    { what: 'a day without hour', change: { published_at: '2026-01-15' }, reason: 'time-missing', column: 'published_at' },
    { what: 'a date of another form', change: { published_at: '15/01/2026 18:30' }, reason: 'date-unreadable', column: 'published_at' },
    { what: 'the thirtieth of February', change: { published_at: '2026-02-30T18:30:00Z' }, reason: 'date-impossible', column: 'published_at' },
    { what: 'an offset of twenty hours', change: { published_at: '2026-01-15T18:30:00+20:00' }, reason: 'date-impossible', column: 'published_at' },
    { what: 'figures read before the publication', change: { observed_at: '2026-01-15T10:00:00Z' }, reason: 'after-observed', column: 'published_at' },
    { what: 'figures read after the download', change: { observed_at: '2026-12-01T10:00:00Z' }, reason: 'observed-after-download', column: 'observed_at' },
    { what: 'an unknown network', change: { network: 'friendster' }, reason: 'unknown-network', column: 'network' },
    { what: 'a row without channel', change: { channel: '' }, reason: 'value-missing', column: 'channel' },
    { what: 'a row without post', change: { post_id: '' }, reason: 'value-missing', column: 'post_id' },
    { what: 'a post shortened by a spreadsheet', change: { post_id: '1,22158E+17' }, reason: 'id-damaged-by-spreadsheet', column: 'post_id' },
    { what: 'an unknown format', change: { format: 'hologram' }, reason: 'unknown-format', column: 'format' },
    { what: 'an unclear push', change: { paid: 'maybe' }, reason: 'unknown-paid', column: 'paid' },
    { what: 'a negative figure', change: { reach: '-1' }, reason: 'negative', column: 'reach' },
    { what: 'a figure with a decimal', change: { reach: '66.5' }, reason: 'not-whole', column: 'reach' },
    { what: 'a word for a figure', change: { likes: 'many' }, reason: 'not-a-number', column: 'likes' },
    { what: 'a billion', change: { reach: '1000000000' }, reason: 'implausible', column: 'reach' },
    { what: 'an abbreviated figure', change: { reach: '1.5k' }, reason: 'abbreviated-number', column: 'reach' },
  ])('rejects $what, naming the column', async ({ change, reason, column }) => {
    const rows = await readRows(file(row({ post_id: 'p0' }), row(change)));
    expect(rows[1]).toMatchObject({ kind: 'rejected', line: 3, problem: { reason, column } });
    expect(rows[0]?.kind).toBe('post');
  });

  it('keeps a reach over all followers: shares carry beyond them', async () => {
    expect(reasonsOf(await readRows(file(row({ followers: '50', reach: '5000', views: '9000' }))))).toEqual([]);
  });

  it('cuts a text beyond ten thousand signs, drops control signs, and leaves out an address that is none', async () => {
    const [post] = postsOf(await readRows(file(row({ text: `a\u0000b\u0007${'é'.repeat(10_001)}`, url: 'javascript:alert(1)' }))));
    expect(post?.reading.text).toBe(`ab${'é'.repeat(9_998)}`);
    expect(post?.reading.url).toBeNull();
    expect(post?.remarks.map(({ reason }) => reason)).toEqual(['text-cut', 'url-not-web']);
  });

  it.skipIf(!hasRealFiles)('reads the 500 posts of 2014 in ../shared/data, with the sums of the source', async () => {
    const posts = postsOf(await readRows(realFile('uci_page_2014.portee.csv')));
    const [header = '', ...lines] = realFile('uci_facebook_metrics.csv').toString('utf8').trim().split('\n');
    const source = (name: string) => lines.reduce((sum, line) => sum + Number(line.split(',')[header.split(',').indexOf(name)]), 0);
    const sum = (measure: 'reach' | 'reachFollowers' | 'views' | 'likes' | 'shares') => posts.reduce((total, { reading }) => total + (reading.figures[measure] ?? 0), 0);
    expect(posts).toHaveLength(500);
    expect([sum('reach'), sum('reachFollowers'), sum('views'), sum('likes'), sum('shares')]).toEqual(['Lifetime Post Total Reach', 'Lifetime Post reach by people who like your Page', 'Lifetime Post Total Impressions', 'like', 'share'].map(source));
    expect([true, false, null].map((paid) => posts.filter(({ reading }) => reading.paid === paid).length)).toEqual([139, 360, 1]);
    expect(posts.filter(({ reading }) => reading.figures.shares === null)).toHaveLength(4);
    expect(posts.filter(({ remarks }) => remarks.some(({ reason }) => reason === 'reach-above-views'))).toHaveLength(4);
  });
});

describe('Portée CSV of channels', () => {
  const channels = (...rows: string[]) => ['channel,network,day,followers,reach,views,visits', ...rows, ''].join('\n');

  it('reads a day, empty figures unknown', async () => {
    expect(await readRows(channels('Page,facebook,2026-01-15,1200,,90,'))).toEqual([
      { kind: 'channel-day', line: 2, channel: { network: 'facebook', externalId: null, name: 'Page' }, remarks: [], reading: { day: '2026-01-15', observedAt: null, followers: 1200, reach: null, views: 90, visits: null, followersReached28Days: null } },
    ]);
  });

  it.each([
    { row: 'Page,facebook,15/01/2026,1200,,,', reason: 'date-unreadable' },
    { row: 'Page,facebook,2026-02-30,1200,,,', reason: 'date-impossible' },
    { row: 'Page,facebook,2027-01-01,1200,,,', reason: 'after-download' },
    { row: 'Page,facebook,2026-01-15,,,,', reason: 'no-figure' },
    { row: 'Page,facebook,2026-01-15,-3,,,', reason: 'negative' },
  ])('rejects $row', async ({ row: bad, reason }) => {
    expect(reasonsOf(await readRows(channels(bad)))).toEqual([`2 rejected ${reason}`]);
  });
});

