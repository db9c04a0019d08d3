import type { Session } from '@portee/shared';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestPortee, type TestPortee } from '../support/portee.js';
import { firstMember, type Member } from '../support/visitor.js';

/** Half past noon in Brussels on a Monday; on Kiritimati it is Tuesday already, on Pago Pago still Sunday. */
const NOW = new Date('2026-11-23T10:30:00Z');
let portee: TestPortee;
let us: Member;

const change = (body: object) => us.patch('/api/v1/session/person', body);
const zone = async () => (await us.json<Session>('GET', '/api/v1/session')).user?.timeZone;

beforeAll(async () => {
  portee = await startTestPortee({}, { now: () => NOW });
  us = await firstMember(portee.url);
  await us.json('POST', '/api/v1/demonstration');
});
afterAll(() => portee?.stop());

describe('a person’s time zone', () => {
  it('is that of the organisation until they say otherwise, and again when they take it back', async () => {
    expect(await zone()).toBeNull();
    expect(await change({ timeZone: 'America/Argentina/Buenos_Aires' })).toMatchObject({ status: 200, body: { user: { timeZone: 'America/Argentina/Buenos_Aires' } } });
    expect(await zone()).toBe('America/Argentina/Buenos_Aires');
    await change({ timeZone: null });
    expect(await zone()).toBeNull();
  });

  it('and their language change apart from one another', async () => {
    await change({ timeZone: 'Asia/Tokyo' });
    expect(await change({ language: 'nl' })).toMatchObject({ body: { user: { language: 'nl', timeZone: 'Asia/Tokyo' } } });
    expect(await change({ timeZone: null })).toMatchObject({ body: { user: { language: 'nl', timeZone: null } } });
    await change({ language: 'fr' });
  });

  it.each(['Mars/Phobos', '+02:00', ' ', 'Europe/Brussels; DROP TABLE', 'UTC\u0000', 3])('is refused where nobody knows it: %j', async (wanted) => {
    expect(await change({ timeZone: wanted })).toMatchObject({ status: 422, body: { reason: 'invalid-input', fields: [{ path: 'timeZone' }] } });
    expect(await zone()).toBeNull();
  });

  it('changes no day and no figure of an organisation, on either side of the date line', async () => {
    const { organisations } = await us.json<Session>('GET', '/api/v1/session');
    const demonstration = organisations.find(({ isDemonstration }) => isDemonstration)?.slug ?? '';
    const at = (path: string) => us.json<unknown>('GET', `/api/v1/organisations/${demonstration}${path}`);
    // Clocks went back in October: hours of posts on both sides of it are in there.
    const asked = ['', '/reports/2026-10', '/posts?from=2026-10-20&to=2026-11-01', '/insights/timing?from=2026-10-01&to=2026-10-31', '/insights/reach?from=2026-09-01&to=2026-11-23', '/plan/calendar?from=2026-11-16&to=2026-11-30'];
    const read = () => Promise.all(asked.map((path) => at(path)));
    const before = await read();
    expect(before[0]).toMatchObject({ today: '2026-11-23' });
    for (const timeZone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'America/New_York']) {
      await change({ timeZone });
      expect(await read()).toEqual(before);
    }
    await change({ timeZone: null });
  });
});
