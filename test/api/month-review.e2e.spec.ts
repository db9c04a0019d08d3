import type { MonthlyReport, MonthReview } from '@portee/shared';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { importFile } from '../support/imports.js';
import { startTestPortee, type TestPortee } from '../support/portee.js';
import { firstMember, type Member, Visitor } from '../support/visitor.js';

/** In Brussels already November. */
const NOW = new Date('2026-10-31T23:30:00Z');
let portee: TestPortee;
let member: Member;
const at = (path: string) => `/api/v1/organisations/${member.slug}/reports/${path}`;
const review = () => member.json<MonthReview>('GET', at('2026-10/review'));
const report = () => member.json<MonthlyReport>('GET', at('2026-10'));
const volume = async () => (await report()).channels[0]?.volume.posts;
const act = async (action: 'close' | 'reopen', month = '2026-10') => member.ask('POST', at(`${month}/${action}`), { body: { version: (await member.json<MonthReview>('GET', at(`${month}/review`))).version } });
const comment = (text: string | null, version: number) => member.ask('PUT', at('2026-10/comment'), { body: { comment: text, version } });
const file = (posts: readonly number[]) => ['channel,network,post_id,published_at,paid,followers,reach', ...posts.map((day) => `La page,instagram,p${day},2026-10-${String(day).padStart(2, '0')}T10:00:00Z,false,1000,${50 + day}`)].join('\n');

beforeAll(async () => {
  portee = await startTestPortee({}, { now: () => NOW });
  member = await firstMember(portee.url);
  await importFile(member, { name: 'a.csv', bytes: file([1, 2, 3, 4, 5]) });
});
afterAll(() => portee?.stop());
beforeEach(async () => {
  if ((await review()).closedAt !== null) await act('reopen');
  await comment(null, (await review()).version);
});

describe('a month that is closed', () => {
  it('is told as it was, whatever is read later, until it is reopened', async () => {
    expect(await volume()).toBe(5);
    expect(await act('close')).toMatchObject({ status: 200, body: { closedAt: NOW.toISOString(), closedBy: 'owner' } });
    const kept = await report();
    expect(kept.closed).toEqual({ at: NOW.toISOString(), by: 'owner' });
    await importFile(member, { name: 'b.csv', bytes: file([6, 7]) });
    expect(await report()).toEqual(kept);
    expect(await member.json('GET', at('2026-10?figures=present'))).toMatchObject({ closed: null, channels: [{ volume: { posts: 7 } }] });
    await act('reopen');
    expect([await volume(), (await report()).closed]).toEqual([7, null]);
  });

  it('names networks in the language of whoever reads it', async () => {
    await importFile(member, { name: 'c.csv', bytes: 'channel,network,post_id,published_at,followers,reach\nLettre,newsletter,n,2026-10-05T10:00:00Z,500,200\n' });
    await act('close');
    const labels = async () => (await report()).channels.map(({ networkLabel }) => networkLabel);
    expect(await labels()).toContain('Lettre d’information');
    await member.json('PATCH', '/api/v1/session/person', { language: 'en' });
    expect(await labels()).toContain('Newsletter');
    await member.json('PATCH', '/api/v1/session/person', { language: 'fr' });
  });

  it('cannot be closed before it is over where the organisation is, nor twice, nor reopened open', async () => {
    expect(await act('close', '2026-11')).toMatchObject({ status: 409, body: { reason: 'month-not-over', detail: expect.stringContaining('pas terminé') } });
    expect(await act('reopen')).toMatchObject({ status: 409, body: { reason: 'month-open' } });
    await act('close');
    expect(await act('close')).toMatchObject({ status: 409, body: { reason: 'month-closed' } });
    expect(await comment('Trop tard', (await review()).version)).toMatchObject({ status: 409, body: { reason: 'month-closed' } });
  });
});

describe('the team’s comment', () => {
  it('stands in the report, also once it is closed, and can be taken back', async () => {
    await comment('Octobre a été porté par le festival 🎭.\n\nÀ refaire.', (await review()).version);
    expect((await report()).comment).toBe('Octobre a été porté par le festival 🎭.\n\nÀ refaire.');
    await act('close');
    expect((await report()).comment).toContain('festival');
    await act('reopen');
    await comment(null, (await review()).version);
    expect((await report()).comment).toBeNull();
  });

  it('of two who write at once, the second sees the first’s and loses nothing of theirs', async () => {
    const { version } = await review();
    await comment('La première', version);
    expect(await comment('La seconde', version)).toMatchObject({ status: 409, body: { reason: 'changed-meanwhile', present: { comment: 'La première' } } });
    const next = (await review()).version;
    const answers = await Promise.all(['a', 'b', 'c'].map((text) => comment(text, next)));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409, 409]);
  });

  it('is refused where it is none', async () => {
    const { version } = await review();
    for (const body of [{ comment: '  ', version }, { comment: 'x'.repeat(2_001), version }, { comment: 3, version }, { comment: 'x' }, { comment: 'x', version: -1 }]) {
      expect((await member.ask('PUT', at('2026-10/comment'), { body })).status, JSON.stringify(body).slice(0, 40)).toBe(422);
    }
    expect((await member.ask('PUT', at('2026-13/comment'), { body: { comment: 'x', version: 0 } })).status).toBe(422);
    expect((await new Visitor(portee.url).get(at('2026-10/review'))).status).toBe(401);
  });
});
