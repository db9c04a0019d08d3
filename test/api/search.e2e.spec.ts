import { type Channel, type SearchResults, MAX_FOUND } from '@portee/shared';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OrganisationsService } from '../../apps/api/src/accounts/organisations.service.js';
import { withClient } from '../support/database-client.js';
import { importFile } from '../support/imports.js';
import { memberOfRole } from '../support/member-of-role.js';
import { startTestPortee, type TestPortee } from '../support/portee.js';
import { firstMember, type Member } from '../support/visitor.js';

let portee: TestPortee;
let member: Member;
let channelId: string;
const at = (door: string) => `/api/v1/organisations/${member.slug}/${door}`;
const ask = (q: string) => member.get(at(`search?q=${encodeURIComponent(q)}`));
const find = (q: string) => member.json<SearchResults>('GET', at(`search?q=${encodeURIComponent(q)}`));
const totals = async (q: string) => Object.fromEntries(Object.entries(await find(q)).flatMap(([kind, { total }]) => (total === 0 ? [] : [[kind, total]])));

/** One post of each text, a day apart. */
const texts = ['Le jazz du jeudi : un été 100 % cuivres', 'Jeudi, le JAZZ revient e\u0301te\u0301 comme hiver', 'Un jeudi sans musique', 'C:\\affiches_finales', `${'mot '.repeat(100)}contrebasse ${'mot '.repeat(100)}`, '🎭 مَسْرَح'];

beforeAll(async () => {
  portee = await startTestPortee({}, { now: () => new Date('2026-11-23T08:00:00Z') });
  member = await firstMember(portee.url);
  const lines = texts.map((text, index) => `La lettre du Cèdre,newsletter,p${String(index)},2026-10-0${String(index + 1)}T10:00:00Z,1000,50,"${text}"`);
  await importFile(member, { name: 'a.csv', bytes: ['channel,network,post_id,published_at,followers,reach,text', ...lines].join('\n') });
  channelId = (await member.json<Channel[]>('GET', at('channels')))[0]?.id ?? '';
  await member.json('POST', at('plan/lines'), { kind: 'rule', title: 'Répondre aux amateurs de jazz', note: 'Le jour même', fromDay: '2026-11-01' });
  await member.json('POST', at('plan/appointments'), { channelId, title: 'Le jazz du jeudi', weekday: 4, time: '18:30', fromDay: '2026-11-01', role: 'Équipe médiation' });
  await member.json('POST', at('plan/posts'), { channelId, title: 'Annonce', note: 'Photo de la répétition de jazz', day: '2026-12-03', time: '18:30' });
  await member.json('POST', at('plan/objectives'), { channelId, quarter: '2026-Q4', measure: 'posts', target: 12 });
});
afterAll(() => portee?.stop());

describe('what is looked for', () => {
  it('is found in posts, channels and the plan, whatever its accents and capitals', async () => {
    for (const q of ['jazz', 'JAZZ', 'jàzz']) expect(await totals(q), q).toEqual({ posts: 2, lines: 1, appointments: 1, plannedPosts: 1 });
    expect(await totals('cedre')).toEqual({ channels: 1, objectives: 1 });
    expect(await totals('ÉQUIPE')).toEqual({ appointments: 1 });
    expect(await totals('2026-q4')).toEqual({ objectives: 1 });
    expect(await totals('مسرح')).toEqual({ posts: 1 });
    expect(await totals('🎭 مسرح')).toEqual({ posts: 1 });
  });

  it('has all its words, in any order, the latest first', async () => {
    const { posts } = await find('ete  jeudi jazz');
    expect(posts.items.map(({ day, time }) => [day, time])).toEqual([['2026-10-02', '12:00'], ['2026-10-01', '12:00']]);
    expect(await totals('jazz jour')).toEqual({ lines: 1 });
    expect(await totals('jazz tulipe')).toEqual({});
  });

  it('is read as it is written: no sign of it is a wildcard or a piece of a statement', async () => {
    expect(await totals('100 %')).toEqual({ posts: 1 });
    expect(await totals('%%')).toEqual({});
    expect(await totals('s_f')).toEqual({ posts: 1 });
    expect(await totals('ja_z')).toEqual({});
    expect(await totals('c:\\a')).toEqual({ posts: 1 });
    expect(await totals('jazz\0jeudi')).toEqual({ posts: 2, appointments: 1 });
    expect(await totals(`x') OR 1=1 --`)).toEqual({});
  });

  it('is shown by the part of a long text in which it stands', async () => {
    const { posts } = await find('contrebasse');
    expect(posts.items[0]?.excerpt).toMatch(/^…(mot )+contrebasse (mot )*mot?…$|^….*contrebasse.*…$/u);
    expect(posts.items[0]?.excerpt.length).toBeLessThanOrEqual(162);
  });

  it('is found in the same posts as the list of posts finds', async () => {
    for (const q of ['jeudi', 'musique jeudi', '100 %', '%%']) expect((await member.json<{ total: number }>('GET', at(`posts?q=${encodeURIComponent(q)}`))).total, q).toBe((await find(q)).posts.total);
  });

  it('leaves out what was taken out of the plan', async () => {
    const { id } = await member.json<{ id: string }>('POST', at('plan/lines'), { kind: 'rule', title: 'Une marionnette', fromDay: '2026-11-01' });
    expect(await totals('marionnette')).toEqual({ lines: 1 });
    await member.delete(at(`plan/lines/${id}`));
    expect(await totals('marionnette')).toEqual({});
  });

  it('is shown so many at a time, with how many there are', async () => {
    for (let index = 0; index <= MAX_FOUND; index += 1) await member.json('POST', at('plan/lines'), { kind: 'other', title: `Tambour ${String(index)}`, fromDay: '2026-11-01' });
    const { lines } = await find('tambour');
    expect([lines.items.length, lines.total]).toEqual([MAX_FOUND, MAX_FOUND + 1]);
  });
});

describe('looking', () => {
  it('is refused without a word, with a letter, and with more than a line', async () => {
    for (const q of ['', ' ', 'a', ' a ', '\u0301\u0301', 'a'.repeat(101), '\0\0']) expect(await ask(q), JSON.stringify(q)).toMatchObject({ status: 422, body: { reason: 'invalid-input', fields: [{ path: 'q' }] } });
    expect((await member.get(at('search'))).status).toBe(422);
  });

  it('is open to whoever reads, and sees one organisation', async () => {
    const reader = await memberOfRole('reader', { portee, slug: member.slug });
    expect(await reader.json<SearchResults>('GET', at('search?q=jazz'))).toEqual(await find('jazz'));
    const { id } = await portee.running.app.get(OrganisationsService, { strict: false }).create({ name: 'Chez eux', timeZone: 'Europe/Brussels' });
    await withClient(portee.database.ownerUrl, async (client) => {
      await client.query(`SELECT set_config('app.organisation_id', $1, false)`, [id]);
      await client.query(`INSERT INTO plan_line (organisation_id, id, kind, title, from_day) VALUES ($1, gen_random_uuid(), 'other', 'Un théremine', '2026-11-01')`, [id]);
    });
    expect(await totals('theremine')).toEqual({});
  });
});
