import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CredentialVault, VaultError, vaultKeyFrom } from '../../apps/api/src/channels/credential-vault.js';
import { Credentials } from '../../apps/api/src/channels/credentials.js';
import { NetworkApplications } from '../../apps/api/src/channels/network-applications.js';
import { RotateKeys } from '../../apps/api/src/channels/rotate-keys.service.js';
import { WebhookSecrets } from '../../apps/api/src/webhooks/webhook-secrets.js';
import { TEST_SECRET_KEY } from '../support/database.js';
import { addChannel, addOrganisation, openLedger, type TestLedger } from '../support/ledger.js';

const vaultKey = vaultKeyFrom(TEST_SECRET_KEY);
const secret = { accessToken: 'EAAB-secret-token', refreshToken: 'refresh', renewAt: null, expiresAt: '2027-01-01T00:00:00.000Z', scopes: ['read_insights'] };
const at = new Date('2026-11-24T16:00:00Z');

let ledger: TestLedger;
let key: { organisationId: string; channelId: string };

beforeAll(async () => {
  ledger = await openLedger();
  const organisation = await addOrganisation(ledger.transaction, 'centre');
  const channel = await ledger.transaction.run(organisation.id, (manager) => addChannel(manager, organisation, 'facebook'));
  key = { organisationId: organisation.id, channelId: channel.id };
});
afterAll(() => ledger.close());

function open(bytes = vaultKey) {
  const vault = new CredentialVault(bytes);
  const credentials = new Credentials(vault);
  const applications = new NetworkApplications(vault);
  const webhooks = new WebhookSecrets(vault);
  return { vault, credentials, applications, webhooks, rotate: new RotateKeys(ledger.transaction, vault, credentials, applications, webhooks, () => at) };
}
const within = <T>(work: Parameters<typeof ledger.transaction.run<T>>[1]) => ledger.transaction.run(key.organisationId, work);

describe('secrets of addresses that are told', () => {
  it('open after the keys were changed, the former one too as long as it holds', async () => {
    const own = { organisationId: key.organisationId, webhookId: key.channelId };
    await within(async (manager) => {
      const [present, former] = [await open().webhooks.seal(manager, own, 'whsec_cHJlc2VudA=='), await open().webhooks.seal(manager, own, 'whsec_Zm9ybWVy')];
      await manager.query(`INSERT INTO webhook (organisation_id, id, url, events, created_at, key_id, sealed, former_key_id, former_sealed, former_until) VALUES ($1, $2, 'https://exemple.be', '{report.closed}', now(), $3, $4, $5, $6, $7)`,
        [own.organisationId, own.webhookId, present.keyId, present.sealed, former.keyId, former.sealed, new Date(at.getTime() + 1)]);
    });
    await open().rotate.run([key.organisationId]);
    const holding = (now: Date) => within((manager) => open().webhooks.holding(manager, own, now));
    expect(await holding(at)).toEqual(['whsec_cHJlc2VudA==', 'whsec_Zm9ybWVy']);
    expect(await holding(new Date(at.getTime() + 1))).toEqual(['whsec_cHJlc2VudA==']);
    await within((manager) => manager.query('DELETE FROM webhook'));
  });
});

describe('credentials', () => {
  it('come back as they were, and stand nowhere in the clear', async () => {
    await within((manager) => open().credentials.write(manager, key, { secret, at }));
    expect(await within((manager) => open().credentials.read(manager, key))).toEqual(secret);
    const [row] = await within((manager) => manager.query<{ sealed: Buffer }[]>('SELECT sealed FROM credential'));
    expect(row?.sealed.toString('latin1')).not.toContain('secret-token');
  });

  it('do not open in another row, nor when one bit was changed', async () => {
    const { vault } = open();
    const sealed = await within((manager) => vault.seal(manager, 'value', 'here'));
    expect(await within((manager) => vault.open(manager, sealed, 'here'))).toBe('value');
    await expect(within((manager) => vault.open(manager, sealed, 'elsewhere'))).rejects.toThrow(VaultError);
    const bent = Buffer.from(sealed.sealed);
    bent[14] = (bent[14] ?? 0) ^ 1;
    await expect(within((manager) => vault.open(manager, { ...sealed, sealed: bent }, 'here'))).rejects.toThrow(VaultError);
  });

  it('do not open with another secret key, until the keys are wrapped anew', async () => {
    const other = randomBytes(32);
    await expect(within((manager) => open(other).credentials.read(manager, key))).rejects.toThrow(VaultError);
    await ledger.transaction.together((manager) => open(other).vault.rewrapKeys(manager, vaultKey));
    expect(await within((manager) => open(other).credentials.read(manager, key))).toEqual(secret);
    await ledger.transaction.together((manager) => open().vault.rewrapKeys(manager, other));
  });

  it('are sealed anew by a rotation, of which no old key is left', async () => {
    const { applications, rotate } = open();
    await ledger.transaction.together((manager) => applications.write(manager, { network: 'facebook', host: '' }, { application: { clientId: 'id', clientSecret: 'hush' }, at }));
    const keys = () => ledger.source.query<{ id: string }[]>('SELECT id FROM encryption_key');
    const before = await keys();
    expect(await rotate.run([key.organisationId])).toBe(1);
    const after = await keys();
    expect(after).toHaveLength(1);
    expect(before).not.toContainEqual(after[0]);
    expect(await within((manager) => open().credentials.read(manager, key))).toEqual(secret);
    expect(await ledger.transaction.lookUp((manager) => open().applications.read(manager, { network: 'facebook', host: '' }))).toEqual({ clientId: 'id', clientSecret: 'hush' });
  });
});
