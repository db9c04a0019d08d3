import type { AnalysisSettings, Problem } from '@portee/shared';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ApiTokens } from '../../apps/api/src/accounts/api-tokens.js';
import { TenantTransaction } from '../../apps/api/src/database/tenant-transaction.js';
import { startTestPortee, type TestPortee } from '../support/portee.js';
import { firstMember, type Member, Visitor } from '../support/visitor.js';

const NOW = new Date('2026-11-29T10:00:00Z');
const AUTUMN = { name: 'Congé d’automne', from: '2026-10-19', to: '2026-10-30' };
const CALENDAR = ['BEGIN:VCALENDAR', 'BEGIN:VEVENT', 'SUMMARY:Congé d’automne', 'DTSTART;VALUE=DATE:20261019', 'DTEND;VALUE=DATE:20261031', 'END:VEVENT', 'END:VCALENDAR'].join('\r\n');

let portee: TestPortee;
let visitor: Member;
let path: string;
let organisationId: string;

const read = () => visitor.json<AnalysisSettings>('GET', path);
const put = (body: unknown) => visitor.json<AnalysisSettings>('PUT', path, body);

/** The answer to a calendar handed in. */
async function hand(contents: string | Uint8Array<ArrayBuffer>): Promise<{ status: number; body: AnalysisSettings & Problem }> {
  const form = new FormData();
  form.set('file', new Blob([contents]), 'vacances.ics');
  const answer = await visitor.send('POST', `${path}/calendar`, form);
  return { status: answer.status, body: await answer.json() };
}

/** How often the figures of the only channel were said to have changed. */
async function figuresVersion(): Promise<number> {
  const [row] = await portee.running.app.get(TenantTransaction, { strict: false })
    .run(organisationId, (manager) => manager.query<{ version: number }[]>('SELECT version FROM channel_figures'));
  return Number(row?.version ?? 0);
}

beforeAll(async () => {
  portee = await startTestPortee({}, { now: () => NOW });
  visitor = await firstMember(portee.url);
  path = `/api/v1/organisations/${visitor.slug}/insights/settings`;
  await visitor.json('POST', `/api/v1/organisations/${visitor.slug}/channels`, { network: 'facebook', name: 'La page' });
  const [organisation] = await portee.running.app.get(TenantTransaction, { strict: false })
    .lookUp((manager) => manager.query<{ id: string }[]>('SELECT organisation_id_by_slug($1) AS id', [visitor.slug]));
  organisationId = organisation?.id ?? '';
});
afterAll(() => portee.stop());
beforeEach(() => put({ holidays: null, shareCalls: null }));

describe('the settings of the analysis', () => {
  it('are Portée’s own until somebody says otherwise, around today, in the language of who asks', async () => {
    const { holidays, shareCalls } = await read();
    expect(holidays).toMatchObject({ isDefault: true, filledIn: [] });
    expect(holidays.periods[0]).toEqual({ name: 'Vacances d’hiver', from: '2024-12-24', to: '2025-01-06' });
    expect(holidays.periods.at(-1)).toEqual({ name: 'Vacances d’été', from: '2028-07-01', to: '2028-08-31' });
    expect(shareCalls).toMatchObject({ isDefault: true, phrases: expect.arrayContaining(['partagez', 'faites tourner']) });
    const { token } = await portee.running.app.get(ApiTokens, { strict: false }).create(organisationId, { name: 'lecture', role: 'reader' });
    const program = new Visitor(portee.url, { 'authorization': `Bearer ${token}`, 'accept-language': 'en' });
    expect((await program.json<AnalysisSettings>('GET', path)).holidays.periods[0]?.name).toBe('Winter holidays');
    expect((await program.ask('PUT', path, { body: {} })).status).toBe(403);
  });

  it('keep what is said, each once and in order, and what is not said as it was', async () => {
    const spring = { name: ' Printemps ', from: '2026-04-27', to: '2026-05-08' };
    const saved = await put({ holidays: [AUTUMN, spring, AUTUMN] });
    expect(saved.holidays).toMatchObject({ isDefault: false, periods: [{ ...spring, name: 'Printemps' }, AUTUMN] });
    // Of the school years around today, it tells of 2025-26 and 2026-27 only.
    expect(saved.holidays.filledIn.map(({ from }) => from)).toEqual(['2024-12-24', '2025-07-01', '2027-12-24', '2028-07-01']);
    expect(await put({ shareCalls: ['Passe le mot', 'PASSE LE MOT', 'Faites suivre'] })).toEqual({ holidays: saved.holidays, shareCalls: { isDefault: false, phrases: ['Passe le mot', 'Faites suivre'] } });
    expect(await put({})).toEqual(await read());
  });

  it.each([{ empty: null }, { empty: [] }])('go back to Portée’s own when emptied by $empty', async ({ empty }) => {
    await put({ holidays: [AUTUMN], shareCalls: ['Passe le mot'] });
    expect(await put({ holidays: empty, shareCalls: empty })).toMatchObject({ holidays: { isDefault: true }, shareCalls: { isDefault: true } });
  });

  it.each([
    { body: { holidays: [{ name: 'Été', from: '2026-08-31', to: '2026-07-01' }] }, at: 'holidays.0.to', message: /La fin vient avant/ },
    { body: { holidays: [{ name: '', from: '2026-07-01', to: '2026-07-02' }] }, at: 'holidays.0.name', message: /Au moins 1/ },
    { body: { holidays: [{ name: 'Été', from: '2026-02-30', to: '2026-07-02' }] }, at: 'holidays.0.from', message: /Un jour entre 2000/ },
    { body: { shareCalls: ['rt'] }, at: 'shareCalls.0', message: /Au moins 3/ },
  ])('are refused at $at', async ({ body, at, message }) => {
    const answer = await visitor.ask('PUT', path, { body });
    expect(answer).toMatchObject({ status: 422, body: { reason: 'invalid-input', fields: [{ path: at, message: expect.stringMatching(message) }] } });
  });

  it('once changed make every channel’s figures new', async () => {
    const before = await figuresVersion();
    await put({ shareCalls: ['Passe le mot'] });
    expect(await figuresVersion()).toBe(before + 1);
    await hand(CALENDAR);
    expect(await figuresVersion()).toBe(before + 2);
    await read();
    expect((await hand('rien')).status).toBe(422);
    expect(await figuresVersion()).toBe(before + 2);
  });
});

describe('a calendar handed in', () => {
  it('takes the place of the list, and of nothing else', async () => {
    await put({ holidays: [{ name: 'Été', from: '2026-07-05', to: '2026-08-23' }], shareCalls: ['Passe le mot'] });
    expect(await hand(CALENDAR)).toMatchObject({ status: 200, body: { holidays: { isDefault: false, periods: [AUTUMN] }, shareCalls: { phrases: ['Passe le mot'] } } });
  });

  it('that is refused leaves the list as it was, and says where and what to do', async () => {
    const before = await put({ holidays: [AUTUMN] });
    const repeated = await hand(CALENDAR.replace('END:VEVENT', 'RRULE:FREQ=YEARLY\r\nEND:VEVENT'));
    expect(repeated).toMatchObject({ status: 422, body: { reason: 'calendar-repeats', detail: expect.stringContaining('«\u202FCongé d’automne\u202F»') } });
    expect(await hand(new Uint8Array(1024 ** 2 + 1))).toMatchObject({ status: 413, body: { reason: 'file-too-large', detail: expect.stringContaining('1 Mo') } });
    expect(await hand(new Uint8Array(3 * 1024 ** 2))).toMatchObject({ status: 413, body: { reason: 'file-too-large' } });
    expect(await visitor.ask('POST', `${path}/calendar`, { body: {} })).toMatchObject({ status: 422, body: { reason: 'file-missing' } });
    expect(await visitor.ask('POST', `${path}/calendar`, { body: new FormData() })).toMatchObject({ body: { reason: expect.stringMatching(/file-missing|upload-cut/) } });
    expect(await read()).toEqual(before);
  });
});
