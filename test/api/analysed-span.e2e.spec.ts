import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readAnalysedSpan } from '../../apps/api/src/insights/read-analysed-span.js';
import type { SpanQuery } from '../../apps/api/src/insights/span-days.js';
import type { LedgerChannel } from '../../apps/api/src/posts/ledger-channel.js';
import { addChannel, addOrganisation, openLedger, reading, type TestLedger, write } from '../support/ledger.js';

const NOW = new Date('2026-11-29T10:00:00Z');

let ledger: TestLedger;
let organisation: { id: string; timeZone: string };
let channel: LedgerChannel;
let count = 0;

const writing = (request: Omit<Parameters<typeof write>[2], 'channel'>) => ledger.transaction.run(organisation.id, (manager) => write(manager, organisation.id, { channel, ...request }));
const spanOf = (query: Partial<SpanQuery> = {}) => ledger.transaction.run(organisation.id, (manager) => readAnalysedSpan(manager, { organisationId: organisation.id, id: channel.id }, { at: NOW, ...query }));
async function enter(network: string): Promise<void> {
  count += 1;
  organisation = await addOrganisation(ledger.transaction, `centre-${count}`);
  channel = await ledger.transaction.run(organisation.id, (manager) => addChannel(manager, organisation, network));
}

beforeAll(async () => {
  ledger = await openLedger();
});
afterAll(() => ledger.close());
beforeEach(() => enter('instagram'));

describe('the posts of a span', () => {
  it('are those of the 24 months that end today, the oldest first, with their figures', async () => {
    const posts = [
      reading('before', '2024-11-28T10:00:00Z'), reading('first', '2024-11-29T10:00:00Z'), reading('last', '2026-11-29T09:00:00Z'),
      reading('middle', '2025-06-01T19:10:00Z', { figures: { reach: 120, followers: 1000, likes: 7 }, authorRole: 'bibliothèque' }),
    ];
    await writing({ observedAt: '2026-11-29T09:30:00Z', posts });
    const span = await spanOf();
    expect(span).toMatchObject({ since: '2024-11-29', until: '2026-11-29', cutAt: null, channel: { network: 'instagram', timeZone: 'Europe/Brussels', givesReach: true } });
    expect(span.posts.map(({ text }) => text)).toEqual(['publication first', 'publication middle', 'publication last']);
    expect(span.posts[1]).toMatchObject({ localDay: '2025-06-01', hour: 21, weekday: 'sun', band: 'night', reach: 120, followers: 1000, likes: 7, authorRole: 'bibliothèque', ineligible: null });
  });

  it('end today whatever is asked, and hold no post of later', async () => {
    await writing({ observedAt: '2026-11-29T09:30:00Z', posts: [reading('now', '2026-11-29T09:00:00Z'), reading('planned', '2026-11-29T18:00:00Z')] });
    expect(await spanOf({ to: '2027-06-30' })).toMatchObject({ since: '2024-11-29', until: '2026-11-29', posts: [{ text: 'publication now' }] });
    expect(await spanOf({ from: '2026-11-01', to: '2026-11-28' })).toMatchObject({ since: '2026-11-01', until: '2026-11-28', posts: [] });
  });

  it('as of an instant know neither later figures nor later counts of followers nor later posts', async () => {
    const post = (reach: number) => reading('a', '2026-07-01T10:00:00Z', { figures: { reach } });
    for (const [observedAt, reach, followers] of [['2026-07-03T10:00:00Z', 10, 1000], ['2026-07-20T10:00:00Z', 50, 2000]] as const) {
      await writing({ observedAt, posts: [post(reach)], followers: [{ day: '2026-07-01', followers }] });
    }
    await writing({ observedAt: '2026-07-20T10:00:00Z', posts: [reading('b', '2026-07-19T10:00:00Z')] });
    expect((await spanOf()).posts).toMatchObject([{ reach: 50, followers: 2000, ineligible: null }, {}]);
    expect(await spanOf({ asOf: new Date('2026-07-20T09:59:59Z') })).toMatchObject({ since: '2024-09-01', cutAt: '2024-09-01', until: '2026-07-20', posts: [{ reach: 10, followers: 1000, ineligible: 'growing', observedAt: new Date('2026-07-03T10:00:00Z') }] });
    expect((await spanOf({ asOf: new Date('2026-07-03T09:59:59Z') })).posts).toEqual([]);
  });

  it('are another organisation’s to nobody else', async () => {
    const channelId = channel.id;
    await enter('instagram');
    await expect(spanOf().then(() => ledger.transaction.run(organisation.id, (manager) => readAnalysedSpan(manager, { organisationId: organisation.id, id: channelId }, { at: NOW })))).rejects.toThrow('channel-not-found');
  });
});

describe('a change of definition', () => {
  const CUT = '2026-06-15';
  const posts = [reading('before', '2026-06-14T10:00:00Z', { figures: { reach: 50 } }), reading('on the day', '2026-06-15T10:00:00Z', { figures: { reach: 60 } }), reading('after', '2026-07-01T10:00:00Z', { figures: { reach: 70 } })];
  const textsOf = async (query: Partial<SpanQuery> = {}) => (await spanOf(query)).posts.map(({ text }) => text?.replace('publication ', ''));
  beforeEach(() => enter('facebook'));

  it('begins the span, which says so', async () => {
    await writing({ observedAt: '2026-11-01T10:00:00Z', posts });
    expect(await spanOf()).toMatchObject({ since: CUT, until: '2026-11-29', cutAt: CUT, seams: [{ day: CUT, measure: 'reach', comparable: false }] });
    expect(await textsOf()).toEqual(['on the day', 'after']);
    expect(await spanOf({ to: '2026-06-14' })).toMatchObject({ cutAt: null, seams: [] });
    expect(await textsOf({ to: '2026-06-14' })).toEqual(['before']);
    expect(await spanOf({ from: CUT })).toMatchObject({ since: CUT, cutAt: null, seams: [] });
    expect(await textsOf({ asOf: new Date('2026-06-14T22:00:00Z') })).toEqual([]); // the 15th has begun in Brussels
  });

  it('keeps out posts of its days that were counted otherwise', async () => {
    await writing({ observedAt: '2026-06-01T10:00:00Z', posts: [reading('of a file', '2026-05-02T10:00:00Z', { figures: { reach: 50 } })] });
    await writing({ observedAt: '2026-11-01T10:00:00Z', source: 'api', posts: [reading('of the API', '2026-05-03T10:00:00Z', { figures: { reach: 9 } })] });
    expect(await textsOf({ to: '2026-05-31' })).toEqual(['of a file']);
  });

  it('that compares cuts nothing', async () => {
    await enter('newsletter');
    await writing({ observedAt: '2026-11-01T10:00:00Z', posts });
    expect(await spanOf()).toMatchObject({ cutAt: null, seams: [] });
    expect(await textsOf()).toEqual(['before', 'on the day', 'after']);
  });
});

describe('a post', () => {
  it('has the themes of its file and of its team, each once, those taken away left out', async () => {
    await writing({ observedAt: '2026-11-01T10:00:00Z', posts: [reading('a', '2026-07-01T10:00:00Z', { themes: ['expo', 'CINÉMA'] })] });
    await ledger.transaction.run(organisation.id, async (manager) => {
      const [{ id: postId } = { id: '' }] = await manager.query<{ id: string }[]>('SELECT id FROM post WHERE organisation_id = $1', [organisation.id]);
      for (const [name, byHand, byWords] of [['Cinéma', null, true], ['Atelier', true, false], ['Concert', false, true], ['Sortie', null, false]] as const) {
        const id = newId();
        await manager.query('INSERT INTO theme (organisation_id, id, name) VALUES ($1, $2, $3)', [organisation.id, id, name]);
        await manager.query('INSERT INTO post_theme (organisation_id, theme_id, post_id, by_hand, by_words) VALUES ($1, $2, $3, $4, $5)', [organisation.id, id, postId, byHand, byWords]);
      }
    });
    expect((await spanOf()).posts).toMatchObject([{ themes: ['Atelier', 'Cinéma', 'expo'] }]);
  });

  it('belongs to an appointment, calls to share and lies in holidays as its text and day say', async () => {
    const thursdays = Array.from({ length: 6 }, (_, week) => reading(`${week}`, new Date(Date.UTC(2026, 5, 18 + week * 7, 16)).toISOString(), { text: week === 0 ? 'Ce jeudi soir : jeux. Partagez !' : 'CE JEUDI SOIR, jeux' }));
    await writing({ observedAt: '2026-11-01T10:00:00Z', posts: [...thursdays, reading('other', '2026-07-24T10:00:00Z', { text: null })] });
    const { posts, series } = await spanOf();
    expect(series).toEqual([{ name: 'Ce jeudi soir', weekday: 'thu', everyDays: 7 }]);
    expect(posts.map((post) => post.series)).toEqual([...Array.from({ length: 6 }, () => 'Ce jeudi soir'), null]);
    expect(posts.map((post) => post.isShareOriented)).toEqual([true, false, false, false, false, false, false]);
    expect(posts.map((post) => post.isInHolidays)).toEqual([false, false, true, true, true, true, true]);
    await ledger.transaction.run(organisation.id, (manager) => manager.query(`INSERT INTO analysis_settings (organisation_id, holidays, share_calls) VALUES ($1, '[{"name":"Été","from":"2026-07-05","to":"2026-07-20"}]', '{jeux}')`, [organisation.id]));
    const changed = (await spanOf()).posts;
    expect(changed.map((post) => post.isShareOriented)).toEqual([true, true, true, true, true, true, false]);
    expect(changed.map((post) => post.isInHolidays)).toEqual([false, false, false, true, true, false, false]);
  });
});
