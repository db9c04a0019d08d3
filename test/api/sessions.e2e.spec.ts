import type { OpenSession } from '@portee/shared';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestPortee, type TestPortee } from '../support/portee.js';
import { firstMember, type Member, Visitor } from '../support/visitor.js';

const EMAIL = 'coordination@cerisier.example';
let password = 'un mot de passe assez long';

let portee: TestPortee;
let us: Member;

const sessions = (who: Visitor = us) => who.json<OpenSession[]>('GET', '/api/v1/sessions');
const signIn = async (agent = 'Firefox') => {
  const visitor = new Visitor(portee.url, { 'user-agent': agent });
  await visitor.json('POST', '/api/v1/session', { email: EMAIL, password });
  return visitor;
};
const isIn = async (who: Visitor) => (await who.get('/api/v1/sessions')).status === 200;

beforeAll(async () => {
  portee = await startTestPortee();
  us = await firstMember(portee.url);
});
afterAll(() => portee?.stop());
beforeEach(async () => { await us.delete('/api/v1/sessions'); });

describe('where one is signed in', () => {
  it('is told by browser, this one marked, and never with what opens it', async () => {
    const other = await signIn('Safari sur un téléphone');
    const seen = await sessions();
    expect(seen.map(({ isThis }) => isThis).toSorted((a, b) => Number(a) - Number(b))).toEqual([false, true]);
    expect(seen.find(({ isThis }) => !isThis)).toMatchObject({ userAgent: 'Safari sur un téléphone' });
    expect(Object.keys(seen[0] ?? {}).toSorted()).toEqual(['id', 'isThis', 'seenAt', 'since', 'userAgent']);
    const secret = other.cookies().map(({ value }) => decodeURIComponent(value).split('.')[0] ?? '');
    expect(secret.length).toBeGreaterThan(0);
    for (const one of secret) expect(JSON.stringify(seen)).not.toContain(one);
  });

  it('ends at once on the device that is chosen, and on all others together', async () => {
    const [first, second, third] = [await signIn(), await signIn(), await signIn()];
    const { id = '' } = (await sessions(first)).find(({ isThis }) => isThis) ?? {};
    expect((await us.delete(`/api/v1/sessions/${id}`)).status).toBe(204);
    expect(await Promise.all([first, second, us].map(isIn))).toEqual([false, true, true]);
    await us.delete('/api/v1/sessions');
    expect(await Promise.all([second, third, us].map(isIn))).toEqual([false, false, true]);
    expect(await us.delete(`/api/v1/sessions/${id}`)).toMatchObject({ status: 404, body: { reason: 'session-not-found' } });
  });

  it('is the business of nobody else', async () => {
    const token = new URL((await us.json<{ link: string }>('POST', `/api/v1/organisations/${us.slug}/invitations`, { role: 'owner' })).link).hash.slice(1);
    const eve = new Visitor(portee.url);
    await eve.json('POST', '/api/v1/invitations/accept', { token, person: { name: 'Eve', email: 'eve@exemple.be', password } });
    const { id = '' } = (await sessions()).find(({ isThis }) => isThis) ?? {};
    expect(await sessions(eve)).toHaveLength(1);
    expect((await eve.delete(`/api/v1/sessions/${id}`)).status).toBe(404);
    await eve.delete('/api/v1/sessions');
    expect(await isIn(us)).toBe(true);
  });
});

describe('one’s password', () => {
  const change = (who: Visitor, current: string, wanted: string) => who.ask('PUT', '/api/v1/session/password', { body: { current, wanted } });

  it('changes with the present one, which then opens nothing; every other device is signed out', async () => {
    const other = await signIn();
    const wanted = 'une autre phrase, assez longue';
    expect((await change(us, password, wanted)).status).toBe(204);
    expect(await isIn(us)).toBe(true);
    expect(await isIn(other)).toBe(false);
    expect(await new Visitor(portee.url).post('/api/v1/session', { email: EMAIL, password })).toMatchObject({ status: 401 });
    password = wanted;
    expect(await isIn(await signIn())).toBe(true);
  });

  it('does not change without it, nor into a short one; nobody is signed out by that', async () => {
    const other = await signIn();
    expect(await change(us, 'ce n’est pas le bon', 'une phrase assez longue')).toMatchObject({ status: 422, body: { reason: 'password-wrong' } });
    expect(await change(us, password, 'court')).toMatchObject({ status: 422, body: { reason: 'invalid-input', fields: [{ path: 'wanted' }] } });
    expect(await isIn(other)).toBe(true);
  });
});
