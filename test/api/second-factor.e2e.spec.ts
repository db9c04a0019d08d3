import type { BegunSecondFactor, PeopleOfOrganisation, Session } from '@portee/shared';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { authenticatorCode, secretBytes } from '../support/authenticator.js';
import { askDatabase } from '../support/database-client.js';
import { startTestPortee, type TestPortee } from '../support/portee.js';
import { firstMember, type Member, Visitor } from '../support/visitor.js';

const EMAIL = 'coordination@cerisier.example';
const PASSWORD = 'un mot de passe assez long';
let portee: TestPortee;
let us: Member;

const session = (who: Visitor) => who.json<Session>('GET', '/api/v1/session');
const begin = () => us.json<BegunSecondFactor>('POST', '/api/v1/second-factor', { password: PASSWORD });
const confirm = (code: string) => us.ask('PUT', '/api/v1/second-factor', { body: { code } });
const end = () => us.post('/api/v1/second-factor/end', { password: PASSWORD });

/** In place, confirmed by a first code. */
async function inPlace(): Promise<BegunSecondFactor> {
  const begun = await begin();
  expect((await confirm(authenticatorCode(begun.secret))).status).toBe(204);
  return begun;
}

/** Somebody who gave the right password, and is asked for a code. */
async function atTheCode(): Promise<Visitor> {
  const visitor = new Visitor(portee.url);
  expect(await visitor.post('/api/v1/session', { email: EMAIL, password: PASSWORD })).toMatchObject({ status: 200, body: { user: null, organisations: [], needsCode: true } });
  return visitor;
}
const give = (who: Visitor, code: string, isRecovery = false) => who.post('/api/v1/session/code', { code, isRecovery });
/** A code that was right an hour ago. */
const oldCode = (secret: string) => authenticatorCode(secret, Date.now() - 3_600_000);

beforeAll(async () => {
  portee = await startTestPortee();
  us = await firstMember(portee.url);
});
afterAll(() => portee?.stop());
afterEach(async () => {
  await askDatabase(portee.database.ownerUrl, 'UPDATE auth."twoFactor" SET "lockedUntil" = NULL, "failedVerificationCount" = 0');
  await end();
});

describe('a second factor', () => {
  it('asks for nothing until a first code confirms it', async () => {
    const { secret, address, recoveryCodes } = await begin();
    expect(new URL(address)).toMatchObject({ protocol: 'otpauth:', host: 'totp' });
    expect(decodeURIComponent(address)).toContain(`Portée:${EMAIL}`);
    expect(new Set(recoveryCodes).size).toBe(10);
    expect((await session(us)).user?.hasSecondFactor).toBe(false);
    expect((await new Visitor(portee.url).json<Session>('POST', '/api/v1/session', { email: EMAIL, password: PASSWORD })).user).not.toBeNull();
    expect(await confirm(oldCode(secret))).toMatchObject({ status: 422, body: { reason: 'code-wrong' } });
    expect((await confirm(` ${authenticatorCode(secret).replace(/^.../u, '$& ')} `)).status).toBe(204);
    expect((await session(us)).user?.hasSecondFactor).toBe(true);
  });

  it('lets nobody in by the password alone, and in by the code of the moment', async () => {
    const { secret } = await inPlace();
    const visitor = await atTheCode();
    expect((await session(visitor)).user).toBeNull();
    expect((await visitor.get(`/api/v1/organisations/${us.slug}`)).status).toBe(401);
    expect(await give(visitor, authenticatorCode(secret))).toMatchObject({ status: 200, body: { user: { email: EMAIL }, needsCode: false } });
    expect((await visitor.get(`/api/v1/organisations/${us.slug}`)).status).toBe(200);
  });

  it('takes each recovery code once, and none of those that were renewed', async () => {
    const { recoveryCodes: [first = '', second = ''] } = await inPlace();
    expect((await give(await atTheCode(), first, true)).status).toBe(200);
    expect(await give(await atTheCode(), first, true)).toMatchObject({ status: 422, body: { reason: 'code-wrong' } });
    const renewed = await us.json<{ recoveryCodes: string[] }>('POST', '/api/v1/second-factor/recovery-codes', { password: PASSWORD });
    expect((await give(await atTheCode(), second, true)).status).toBe(422);
    expect((await give(await atTheCode(), renewed.recoveryCodes[0] ?? '', true)).status).toBe(200);
  });

  it('opens nothing by a code alone, without the password before it', async () => {
    const { secret } = await inPlace();
    expect(await give(new Visitor(portee.url), authenticatorCode(secret))).toMatchObject({ status: 409, body: { reason: 'code-too-late' } });
  });

  it('ends the step after five wrong codes, and waits after ten, but never for good', async () => {
    const { secret } = await inPlace();
    const [first, second] = [await atTheCode(), await atTheCode()];
    for (const visitor of [first, second]) {
      for (let tried = 0; tried < 5; tried += 1) expect((await give(visitor, oldCode(secret))).status).toBe(422);
    }
    expect((await give(first, authenticatorCode(secret))).status).not.toBe(200);
    expect(await give(await atTheCode(), authenticatorCode(secret))).toMatchObject({ status: 429, body: { reason: 'code-locked' } });
    await askDatabase(portee.database.ownerUrl, `UPDATE auth."twoFactor" SET "lockedUntil" = now() - interval '1 second'`);
    expect((await give(await atTheCode(), authenticatorCode(secret))).status).toBe(200);
  });

  it('is begun, renewed and removed by the password only', async () => {
    await inPlace();
    for (const path of ['second-factor', 'second-factor/end', 'second-factor/recovery-codes']) {
      expect(await us.post(`/api/v1/${path}`, { password: 'ce n’est pas lui' })).toMatchObject({ status: 422, body: { reason: 'password-wrong' } });
    }
    expect(await us.post('/api/v1/second-factor', { password: PASSWORD })).toMatchObject({ status: 409, body: { reason: 'second-factor-there' } });
    expect((await end()).status).toBe(204);
    expect((await new Visitor(portee.url).json<Session>('POST', '/api/v1/session', { email: EMAIL, password: PASSWORD })).needsCode).toBe(false);
    expect(await us.post('/api/v1/second-factor/recovery-codes', { password: PASSWORD })).toMatchObject({ status: 409, body: { reason: 'second-factor-missing' } });
  });

  it('is seen by who manages people; its secret and its codes are kept encrypted', async () => {
    const { secret, recoveryCodes } = await inPlace();
    expect((await us.json<PeopleOfOrganisation>('GET', `/api/v1/organisations/${us.slug}/people`)).members).toMatchObject([{ hasSecondFactor: true }]);
    const kept = JSON.stringify(await askDatabase(portee.database.ownerUrl, 'SELECT * FROM auth."twoFactor"'));
    for (const one of [secret, secretBytes(secret).toString(), ...recoveryCodes]) expect(kept).not.toContain(one);
  });
});
