import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { searchLogs } from '../support/search-logs.js';

const [SECRET, COOKIE] = [`aA0-_${'xY1'.repeat(12)}zz`, 'u7Hq2kP0zT5mXc1b'];
const TOLD_IN_CONFIDENCE = ['un mot de passe assez long', `${COOKIE}.abc%2Fdef%3D`, 'JBSWY3DPEHPK3PXP', '01a22e48-8abc-74f3-9d85-4e1b3399b39f'];
const line = (message: string) => JSON.stringify({ level: 30, req: { id: '01a22e48-8abc-74f3-9d85-4e1b3399b39f', path: '/api/v1/session' }, err: { stack: 'at /portee/node_modules/@nestjs/core/router.js:12:3' }, msg: message });

let folder: string;

beforeEach(async () => { folder = await mkdtemp(join(tmpdir(), 'portee-telling-')); });
afterEach(() => rm(folder, { recursive: true, force: true }));

async function search(...messages: string[]) {
  await writeFile(join(folder, '1.log'), messages.map((message) => `${line(message)}\n`).join(''));
  await writeFile(join(folder, '2.secrets'), TOLD_IN_CONFIDENCE.map((secret) => `${JSON.stringify(secret)}\n`).join(''));
  return searchLogs(folder);
}

describe('the search of what was logged', () => {
  it('leaves a line alone that tells nothing', async () => {
    expect(await search('request completed', 'password authentication failed for user "portee_test_0a1b2c3d4e5f_app"')).toEqual({ lines: 2, told: [] });
  });

  it.each([
    { what: 'an e-mail address', told: 'anne@exemple.be' },
    { what: 'a token of the API', told: `portee_${SECRET}` },
    { what: 'a secret of 32 bytes', told: SECRET },
    { what: 'a token in a header', told: 'Bearer abcdefgh12' },
    { what: 'a cookie', told: 'portee.session_token=hush' },
    { what: 'a signing secret', told: 'whsec_AbCd/12+=' },
    { what: 'a second factor', told: 'otpauth://totp/x' },
    { what: 'a password in an address', told: '//portee:hush@' },
    { what: 'what was told in confidence', told: 'un mot de passe assez long' },
    { what: 'what was told in confidence', told: COOKIE },
    { what: 'what was told in confidence', told: 'JBSWY3DPEHPK3PXP' },
  ])('finds $what ($told) and does not repeat it', async ({ what, told }) => {
    const found = await search('before', `something ${told} more`, 'after');
    expect(found).toMatchObject({ lines: 3, told: [{ what, line: expect.stringContaining('something …') }] });
    expect(JSON.stringify(found)).not.toContain(told);
  });
});
