import type { Collection, IngestionRun } from '@portee/shared';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { TenantTransaction } from '../../apps/api/src/database/tenant-transaction.js';
import { IngestScheduler } from '../../apps/api/src/ingest/ingest.scheduler.js';
import { inventCentre } from '../networks/invented-centre.js';
import { type MastodonStandIn, startMastodonStandIn } from '../networks/mastodon.stand-in.js';
import { type ConnectedChannel, connect, playedClock, readingsOf } from '../support/collecting.js';
import { startTestPortee, type TestPortee } from '../support/portee.js';
import { firstMember, type Member } from '../support/visitor.js';

const clock = playedClock('2026-11-23T11:00:00Z');
const centre = inventCentre({ postsPerWeek: 7 });
let portee: TestPortee;
let server: MastodonStandIn;
let visitor: Member;
let channel: ConnectedChannel;

beforeAll(async () => {
  server = await startMastodonStandIn({ kind: 'mastodon', now: clock.now, accounts: [centre], isQuiet: true, callsPerFiveMinutes: Number.POSITIVE_INFINITY });
  portee = await startTestPortee({ allowPrivateAddresses: true }, { now: clock.now });
  visitor = await firstMember(portee.url);
  const { id } = await visitor.json<{ id: string }>('GET', own(''));
  channel = await connect(ledger(), { id, timeZone: 'Europe/Brussels' }, { network: 'mastodon', externalId: server.accountId('centre'), address: server.url, now: clock.at });
});
afterAll(async () => {
  await portee?.stop();
  await server?.close();
});

const own = (path: string) => `/api/v1/organisations/${visitor.slug}${path}`;
const ofChannel = (door: string) => own(`/channels/${channel.channelId}/${door}`);
const ledger = () => ({ transaction: portee.running.app.get(TenantTransaction, { strict: false }) });
const sweep = () => portee.running.app.get(IngestScheduler, { strict: false }).sweep();
const collection = () => visitor.json<Collection[]>('GET', own('/collections')).then(([only]) => only);
const runs = () => visitor.json<IngestionRun[]>('GET', ofChannel('runs'));
const ended = (count: number) => vi.waitFor(async () => {
  const all = await runs();
  expect(all.filter(({ state }) => state === 'done')).toHaveLength(count);
  expect(await collection()).toMatchObject({ state: 'connected' });
}, { timeout: 30_000, interval: 50 });

describe('the worker', () => {
  it('collects what is due, though every sweep adds it again', async () => {
    expect(await collection()).toMatchObject({ state: 'connected', isBackfilled: false, collectedAt: null });
    await Promise.all([sweep(), sweep()]);
    await sweep();
    await ended(1);
    expect(await readingsOf(ledger(), channel)).toHaveLength(centre.posts.length);
    expect(await collection()).toMatchObject({ isBackfilled: true, trouble: null, lastRun: { kind: 'first', state: 'done', postsNew: centre.posts.length, refused: [] } });
  });

  it('does nothing before a channel is due again', async () => {
    await sweep();
    clock.pass(0.1);
    await sweep();
    expect(await runs()).toHaveLength(1);
  });

  it('collects at once what somebody asks for', async () => {
    expect(await visitor.ask('POST', ofChannel('collect'))).toMatchObject({ status: 200 });
    await ended(2);
    expect((await runs())[0]).toMatchObject({ kind: 'regular', state: 'done', postsNew: 0 });
  });

  it('leaves a paused channel alone until it is resumed', async () => {
    expect(await visitor.json<Collection>('POST', ofChannel('pause'))).toMatchObject({ state: 'paused' });
    expect(await visitor.ask('POST', ofChannel('collect'))).toMatchObject({ status: 409, body: { reason: 'channel-not-connected' } });
    clock.pass(72);
    await sweep();
    expect(await runs()).toHaveLength(2);
    expect(await visitor.json<Collection>('POST', ofChannel('resume'))).toMatchObject({ trouble: null });
    await ended(3);
  });

  it('resumes no channel that was never open to it', async () => {
    const { id } = await visitor.json<{ id: string }>('POST', own('/channels'), { network: 'mastodon', name: 'Un fichier', externalId: 'un-fichier' });
    await visitor.json('PATCH', own(`/channels/${id}`), { state: 'paused' });
    expect(await visitor.ask('POST', own(`/channels/${id}/resume`))).toMatchObject({ status: 409, body: { reason: 'channel-not-connected' } });
    expect(await visitor.ask('DELETE', own(`/channels/${id}`))).toMatchObject({ status: 204 });
  });

  it('refuses to hurry a network that asked for patience, and says until when', async () => {
    clock.pass(24);
    const until = new Date(clock.at.getTime() + 3_600_000);
    server.limitUntil(until);
    await sweep();
    await vi.waitFor(async () => expect(await collection()).toMatchObject({ state: 'limited', limitedUntil: until.toISOString(), trouble: null }), { timeout: 30_000, interval: 50 });
    expect(await visitor.ask('POST', ofChannel('collect'))).toMatchObject({ status: 409, body: { reason: 'channel-limited' } });
    clock.at = until;
    await sweep();
    await ended(4);
  });
});
