import { request as httpRequest } from 'node:http';
import type { Channel, ImportView, MonthlyReport, PostPage } from '@portee/shared';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { importFile, settled, upload } from '../support/imports.js';
import { startTestPortee, type TestPortee } from '../support/portee.js';
import { firstMember, type Member } from '../support/visitor.js';

const HEADER = 'channel,network,post_id,published_at,format,paid,followers,reach,reach_organic,reach_paid,reach_followers,views,likes,comments,shares,saves,clicks,text,url,observed_at';
const META = 'Post ID,Page ID,Page name,Title,Publish time,Permalink,Is crosspost,Is share,Post type,Date,Views,Reach,Reactions,Comments,Shares,Views from Organic posts,Views from Boosted posts,Reach from Organic posts,Reach from Boosted posts';

let portee: TestPortee;
let visitor: Member;

const get = <T>(path: string) => visitor.json<T>('GET', `/api/v1/organisations/${visitor.slug}/${path}`);
const act = <T>(method: string, path: string, body?: unknown) => visitor.json<T>(method, `/api/v1/organisations/${visitor.slug}/${path}`, body);
const posts = async () => (await get<PostPage>('posts?limit=200&sort=publishedAt')).items;
const send = (text: string, fields: Record<string, string> = {}) => importFile(visitor, { name: 'fichier.csv', bytes: text }, fields);

/** A line of Portée CSV: what is not given is unknown. */
function line(values: Partial<Record<string, string | number>>): string {
  const row: Record<string, string | number> = { channel: 'La page', network: 'facebook', published_at: '2025-03-04T18:00:00+01:00', observed_at: '2025-04-01T00:00:00Z', ...values };
  return HEADER.split(',').map((name) => row[name] ?? '').join(',');
}
const csv = (...lines: Partial<Record<string, string | number>>[]) => [HEADER, ...lines.map(line)].join('\n');
const metaRow = (id: string, page: string, reach: number) => `96022126619${id.padStart(4, '0')},10006630005703${page},Page ${page},Bonjour,03/18/2025 12:59,https://www.facebook.com/x/${id},0,0,Photos,Lifetime,${reach * 2},${reach},3,1,1,${reach * 2},0,${reach},0`;

beforeAll(async () => {
  portee = await startTestPortee();
  visitor = await firstMember(portee.url);
});
afterAll(() => portee.stop());
beforeEach(async () => {
  for (const channel of await get<Channel[]>('channels')) await visitor.send('DELETE', `/api/v1/organisations/${visitor.slug}/channels/${channel.id}`);
});

describe('an import', () => {
  it('changes nothing when the same file comes twice, even without a date of download', async () => {
    const text = [META, metaRow('1001', '7', 60), metaRow('1002', '7', 80)].join('\n');
    expect((await send(text)).outcome).toMatchObject({ postsNew: 2, snapshotsNew: 2 });
    const before = await posts();
    expect((await send(text)).outcome).toMatchObject({ postsNew: 0, snapshotsNew: 0, unchanged: 2 });
    expect(await posts()).toEqual(before);
  });

  it('adds readings when a newer file knows more, and the older one comes too late to be the latest', async () => {
    const young = (reach: number) => [META, metaRow('1001', '7', reach)].join('\n');
    await send(young(60), { observedAt: '2025-03-20T10:00:00Z' });
    await send(young(90), { observedAt: '2025-03-22T10:00:00Z' });
    await send(young(75), { observedAt: '2025-03-21T10:00:00Z' });
    expect(await posts()).toMatchObject([{ reach: 90, isFinal: false, ineligible: 'growing', observedAt: '2025-03-22T10:00:00.000Z' }]);
  });

  it('is applied whole or, when a line is refused, not at all until somebody decides', async () => {
    const refused = await send(csv({ post_id: 'a', reach: 50, followers: 900 }, { post_id: 'b', reach: -3, followers: 900 }));
    expect(refused).toMatchObject({ state: 'needs-decision', rows: { read: 2, accepted: 1, rejected: 1 }, outcome: null });
    expect(refused.problems).toMatchObject([{ line: 3, column: 'reach', severity: 'rejected' }]);
    expect(await posts()).toEqual([]);
    expect(await get<Channel[]>('channels')).toEqual([]);
    await act('POST', `imports/${refused.id}/decision`, { decision: 'without-rejected' });
    expect(await settled(visitor, refused.id)).toMatchObject({ state: 'applied', outcome: { postsNew: 1 } });
    expect(await posts()).toMatchObject([{ externalId: 'a', reach: 50 }]);
  });

  it('can be given up, and then leaves nothing', async () => {
    const refused = await send(csv({ post_id: 'a', reach: 1.5 }));
    expect(await act<ImportView>('POST', `imports/${refused.id}/decision`, { decision: 'refuse' })).toMatchObject({ state: 'refused' });
    const again = await visitor.send('POST', `/api/v1/organisations/${visitor.slug}/imports/${refused.id}/decision`, { decision: 'without-rejected' });
    expect(again.status).toBe(409);
    expect(await posts()).toEqual([]);
  });

  it('is undone without trace, newest first', async () => {
    const first = await send(csv({ post_id: 'a', reach: 50, followers: 900, text: 'avant', observed_at: '2025-03-06T00:00:00Z' }));
    const before = await posts();
    const second = await send(csv({ post_id: 'a', reach: 70, followers: 900, text: 'après' }, { post_id: 'b', reach: 20, followers: 900 }));
    expect(await posts()).toHaveLength(2);
    const tooEarly = await visitor.send('DELETE', `/api/v1/organisations/${visitor.slug}/imports/${first.id}`);
    expect([tooEarly.status, (await tooEarly.json()).reason]).toEqual([409, 'undo-newer-first']);
    expect(await act<ImportView>('DELETE', `imports/${second.id}`)).toMatchObject({ state: 'undone' });
    expect(await posts()).toEqual(before);
    await act('DELETE', `imports/${first.id}`);
    expect(await posts()).toEqual([]);
    expect(await get<Channel[]>('channels')).toEqual([]);
  });

  it('takes one page out of a file that holds two, and names the lines left out', async () => {
    const text = [META, metaRow('1', '7', 10), metaRow('2', '7', 20), metaRow('3', '8', 30)].join('\n');
    const refused = await send(text);
    expect(refused).toMatchObject({ state: 'needs-decision', rows: { read: 3, accepted: 2, rejected: 1 }, problems: [{ line: 4, reason: 'other-page' }] });
    expect(refused.problems[0]?.message).toContain('Page 8');
  });

  it('does not write one page into the channel of another', async () => {
    const channel = await act<Channel>('POST', 'channels', { network: 'facebook', name: 'Autre', externalId: '100066300057099' });
    expect(await send([META, metaRow('1', '7', 10)].join('\n'), { channelId: channel.id })).toMatchObject({ state: 'refused', refusal: { reason: 'file-of-another-page' } });
    const mastodon = await act<Channel>('POST', 'channels', { network: 'mastodon', name: 'Pouet' });
    expect(await send([META, metaRow('1', '7', 10)].join('\n'), { channelId: mastodon.id })).toMatchObject({ state: 'refused', refusal: { reason: 'file-of-another-network' } });
  });

  it('gives a channel typed in by hand the identifier of its page, and takes it back when undone', async () => {
    const channel = await act<Channel>('POST', 'channels', { network: 'facebook', name: 'Notre page' });
    const done = await send([META, metaRow('1', '7', 10)].join('\n'), { channelId: channel.id });
    expect(done).toMatchObject({ state: 'applied', channelIds: [channel.id] });
    expect(await get<Channel[]>('channels')).toMatchObject([{ externalId: '100066300057037' }]);
    await act('DELETE', `imports/${done.id}`);
    expect(await get<Channel[]>('channels')).toMatchObject([{ id: channel.id, externalId: null, posts: 0 }]);
  });

  it('asks what the columns of an unknown file mean, remembers it, and reads the hours in the zone given', async () => {
    const text = ['Titre;Publié le;Personnes;Réactions', '"Concert";"04/03/2025 18:30";"1 234";"12"', '"Expo";"30/03/2025 14:00";"567";"3"'].join('\n');
    const asked = await send(text);
    expect(asked).toMatchObject({ state: 'needs-mapping', preview: { headers: ['Titre', 'Publié le', 'Personnes', 'Réactions'], remembered: false } });
    const mapping = { columns: { text: 'Titre', published_at: 'Publié le', reach: 'Personnes', likes: 'Réactions' }, timeZone: 'Europe/Brussels', dateOrder: 'day-first', newChannel: { network: 'facebook', name: 'La page' } };
    await act('POST', `imports/${asked.id}/mapping`, mapping);
    expect(await settled(visitor, asked.id)).toMatchObject({ state: 'applied', format: 'mapped', outcome: { postsNew: 2 } });
    expect(await posts()).toMatchObject([{ publishedAt: '2025-03-04T17:30:00.000Z', reach: 1234, likes: 12 }, { publishedAt: '2025-03-30T12:00:00.000Z', reach: 567 }]);
    expect(await send(`${text}\n"Bal";"01/04/2025 20:00";"8";"1"`)).toMatchObject({ state: 'needs-mapping', preview: { remembered: true, guesses: mapping.columns } });
  });

  it('says that followers are unknown, and estimated when they were counted later', async () => {
    const done = await send([META, metaRow('1', '7', 60)].join('\n'), { observedAt: '2025-06-01T00:00:00Z' });
    expect(done.asksFollowers).toBe(true);
    expect(await posts()).toMatchObject([{ reachRate: null, ineligible: 'no-followers' }]);
    await act('POST', `channels/${done.channelIds[0]}/followers`, { readings: [{ day: '2025-06-01', followers: 1200 }] });
    expect(await posts()).toMatchObject([{ reachRate: 0.05, followersEstimated: true, ineligible: null }]);
    const report = await get<MonthlyReport>('reports/2025-03');
    expect(report.channels[0]?.followers).toMatchObject({ count: 1200, estimated: true });
    expect(await get<ImportView>(`imports/${done.id}`)).toMatchObject({ asksFollowers: false });
  });

  it('turns unknown into organic where somebody says that nothing was pushed, and back', async () => {
    const done = await send(csv({ post_id: 'a', reach: 50, followers: 900, paid: '' }, { post_id: 'b', reach: 60, followers: 900, paid: '1' }));
    expect((await posts()).map(({ paid }) => paid)).toEqual([null, true]);
    const declared = await act<{ id: string }[]>('POST', `channels/${done.channelIds[0]}/unpaid-periods`, { from: '2025-03-01', to: '2025-03-31' });
    expect((await posts()).map(({ paid }) => paid)).toEqual([false, true]);
    await act('DELETE', `channels/${done.channelIds[0]}/unpaid-periods/${declared[0]?.id}`);
    expect((await posts()).map(({ paid }) => paid)).toEqual([null, true]);
  });
});

describe('posts as Portée CSV', () => {
  const read = async (query = '') => (await visitor.send('GET', `/api/v1/organisations/${visitor.slug}/posts.csv${query}`)).text();

  it('come back unchanged when read in again', async () => {
    await send(csv({ post_id: 'a', reach: 50, followers: 900, text: '"Bonsoir, dit-elle"' }, { post_id: 'b', followers: 900, published_at: '2025-03-09T10:00:00+01:00' }));
    const [before, text] = [await posts(), await read()];
    for (const channel of await get<Channel[]>('channels')) await visitor.send('DELETE', `/api/v1/organisations/${visitor.slug}/channels/${channel.id}`);
    expect(await send(text)).toMatchObject({ state: 'applied', outcome: { postsNew: 2 } });
    const bare = (list: Awaited<ReturnType<typeof posts>>) => list.map(({ id: _id, channelId: _channel, ...rest }) => rest);
    expect(bare(await posts())).toEqual(bare(before));
  });

  it('never hand a spreadsheet a text that it would run', async () => {
    await send(csv({ post_id: 'a', reach: 50, text: "=cmd|' /C calc'!A0" }));
    expect((await posts())[0]?.text).toBe("=cmd|' /C calc'!A0");
    expect(await read()).toContain(`,"'=cmd|`);
  });

  it('follow the filters of the list', async () => {
    await send(csv({ post_id: 'mars', reach: 50 }, { post_id: 'avril', reach: 50, published_at: '2025-04-02T10:00:00+02:00', observed_at: '2025-05-01T00:00:00Z' }));
    const text = await read('?from=2025-04-01');
    expect([text.includes('avril'), text.includes('mars')]).toEqual([true, false]);
  });
});

describe('a file that cannot be read', () => {
  it.each([
    ['nothing in it', '', 'empty-file'],
    ['a header and nothing else', HEADER, 'header-only'],
    ['a picture', '\u0089PNG\r\n\u001a\n\u0000\u0000\u0000\rIHDR', 'not-a-text-file'],
    ['a quote that never closes', `${HEADER}\nx,"facebook,a,b`, 'quote-not-closed'],
  ])('is refused with its reason: %s', async (_, bytes, reason) => {
    const done = await importFile(visitor, { name: 'x.csv', bytes: Buffer.from(bytes, 'latin1') });
    expect(done).toMatchObject({ state: 'refused', refusal: { reason } });
    expect(done.refusal?.message.length).toBeGreaterThan(20);
    expect(await posts()).toEqual([]);
  });

  it.each([
    [{ post_id: '1.22158E+17' }, 'post_id'],
    [{ post_id: 'a', reach: 5_000_000_000 }, 'reach'],
    [{ post_id: 'a', published_at: '2025-03-04 18:00' }, 'published_at'],
    [{ post_id: 'a', published_at: '2125-03-04T18:00:00Z' }, 'published_at'],
  ])('names line, column and cure: %o', async (values, column) => {
    const done = await send(csv(values));
    expect(done).toMatchObject({ state: 'needs-decision', rows: { rejected: 1 }, problems: [{ line: 2, column }] });
  });

  it('is refused past the limit without keeping a byte', async () => {
    const small = await startTestPortee({ maxUploadBytes: 1000 });
    try {
      const guest = await firstMember(small.url);
      const form = new FormData();
      form.set('file', new Blob(['x'.repeat(5000)]), 'x.csv');
      const answer = await guest.send('POST', `/api/v1/organisations/${guest.slug}/imports`, form);
      expect([answer.status, (await answer.json()).reason]).toEqual([413, 'file-too-large']);
      expect(await guest.json('GET', `/api/v1/organisations/${guest.slug}/imports`)).toEqual([]);
    } finally {
      await small.stop();
    }
  });

  it('leaves nothing when the connection is cut in the middle', async () => {
    const before = (await get<ImportView[]>('imports')).length;
    const { hostname, port } = new URL(portee.url);
    const cookie = visitor.cookies().map(({ name, value }) => `${name}=${value}`).join('; ');
    const request = httpRequest({ hostname, port, method: 'POST', path: `/api/v1/organisations/${visitor.slug}/imports`, headers: { cookie, origin: portee.url, 'content-type': 'multipart/form-data; boundary=b', 'content-length': 5_000_000 } });
    const gone = new Promise((done) => request.on('error', done));
    request.write(`--b\r\ncontent-disposition: form-data; name="file"; filename="x.csv"\r\n\r\n${HEADER}\n${'x'.repeat(2_000_000)}`);
    await vi.waitFor(() => expect(request.writableLength).toBe(0));
    request.destroy(new Error('cable pulled'));
    await gone;
    expect(await get<ImportView[]>('imports')).toHaveLength(before);
    expect((await upload(visitor, { name: 'y.csv', bytes: csv({ post_id: 'z', reach: 1 }) })).state).toBeTruthy();
  });

  it('of another organisation’s channel is refused as if the channel did not exist', async () => {
    const form = new FormData();
    form.set('channelId', '01900000-0000-7000-8000-000000000000');
    form.set('file', new Blob([csv({ post_id: 'a' })]), 'x.csv');
    const answer = await visitor.send('POST', `/api/v1/organisations/${visitor.slug}/imports`, form);
    expect([answer.status, (await answer.json()).reason]).toEqual([404, 'channel-not-found']);
  });
});
