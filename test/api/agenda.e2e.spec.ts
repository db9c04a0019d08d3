import type { Agenda, AgendaEvent, Channel, Problem } from '@portee/shared';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ApiTokens } from '../../apps/api/src/accounts/api-tokens.js';
import { OrganisationsService } from '../../apps/api/src/accounts/organisations.service.js';
import { TenantTransaction } from '../../apps/api/src/database/tenant-transaction.js';
import { startTestPortee, type TestPortee } from '../support/portee.js';
import { firstMember, type Member, Visitor } from '../support/visitor.js';

const STRANGER = '019aa000-0000-7000-8000-000000000000';
const calendar = (...events: (readonly string[])[]) => ['BEGIN:VCALENDAR', ...events.flatMap((lines) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT']), 'END:VCALENDAR'].join('\r\n');
const CONCERT = ['UID:1', 'SUMMARY:Concert de Noël', 'LOCATION:Grande salle', 'DTSTART;TZID=Europe/Brussels:20261204T200000', 'DTEND;TZID=Europe/Brussels:20261204T223000', 'ATTENDEE:mailto:bob@exemple.be', 'DESCRIPTION:Téléphone de Bob'];
const SHOW = ['UID:2', 'SUMMARY:Exposition', 'DTSTART;VALUE=DATE:20261120', 'DTEND;VALUE=DATE:20261213'];

let portee: TestPortee;
let us: Member;
let them: Member;
let coordinator: Visitor;
let now: Date;

const at = (path = '', member = us) => `/api/v1/organisations/${member.slug}/plan/agenda${path}`;
async function hand(contents: string | Uint8Array<ArrayBuffer>, { query = '', visitor = us as Visitor, member = us } = {}): Promise<{ status: number; body: Agenda & Problem }> {
  const form = new FormData();
  form.set('file', new Blob([contents]), 'agenda.ics');
  const answer = await visitor.send('POST', at(query, member), form);
  return { status: answer.status, body: await answer.json() };
}
const standing = (member = us) => member.json<Agenda | null>('GET', at('', member));
const events = (from: string, to: string, member = us) => member.json<AgendaEvent[]>('GET', at(`/events?from=${from}&to=${to}`, member));
const told = async (from: string, to: string, member = us) => (await events(from, to, member)).map(({ title, day, lastDay, time, endTime }) => [title, day, lastDay, time, endTime].join(' '));

beforeAll(async () => {
  portee = await startTestPortee({}, { now: () => now });
  us = await firstMember(portee.url);
  const organisations = portee.running.app.get(OrganisationsService, { strict: false });
  const tokens = portee.running.app.get(ApiTokens, { strict: false });
  const { id, slug } = await organisations.create({ name: 'Chez eux', timeZone: 'America/Toronto' });
  them = Object.assign(new Visitor(portee.url, { authorization: `Bearer ${(await tokens.create(id, { name: 'tout', role: 'owner' })).token}` }), { slug });
  const own = await tokens.create((await organisations.bySlug(us.slug)).id, { name: 'coordination', role: 'coordinator' });
  coordinator = new Visitor(portee.url, { authorization: `Bearer ${own.token}` });
});
afterAll(() => portee?.stop());
beforeEach(async () => {
  now = new Date('2026-11-30T09:00:00Z');
  for (const member of [us, them]) {
    const agenda = await standing(member);
    if (agenda !== null) await member.delete(at(`/${agenda.id}`, member));
  }
});

describe('the agenda', () => {
  it('is none until a file is handed in, and says then what was kept of it', async () => {
    expect(await standing()).toBeNull();
    expect(await events('2026-11-30', '2026-12-27')).toEqual([]);
    const { status, body } = await hand(calendar(CONCERT, SHOW, ['SUMMARY:Bal', 'DTSTART:20100101T120000Z'], ['SUMMARY:Entretien', 'CLASS:PRIVATE', 'DTSTART:20261202T120000Z'], ['SUMMARY:Goûter', 'DTSTART;TZID=Ici:20261202T150000']));
    expect(status).toBe(201);
    expect(body).toEqual({
      id: expect.any(String), importedAt: '2026-11-30T09:00:00.000Z', importedBy: 'owner', from: '2025-11-30', to: '2028-05-30', told: 5, kept: 3,
      leftOut: [{ reason: 'earlier', count: 1, titles: ['Bal'] }, { reason: 'private', count: 1, titles: [] }], unknownZones: ['Ici'],
    });
    expect(await standing()).toEqual(body);
    expect(await events('2026-12-04', '2026-12-04')).toEqual([
      { key: '0', title: 'Exposition', place: null, day: '2026-11-20', lastDay: '2026-12-12', time: null, endTime: null, isAnnounced: null },
      { key: '2', title: 'Concert de Noël', place: 'Grande salle', day: '2026-12-04', lastDay: '2026-12-04', time: '20:00', endTime: '22:30', isAnnounced: false },
    ]);
  });

  it('keeps nothing that is said of people', async () => {
    await hand(calendar(CONCERT));
    const rows = await portee.running.app.get(TenantTransaction, { strict: false })
      .run((await portee.running.app.get(OrganisationsService, { strict: false }).bySlug(us.slug)).id, (manager) => manager.query<unknown[]>('SELECT to_jsonb(e) AS e, to_jsonb(a) AS a FROM agenda_event e JOIN agenda a ON a.id = e.agenda_id'));
    expect(JSON.stringify(rows)).toContain('Concert');
    expect(JSON.stringify(rows)).not.toMatch(/bob/i);
  });

  it('gives way to the next one, and comes back when that is undone', async () => {
    const { body: first } = await hand(calendar(CONCERT));
    const { body: second } = await hand(calendar(SHOW), { query: `?replaces=${first.id}` });
    expect(await told('2026-12-01', '2026-12-31')).toEqual(['Exposition 2026-11-20 2026-12-12  ']);
    expect(await us.json('POST', at(`/${first.id}/restore?replaces=${second.id}`))).toEqual(first);
    expect(await told('2026-12-01', '2026-12-31')).toEqual(['Concert de Noël 2026-12-04 2026-12-04 20:00 22:30']);
    await us.json('POST', at(`/${first.id}/restore`));
    await us.delete(at(`/${first.id}`));
    expect(await standing()).toBeNull();
    expect((await us.ask('DELETE', at(`/${first.id}`))).body).toMatchObject({ status: 404, reason: 'agenda-not-found' });
    await us.json('POST', at(`/${first.id}/restore?replaces=none`));
    expect((await standing())?.id).toBe(first.id);
  });

  it('goes for good once two others came after it', async () => {
    const { body: first } = await hand(calendar(CONCERT));
    await hand(calendar(SHOW));
    await hand(calendar(CONCERT));
    expect((await us.ask('POST', at(`/${first.id}/restore`))).body).toMatchObject({ status: 404, reason: 'agenda-not-found' });
  });

  it('is not replaced by whoever has not seen it', async () => {
    const { body: first } = await hand(calendar(CONCERT));
    const { body: second } = await hand(calendar(SHOW));
    for (const query of [`?replaces=${first.id}`, '?replaces=none']) expect(await hand(calendar(CONCERT), { query })).toMatchObject({ status: 409, body: { reason: 'changed-meanwhile', present: { id: second.id } } });
    expect((await us.ask('POST', at(`/${first.id}/restore?replaces=none`))).body).toMatchObject({ reason: 'changed-meanwhile', present: { id: second.id } });
    expect((await standing())?.id).toBe(second.id);
    await us.delete(at(`/${second.id}`));
    expect(await hand(calendar(CONCERT), { query: `?replaces=${second.id}` })).toMatchObject({ status: 409, body: { present: null } });
  });

  it('is one, whoever hands one in at the same moment', async () => {
    const answers = await Promise.all([1, 2, 3, 4].map(() => hand(calendar(CONCERT), { query: '?replaces=none' })));
    expect(answers.map(({ status }) => String(status)).toSorted()).toEqual(['201', '409', '409', '409']);
  });

  it('stands where clocks of the organisation show it: a day may be another', async () => {
    const midnight = ['SUMMARY:Nouvel an', 'DTSTART:20261231T230000Z', 'DTEND:20270101T050000Z'];
    for (const member of [us, them]) await hand(calendar(midnight), { visitor: member, member });
    expect(await told('2026-12-31', '2026-12-31')).toEqual([]);
    expect(await told('2027-01-01', '2027-01-01')).toEqual(['Nouvel an 2027-01-01 2027-01-01 00:00 06:00']);
    expect(await told('2026-12-31', '2026-12-31', them)).toEqual(['Nouvel an 2026-12-31 2026-12-31 18:00 00:00']);
  });

  it('tells of the next two weeks whether something is planned', async () => {
    const channel = await us.json<Channel>('POST', `/api/v1/organisations/${us.slug}/channels`, { network: 'facebook', name: 'La page' });
    const announced = async () => (await events('2026-11-16', '2026-12-31')).map(({ title, isAnnounced }) => `${title} ${isAnnounced}`);
    await hand(calendar(CONCERT, ['SUMMARY:Vernissage d’Anna', 'DTSTART:20261210T180000Z'], ['SUMMARY:Bal', 'DTSTART:20261220T180000Z']));
    expect(await announced()).toEqual(['Concert de Noël false', 'Vernissage d’Anna false', 'Bal null']);
    const post = (title: string, day: string) => us.json('POST', `/api/v1/organisations/${us.slug}/plan/posts`, { channelId: channel.id, title, day, time: '18:00' });
    await post('Vernissage', '2026-12-11');
    await post('Le concert : places restantes', '2026-12-01');
    expect(await announced()).toEqual(['Concert de Noël false', 'Vernissage d’Anna false', 'Bal null']);
    await post('Vernissage', '2026-12-07');
    await post('CONCERT DE NOEL : places restantes', '2026-12-01');
    expect(await announced()).toEqual(['Concert de Noël true', 'Vernissage d’Anna true', 'Bal null']);
  });
});

describe('an agenda is refused, and what stood stands', () => {
  const many = (count: number) => calendar(...Array.from({ length: count }, (_, place) => [`SUMMARY:Atelier ${place}`, `DTSTART:2026${String((place % 12) + 1).padStart(2, '0')}04T120000Z`]));
  it.each([
    { what: 'nonsense', contents: '\u0000\u0001 rien de bon', status: 422, reason: 'agenda-unreadable', says: /n’est pas un agenda/ },
    { what: 'no event', contents: calendar(), status: 422, reason: 'agenda-empty', says: /aucun événement/ },
    { what: '50,000 events', contents: many(50_000), status: 422, reason: 'agenda-too-full', says: /20[\s\u202f]000 dates au plus/ },
    { what: 'more than 10 MB', contents: new Uint8Array(10 * 1024 ** 2 + 1), status: 413, reason: 'file-too-large', says: /10 Mo/ },
  ])('$what', async ({ contents, status, reason, says }) => {
    const { body: before } = await hand(calendar(CONCERT));
    expect(await hand(contents)).toMatchObject({ status, body: { reason, detail: expect.stringMatching(says) } });
    expect(await standing()).toEqual(before);
  });

  it('without a file, or for another organisation', async () => {
    expect((await us.ask('POST', at(), { body: {} })).body).toMatchObject({ reason: 'file-missing' });
    const { body: theirs } = await hand(calendar(SHOW), { visitor: them, member: them });
    expect((await us.ask('POST', at(`/${theirs.id}/restore`))).body).toMatchObject({ reason: 'agenda-not-found' });
    expect((await us.ask('DELETE', at(`/${theirs.id}`))).body).toMatchObject({ reason: 'agenda-not-found' });
    expect((await us.ask('DELETE', at(`/${STRANGER}`))).body).toMatchObject({ reason: 'agenda-not-found' });
    expect(await told('2026-12-01', '2026-12-02')).toEqual([]);
  });

  it('from a contributor, not from a coordinator', async () => {
    const tokens = portee.running.app.get(ApiTokens, { strict: false });
    const { id } = await portee.running.app.get(OrganisationsService, { strict: false }).bySlug(us.slug);
    const { token } = await tokens.create(id, { name: 'publication', role: 'contributor' });
    const contributor = new Visitor(portee.url, { authorization: `Bearer ${token}` });
    expect(await hand(calendar(CONCERT), { visitor: contributor })).toMatchObject({ status: 403 });
    expect(await hand(calendar(CONCERT), { visitor: coordinator })).toMatchObject({ status: 201, body: { importedBy: 'coordinator' } });
  });
});
