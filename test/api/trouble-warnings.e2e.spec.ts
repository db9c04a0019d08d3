import type { NewInvitation, Role } from '@portee/shared';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TenantTransaction } from '../../apps/api/src/database/tenant-transaction.js';
import { CollectChannel } from '../../apps/api/src/ingest/collect-channel.service.js';
import { MailSweep } from '../../apps/api/src/mail/mail.sweep.js';
import { inventCentre } from '../networks/invented-centre.js';
import { type MastodonStandIn, startMastodonStandIn } from '../networks/mastodon.stand-in.js';
import { type ConnectedChannel, connect, playedClock } from '../support/collecting.js';
import { linkIn, startMailServer, type TestMailServer } from '../support/mailbox.js';
import { startTestPortee, type TestPortee } from '../support/portee.js';
import { firstMember, type Member, Visitor } from '../support/visitor.js';

const clock = playedClock('2026-11-23T11:00:00Z');
const US = 'coordination@cerisier.example';
/** So many collections in a row find an account gone before a person is asked. */
const TRIES = 3;
let portee: TestPortee;
let server: MastodonStandIn;
let mails: TestMailServer;
let us: Member;
let channel: ConnectedChannel;

const local = () => `http://127.0.0.1:${portee.running.port}`;
const own = (path: string) => `/api/v1/organisations/${us.slug}${path}`;
const ask = (sql: string, ...values: unknown[]) => portee.running.app.get(TenantTransaction, { strict: false }).run(channel.organisationId, (manager) => manager.query(sql, values));
const sendAll = () => portee.running.app.get(MailSweep, { strict: false }).sweep();
const warnings = (address: string) => mails.received.filter(({ to, parsed }) => to === address && parsed.subject?.includes('Portée ne peut plus lire'));

async function collect(times = 1): Promise<void> {
  for (let done = 0; done < times; done += 1) {
    clock.pass(30);
    await portee.running.app.get(CollectChannel, { strict: false }).run({ organisationId: channel.organisationId, channelId: channel.channelId }, { isAsked: true });
  }
  await sendAll();
}

/** As connecting again to another account leaves it. */
const connectTo = (account: string) => ask(`UPDATE channel SET state = 'connected', external_id = $2, next_due_at = $3, failures = 0 WHERE id = $1`, channel.channelId, server.accountId(account), clock.at);

async function newcomer(role: Role, email: string): Promise<Visitor> {
  const { link } = await us.json<NewInvitation>('POST', own('/invitations'), { role, email: null });
  const visitor = new Visitor(local());
  await visitor.json('POST', '/api/v1/invitations/accept', { token: new URL(link ?? '').hash.slice(1), person: { name: 'Lou', email, password: 'un mot de passe assez long', language: 'fr' } });
  return visitor;
}

beforeAll(async () => {
  mails = await startMailServer();
  server = await startMastodonStandIn({ kind: 'mastodon', now: clock.now, accounts: [inventCentre({ postsPerWeek: 1 }), inventCentre({ name: 'jeunes', postsPerWeek: 1 })], isQuiet: true, callsPerFiveMinutes: Number.POSITIVE_INFINITY });
  portee = await startTestPortee({ allowPrivateAddresses: true, publicUrl: 'https://portee.cerisier.example', smtpUrl: mails.url, smtpFrom: 'portee@cerisier.example' }, { now: clock.now });
  us = await firstMember(local());
  const { id } = await us.json<{ id: string }>('GET', own(''));
  channel = await connect({ transaction: portee.running.app.get(TenantTransaction, { strict: false }) }, { id, timeZone: 'Europe/Brussels' }, { network: 'mastodon', externalId: server.accountId('centre'), address: server.url, now: clock.at });
});
afterAll(async () => {
  await portee?.stop();
  await server?.close();
  await mails?.stop();
});

describe('a channel that must be connected again', () => {
  it('is told to whoever can connect it, once, with the way there', async () => {
    await newcomer('coordinator', 'co@cerisier.example');
    await newcomer('contributor', 'contribution@cerisier.example');
    const quiet = await newcomer('coordinator', 'tranquille@cerisier.example');
    expect(await quiet.json('GET', own('/membership/notices'))).toEqual({ wantsWarnings: true });
    expect((await quiet.ask('PUT', own('/membership/notices'), { body: { wantsWarnings: false } })).status).toBe(204);
    await collect();
    server.deleteAccount('centre');
    await collect(TRIES - 1);
    expect(warnings(US)).toEqual([]);
    await collect(3);
    expect(warnings(US)).toHaveLength(1);
    expect(warnings('co@cerisier.example')).toHaveLength(1);
    expect(warnings('contribution@cerisier.example')).toEqual([]);
    expect(warnings('tranquille@cerisier.example')).toEqual([]);
    const [mail] = warnings(US);
    if (mail === undefined) throw new Error('no warning');
    expect(mail.parsed.text).toContain('(Mastodon)');
    expect(linkIn(mail, `/o/${us.slug}/donnees/canaux/${channel.channelId}`).origin).toBe('https://portee.cerisier.example');
  });

  it('is not told again while it was not read to its end, and is once it was', async () => {
    await connectTo('centre');
    await collect(TRIES);
    expect(warnings(US)).toHaveLength(1);
    await connectTo('jeunes');
    await collect();
    server.deleteAccount('jeunes');
    await collect(TRIES);
    expect(warnings(US)).toHaveLength(2);
  });
});
