import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sessionSecretFrom } from '../../apps/api/src/accounts/account-settings.js';
import { resealSecondFactors } from '../../apps/api/src/accounts/second-factor-keys.js';
import { CredentialVault, vaultKeyFrom } from '../../apps/api/src/channels/credential-vault.js';
import { Credentials } from '../../apps/api/src/channels/credentials.js';
import { applicationDataSource } from '../../apps/api/src/database/data-source.js';
import { urlForRole, databaseRoles } from '../../apps/api/src/database/role-names.js';
import { TenantTransaction } from '../../apps/api/src/database/tenant-transaction.js';
import { runCommand } from '../support/command.js';
import { createDatabase, TEST_SECRET_KEY, type TestDatabase } from '../support/database.js';
import { askDatabase } from '../support/database-client.js';
import { addChannel, addOrganisation, openLedger, type TestLedger } from '../support/ledger.js';

const NOW = new Date('2026-11-30T20:00:00Z');
const OTHER_KEY = 'another-key-another-key-another-1';
const environment = { PORTEE_SECRET_KEY: OTHER_KEY };
const secret = { accessToken: 'EAAB-secret-token', refreshToken: null, renewAt: null, expiresAt: null, scopes: [] };

let ledger: TestLedger;
let folder: string;
let key: { organisationId: string; channelId: string };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'portee-key-'));
  ledger = await openLedger();
  const made = await addOrganisation(ledger.transaction, 'centre');
  key = { organisationId: made.id, channelId: '' };
  await ledger.transaction.run(made.id, async (manager) => {
    key.channelId = (await addChannel(manager, made, 'facebook')).id;
    await new Credentials(new CredentialVault(vaultKeyFrom(TEST_SECRET_KEY))).write(manager, key, { secret, at: NOW });
  });
  const fromApi = createRequire(new URL('../../apps/api/src/main.ts', import.meta.url));
  const { symmetricEncrypt } = await import(fromApi.resolve('better-auth/crypto'));
  const sealed = await symmetricEncrypt({ key: sessionSecretFrom(TEST_SECRET_KEY), data: 'x' });
  await askDatabase(ledger.database.ownerUrl, `INSERT INTO auth."user" (id, name, email, "emailVerified") VALUES ('u', 'x', 'x@x.example', true)`);
  await askDatabase(ledger.database.ownerUrl, `INSERT INTO auth."twoFactor" (id, secret, "backupCodes", "userId") VALUES ('f', $1, $1, 'u')`, [sealed]);
});
afterAll(async () => {
  await ledger.close();
  await rm(folder, { recursive: true, force: true });
});

/** Whether accesses and second factors of a database open under a key: all or none of them. */
async function opensUnder(secretKey: string, { ownerUrl }: TestDatabase): Promise<boolean> {
  const role = databaseRoles(new URL(ownerUrl).pathname.slice(1)).application;
  const source = await applicationDataSource(urlForRole(ownerUrl, role, OTHER_KEY), 1).initialize();
  const transaction = new TenantTransaction(source);
  const reading = (vaultKey: Buffer) => transaction.run(key.organisationId, (manager) => new Credentials(new CredentialVault(vaultKey)).read(manager, key));
  const resealing = transaction.together((manager) => resealSecondFactors(manager, sessionSecretFrom(secretKey), sessionSecretFrom(secretKey)));
  try {
    const [credential, factor] = await Promise.allSettled([reading(vaultKeyFrom(secretKey)), resealing]);
    expect(credential.status).toBe(factor.status);
    if (credential.status === 'fulfilled') expect(credential.value).toEqual(secret);
    return credential.status === 'fulfilled';
  } finally {
    await source.destroy();
  }
}

it.each<[string, string[], string[]]>([['inside the archive', ['--with-key'], []], ['given beside it', [], ['--secret-key-stdin']]])('a key %s opens accesses and second factors under the other installation’s own', async (name, flags, asked) => {
  const file = join(folder, `${name}.zip`);
  expect(await runCommand(ledger.database, ['backup', file, ...flags], { now: NOW })).toMatchObject({ code: 0 });
  const other = await createDatabase();
  expect(await runCommand(other, ['restore', file, ...asked], { now: NOW, environment, secret: TEST_SECRET_KEY })).toMatchObject({ code: 0 });
  expect([await opensUnder(OTHER_KEY, other), await opensUnder(TEST_SECRET_KEY, other)]).toEqual([true, false]);
  await other.drop();
});

it('a key that comes later opens them then', async () => {
  const file = join(folder, 'later.zip');
  await runCommand(ledger.database, ['backup', file], { now: NOW });
  const other = await createDatabase();
  expect(await runCommand(other, ['restore', file, '--json'], { now: NOW, environment })).toMatchObject({ code: 0, out: expect.stringContaining('"opensSecrets": false') });
  expect([await opensUnder(OTHER_KEY, other), await opensUnder(TEST_SECRET_KEY, other)]).toEqual([false, true]);
  expect(await runCommand(other, ['keys', 'rotate', '--previous-secret-stdin'], { now: NOW, environment, secret: TEST_SECRET_KEY })).toMatchObject({ code: 0 });
  expect(await opensUnder(OTHER_KEY, other)).toBe(true);
  await other.drop();
});
