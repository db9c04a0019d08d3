import { type Appointment, type Channel, MAX_DUTIES, MAX_PUBLICS, type PlanDocument, planTextLengths, type WritePlanDocument, type WrittenPlan } from '@portee/shared';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { memberOfRole } from '../support/member-of-role.js';
import { wordsOf } from '../support/paper.js';
import { hasPoppler } from '../support/poppler.js';
import { startTestPortee, type TestPortee } from '../support/portee.js';
import { firstMember, type Member, Visitor } from '../support/visitor.js';

/** In Brussels already the 24th. */
const START = new Date('2026-11-23T23:30:00Z');
let now = START;
let portee: TestPortee;
let member: Member;
let channel: Channel;
const at = (path = '') => `/api/v1/organisations/${member.slug}/plan${path}`;
const read = () => member.json<PlanDocument>('GET', at('/document'));
const blank: Omit<WritePlanDocument, 'version'> = { aims: null, publics: [], duties: [], rules: { tone: null, answers: null, images: null, never: null }, rhythm: null, revisionDay: null, adoption: null };
const tryToWrite = (text: object, version: number) => member.ask('PUT', at('/document'), { body: { ...blank, ...text, version } });
/** In the version that stands. */
const write = async (text: Partial<WrittenPlan>) => member.json<PlanDocument>('PUT', at('/document'), { ...blank, ...text, version: (await read()).written.version });

beforeAll(async () => {
  portee = await startTestPortee({}, { now: () => now });
  member = await firstMember(portee.url);
  channel = await member.json<Channel>('POST', `/api/v1/organisations/${member.slug}/channels`, { network: 'facebook', name: 'Le Cerisier' });
});
afterAll(() => portee?.stop());
beforeEach(() => { now = START; });

describe('the written plan', () => {
  it('is blank at first, and of two who begin it at once lets one be first', async () => {
    expect((await read()).written).toEqual({ ...blank, version: 0, textDay: null });
    const answers = await Promise.all(['a', 'b'].map((aims) => tryToWrite({ aims }, 0)));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
  });

  it('is kept whole, its line ends of one kind, and dated by the day of the organisation', async () => {
    const text = {
      aims: 'Que tout le monde le sache 🎭.\r\n\r\nشكرا', publics: [{ who: 'Les parents\nd’enfants', where: null }, { who: 'Les aînés', where: 'L’accueil' }], duties: [{ role: 'communication', does: 'publie' }],
      rules: { tone: 'Simple.', answers: null, images: null, never: 'Un visage sans accord.' }, rhythm: 'Le premier mardi', revisionDay: '2027-06-01', adoption: { day: '2026-11-24', by: 'conseil d’administration' },
    };
    const { version } = (await read()).written;
    const answer = await member.json<PlanDocument>('PUT', at('/document'), { ...text, version });
    expect(answer.written).toEqual({ ...text, aims: 'Que tout le monde le sache 🎭.\n\nشكرا', publics: [{ who: 'Les parents d’enfants', where: null }, { who: 'Les aînés', where: 'L’accueil' }], version: version + 1, textDay: '2026-11-24' });
    expect(await read()).toEqual(answer);
    expect(answer).toMatchObject({ organisation: { name: 'Le Cerisier', isDemonstration: false }, today: '2026-11-24' });
  });

  it('is dated by its last change of text: writing down its adoption is none', async () => {
    await write({ aims: 'Un' });
    now = new Date('2026-12-10T12:00:00Z');
    const adoption = { day: '2026-12-03', by: 'le conseil' };
    expect((await write({ aims: 'Un', adoption })).written).toMatchObject({ textDay: '2026-11-24', adoption });
    expect((await write({ aims: 'Deux', adoption })).written).toMatchObject({ textDay: '2026-12-10', adoption });
  });

  it('of two who write at once shows the second what the first wrote, and keeps it', async () => {
    const { version } = (await read()).written;
    expect((await tryToWrite({ aims: 'La première' }, version)).status).toBe(200);
    expect(await tryToWrite({ aims: 'La seconde' }, version)).toMatchObject({ status: 409, body: { reason: 'changed-meanwhile', present: { written: { aims: 'La première', version: version + 1 } } } });
    const answers = await Promise.all(['a', 'b', 'c'].map((aims) => tryToWrite({ aims }, version + 1)));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409, 409]);
  });

  it.each([
    { what: 'part of it is left out', body: { aims: 'x', version: 1 }, path: 'publics' },
    { what: 'its version is none', body: { ...blank, version: -1 }, path: 'version' },
    { what: 'a text is empty', body: { ...blank, aims: '  ', version: 1 }, path: 'aims' },
    { what: 'a text is too long', body: { ...blank, aims: 'x'.repeat(planTextLengths.aims + 1), version: 1 }, path: 'aims' },
    { what: 'a rule is too long', body: { ...blank, rules: { ...blank.rules, never: 'x'.repeat(planTextLengths.rule + 1) }, version: 1 }, path: 'rules.never' },
    { what: 'there are too many publics', body: { ...blank, publics: Array.from({ length: MAX_PUBLICS + 1 }, () => ({ who: 'x', where: null })), version: 1 }, path: 'publics' },
    { what: 'there are too many duties', body: { ...blank, duties: Array.from({ length: MAX_DUTIES + 1 }, () => ({ role: 'x', does: null })), version: 1 }, path: 'duties' },
    { what: 'a public is nobody', body: { ...blank, publics: [{ who: ' ', where: 'ici' }], version: 1 }, path: 'publics.0.who' },
    { what: 'a day is none', body: { ...blank, revisionDay: '2027-02-29', version: 1 }, path: 'revisionDay' },
    { what: 'nobody adopted it', body: { ...blank, adoption: { day: '2026-11-01', by: '' }, version: 1 }, path: 'adoption.by' },
  ])('is refused where $what, naming the place, and nothing is changed', async ({ body, path }) => {
    const before = await read();
    const answer = await member.ask('PUT', at('/document'), { body });
    expect(answer).toMatchObject({ status: 422, body: { reason: 'invalid-input', fields: expect.arrayContaining([expect.objectContaining({ path })]) } });
    expect(await read()).toEqual(before);
  });

  it('is not adopted on a day that has not come where the organisation is', async () => {
    const before = await read();
    expect(await tryToWrite({ adoption: { day: '2026-11-25', by: 'le conseil' } }, before.written.version)).toMatchObject({ status: 422, body: { fields: [{ path: 'adoption.day', message: expect.stringContaining('pas encore venu') }] } });
    expect(await read()).toEqual(before);
  });

  it('takes half characters for missing ones, and refuses signs that cannot be kept', async () => {
    expect((await write({ aims: 'a\uD800b', publics: [{ who: 'c\uDC00', where: null }] })).written).toMatchObject({ aims: 'a\uFFFDb', publics: [{ who: 'c\uFFFD' }] });
    expect(await tryToWrite({ aims: 'a\u0000b' }, (await read()).written.version)).toMatchObject({ status: 422, body: { reason: 'text-unreadable' } });
  });

  it('is read by everybody of the organisation and written by its coordination', async () => {
    const contributor = await memberOfRole('contributor', { portee, slug: member.slug });
    expect((await contributor.get(at('/document'))).status).toBe(200);
    expect((await contributor.get(at('/document.pdf'))).status).toBe(200);
    expect((await contributor.ask('PUT', at('/document'), { body: { ...blank, version: 1 } })).status).toBe(403);
    expect((await new Visitor(portee.url).get(at('/document.pdf'))).status).toBe(401);
  });
});

describe('what is known beside it', () => {
  const rule = () => ({ channelId: channel.id, title: 'L’agenda', weekday: 4, time: '18:30', fromDay: '2026-09-01' });

  it('is what runs from today on: channels, objectives, appointments, lines, the holidays of a year that the team told', async () => {
    const told = [{ name: 'Congé d’automne', from: '2026-10-19', to: '2026-11-01' }, { name: 'Vacances d’hiver', from: '2026-12-21', to: '2027-01-03' }, { name: 'Vacances d’hiver', from: '2027-12-20', to: '2028-01-02' }];
    expect((await read()).known.holidays).toEqual([]);
    await member.json('PUT', `/api/v1/organisations/${member.slug}/insights/settings`, { holidays: told });
    const appointment = await member.json<Appointment>('POST', at('/appointments'), { ...rule(), everyWeeks: 2, skipsHolidays: true, role: 'communication', format: 'album', toDay: '2026-11-24' });
    await member.json('POST', at('/appointments'), { ...rule(), title: 'Finie la veille', toDay: '2026-11-23' });
    await member.json('POST', at('/objectives'), { channelId: channel.id, quarter: '2026-Q4', measure: 'posts', target: 40 });
    await member.json('POST', at('/lines'), { kind: 'rule', title: 'Une affiche', fromDay: '2026-09-01' });
    await member.json('POST', at('/lines'), { kind: 'rule', title: 'Finie', fromDay: '2026-09-01', toDay: '2026-11-23' });
    const { known } = await read();
    expect(known).toMatchObject({
      channels: [{ id: channel.id, name: 'Le Cerisier', networkLabel: 'Facebook' }], objectives: [{ channelId: channel.id, quarter: '2026-Q4', measure: 'posts', target: 40 }], experiments: [],
      appointments: [{ id: appointment.id, title: 'L’agenda', weekday: 4, time: '18:30', everyWeeks: 2, skipsHolidays: true, role: 'communication', format: 'album', toDay: '2026-11-24' }],
      lines: [{ title: 'Une affiche', channelId: null }],
      holidays: [told[1]],
    });
    await member.delete(at(`/appointments/${appointment.id}`));
    expect((await read()).known.appointments).toEqual([]);
  });

  it.skipIf(!hasPoppler)('stands on paper with the text, in the language of whoever asks', async () => {
    await write({ aims: 'Que tout le monde le sache.' });
    await member.json('POST', at('/appointments'), rule());
    const paper = async () => {
      const answer = await member.send('GET', at('/document.pdf'));
      expect([answer.status, answer.headers.get('content-type'), answer.headers.get('content-disposition')]).toEqual([200, 'application/pdf', `inline; filename="${member.slug}-plan.pdf"`]);
      return wordsOf(Buffer.from(await answer.arrayBuffer()));
    };
    expect(await paper()).toMatch(/Notre plan de communication.*Que tout le monde le sache\..*Chaque jeudi, à 18 h 30/);
    await member.json('PATCH', '/api/v1/session/person', { language: 'nl' });
    expect(await paper()).toMatch(/Ons communicatieplan.*Que tout le monde le sache\..*Elke donderdag om 18:30/);
    await member.json('PATCH', '/api/v1/session/person', { language: 'fr' });
  });
});
