import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AuditPage, MonthReview, NewWebhook, WebhookDelivery, WebhookView } from '@portee/shared';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readEnvironment } from '../../apps/api/src/config/env.js';
import type { RunningPortee } from '../../apps/api/src/start-portee.js';
import { DeliverMessages } from '../../apps/api/src/webhooks/deliver-messages.sweep.js';
import { claimDelivery } from '../../apps/api/src/webhooks/delivery-state.js';
import { messageBody } from '../../apps/api/src/webhooks/message-body.js';
import { PostMessage } from '../../apps/api/src/webhooks/post-message.js';
import { TenantTransaction } from '../../apps/api/src/database/tenant-transaction.js';
import { askDatabase } from '../support/database-client.js';
import { memberOfRole } from '../support/member-of-role.js';
import { startOver, startTestPortee, type TestPortee } from '../support/portee.js';
import { firstMember, type Member } from '../support/visitor.js';

const START = Date.parse('2026-11-02T08:00:00Z');
const [MINUTE, HOUR] = [60_000, 3_600_000];
const DAY = 24 * HOUR;
let now = START;

interface Received { url: string; headers: IncomingHttpHeaders; body: string }

let portee: TestPortee;
let us: Member;
let receiver: Server;
let address: string;
let received: Received[];
/** What the receiver answers next; the last one stays. */
let answers: { status: number; location?: string }[];

const at = (path = '') => `/api/v1/organisations/${us.slug}/webhooks${path}`;
const make = (more: { url?: string; events?: string[] } = {}) => us.json<NewWebhook>('POST', at(), { url: `${address}/portee`, events: ['report.closed'], ...more });
const deliveries = ({ id }: { id: string }) => us.json<WebhookDelivery[]>('GET', at(`/${id}/deliveries`));
const shown = async ({ id }: { id: string }) => (await us.json<WebhookView[]>('GET', at())).find((one) => one.id === id);
const sweep = (running: RunningPortee = portee.running) => running.app.get(DeliverMessages, { strict: false }).sweep();
const review = (path: string) => `/api/v1/organisations/${us.slug}/reports/2026-10/${path}`;
const version = async () => (await us.json<MonthReview>('GET', review('review'))).version;

/** Closes October, which was open. */
async function closeMonth(): Promise<void> {
  if ((await us.json<MonthReview>('GET', review('review'))).closedAt !== null) await us.json('POST', review('reopen'), { version: await version() });
  await us.json('POST', review('close'), { version: await version() });
}

/** Lets time pass, and sends what is due then. */
async function after(ms: number): Promise<void> {
  now += ms;
  await sweep();
}

beforeAll(async () => {
  receiver = createServer((request, reply) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => { parts.push(part); }).on('end', () => {
      received.push({ url: request.url ?? '', headers: request.headers, body: Buffer.concat(parts).toString() });
      const { status, location } = (answers.length > 1 ? answers.shift() : answers[0]) ?? { status: 200 };
      if (status > 0) reply.writeHead(status, location === undefined ? {} : { location }).end('thanks');
    });
  });
  await new Promise<void>((listening) => { receiver.listen(0, '127.0.0.1', listening); });
  const bound = receiver.address();
  address = `http://127.0.0.1:${String(typeof bound === 'object' && bound !== null ? bound.port : 0)}`;
  portee = await startTestPortee({ allowPrivateAddresses: true, publicUrl: null }, { now: () => new Date(now) });
  us = await firstMember(portee.url);
});
afterAll(async () => {
  await portee?.stop();
  receiver?.closeAllConnections();
  receiver?.close();
});
beforeEach(() => { now = Math.max(now, START) + DAY; received = []; answers = [{ status: 204 }]; });
afterEach(async () => { for (const { id } of await us.json<WebhookView[]>('GET', at())) await us.delete(at(`/${id}`)); });

describe('a message', () => {
  it('says of a month that it is closed, signed so that anybody with the secret can tell it is ours', async () => {
    const webhook = await make();
    await closeMonth();
    await sweep();
    expect(received).toHaveLength(1);
    const { headers, body }: Pick<Received, 'headers' | 'body'> = received[0] ?? { headers: {}, body: '' };
    const [id, timestamp] = [String(headers['webhook-id']), String(headers['webhook-timestamp'])];
    // As the standard says it, by other means than ours.
    const signature = createHmac('sha256', Buffer.from(webhook.secret.replace('whsec_', ''), 'base64')).update([id, timestamp, body].join('.')).digest('base64');
    expect(headers['webhook-signature']).toBe(`v1,${signature}`);
    expect(timestamp).toBe(String(now / 1000));
    expect(JSON.parse(body)).toEqual({ type: 'report.closed', timestamp: new Date(now).toISOString(), data: { organisation: us.slug, month: '2026-10', page: null } });
    expect(await deliveries(webhook)).toEqual([{ id, event: 'report.closed', occurredAt: new Date(now).toISOString(), state: 'delivered', nextAt: null, attempts: [{ at: new Date(now).toISOString(), status: 204, reason: null }] }]);
    await after(3 * DAY);
    expect(received).toHaveLength(1);
  });

  it('leads to the page in Portée, where the installation knows its own address', () => {
    const told = (facts: Record<string, string>) => JSON.parse(messageBody({ event: 'x', facts, occurredAt: new Date(START), slug: 'le-cerisier' }, 'https://portee.example')).data.page;
    expect(told({ month: '2026-10' })).toBe('https://portee.example/o/le-cerisier/rapport?mois=2026-10');
    expect(told({ channelId: 'c', channelName: 'La page', network: 'mastodon' })).toBe('https://portee.example/o/le-cerisier/donnees/canaux/c');
  });

  it('is not written where closing was refused, nor for who did not ask for it', async () => {
    const [one, other] = [await make(), await make({ events: ['channel.needs-reconnection'] })];
    expect((await us.post(review('close'), { version: 999 })).status).toBe(409);
    expect(await deliveries(one)).toEqual([]);
    await closeMonth();
    expect([(await deliveries(one)).length, (await deliveries(other)).length]).toEqual([1, 0]);
  });

  it('is tried again under the same identifier, ever more rarely, until it arrives', async () => {
    const webhook = await make();
    answers = [{ status: 500 }, { status: 503 }, { status: 200 }];
    await closeMonth();
    await sweep();
    await after(MINUTE - 1);
    expect(received).toHaveLength(1);
    expect(await shown(webhook)).toMatchObject({ failingSince: expect.any(String) });
    await after(1);
    await after(5 * MINUTE);
    expect(new Set(received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect((await deliveries(webhook))[0]).toMatchObject({ state: 'delivered', attempts: [{ status: 500, reason: 'answered-otherwise' }, { status: 503 }, { status: 200, reason: null }] });
    expect(await shown(webhook)).toMatchObject({ failingSince: null });
  });

  it('is given up after two days, which is shown, and can be sent again', async () => {
    const webhook = await make();
    answers = [{ status: 500 }];
    await closeMonth();
    const began = now;
    await sweep();
    while ((await deliveries(webhook))[0]?.nextAt) await after(Date.parse((await deliveries(webhook))[0]?.nextAt ?? '') - now);
    expect(now - began).toBeGreaterThan(1.9 * DAY);
    expect(now - began).toBeLessThanOrEqual(2 * DAY);
    expect((await deliveries(webhook))[0]).toMatchObject({ state: 'given-up', attempts: { length: 9 } });
    answers = [{ status: 200 }];
    const [given] = await deliveries(webhook);
    expect((await us.post(at(`/${webhook.id}/deliveries/${given?.id ?? ''}/again`))).status).toBe(202);
    await sweep();
    expect((await deliveries(webhook))[0]).toMatchObject({ id: given?.id, state: 'delivered', attempts: { length: 10 } });
  });

  it('follows no answer elsewhere, and names what went wrong', async () => {
    const webhook = await make();
    answers = [{ status: 302, location: `${address}/ailleurs` }];
    await closeMonth();
    await sweep();
    expect(received.map(({ url }) => url)).toEqual(['/portee']);
    await us.json('PATCH', at(`/${webhook.id}`), { url: 'http://127.0.0.1:9/rien' });
    await after(MINUTE);
    expect((await deliveries(webhook))[0]?.attempts.map(({ status, reason }) => ({ status, reason }))).toEqual([{ status: 302, reason: 'redirects' }, { status: null, reason: 'unreachable' }]);
  });

  it('waits for no answer longer than some seconds', async () => {
    const webhook = await make();
    answers = [{ status: 0 }];
    await closeMonth();
    await sweep();
    expect((await deliveries(webhook))[0]?.attempts).toMatchObject([{ status: null, reason: 'timed-out' }]);
  }, 30_000);

  it('goes to no private address where that is not allowed, by name or by number', async () => {
    const strict = new PostMessage(readEnvironment({}));
    const message = { headers: {}, body: '{}' };
    for (const url of [`${address}/portee`, 'https://127.0.0.1/', 'https://[::1]/', 'https://169.254.169.254/', 'https://localhost/', 'ftp://exemple.be/']) expect(await strict.post(url, message), url).toEqual({ status: null, reason: 'address-refused' });
    await strict.onApplicationShutdown();
    expect(received).toEqual([]);
  });

  it('is sent once where two workers look for it at one moment', async () => {
    await make();
    const other = await startOver(portee.database, { allowPrivateAddresses: true }, { now: () => new Date(now) });
    await closeMonth();
    await Promise.all([sweep(), sweep(other), sweep(), sweep(other)]);
    expect(received).toHaveLength(1);
    await other.stop();
  });

  it('that somebody died with while sending is left alone as long as they may be at it, and then sent by the next under its own identifier', async () => {
    const webhook = await make();
    answers = [{ status: 500 }, { status: 204 }];
    await closeMonth();
    await sweep();
    const id = (await deliveries(webhook))[0]?.id ?? '';
    const [row] = await askDatabase<{ organisation_id: string }>(portee.database.ownerUrl, 'SELECT organisation_id FROM webhook_delivery WHERE id = $1', [id]);
    const key = { organisationId: row?.organisation_id ?? '', deliveryId: id };
    const claimed = await portee.running.app.get(TenantTransaction, { strict: false }).run(key.organisationId, (manager) => claimDelivery(manager, key, new Date(now + MINUTE)));
    expect(claimed).toMatchObject({ deliveryId: id, tries: 1 });
    await after(MINUTE);
    expect(received).toHaveLength(1);
    await after(MINUTE);
    expect(received.map(({ headers }) => headers['webhook-id'])).toEqual([id, id]);
    expect((await deliveries(webhook))[0]).toMatchObject({ state: 'delivered' });
  });
});

describe('an address of another program', () => {
  it('is told its secret once, which is kept encrypted', async () => {
    const { secret, ...webhook } = await make();
    expect(secret).toMatch(/^whsec_[\w+/]{43}=$/);
    expect(await shown(webhook)).toEqual(webhook);
    const kept = JSON.stringify(await askDatabase(portee.database.ownerUrl, `SELECT *, encode(sealed, 'escape') AS shown FROM webhook`));
    expect(kept).not.toContain(secret.slice(6, 30));
  });

  it('is signed for with both secrets for a day after one was renewed', async () => {
    const webhook = await make();
    const { secret, formerSecretUntil } = await us.json<NewWebhook>('POST', at(`/${webhook.id}/secret`));
    expect([secret === webhook.secret, formerSecretUntil]).toEqual([false, new Date(now + DAY).toISOString()]);
    const signatures = async () => { await us.json('POST', at(`/${webhook.id}/test`)); await sweep(); return String(received.at(-1)?.headers['webhook-signature']).split(' ').length; };
    expect(await signatures()).toBe(2);
    now += DAY;
    expect(await signatures()).toBe(1);
  });

  it('is told nothing more once it says that it is gone, until somebody lets it be told again', async () => {
    const webhook = await make();
    answers = [{ status: 410 }];
    await us.json('POST', at(`/${webhook.id}/test`));
    await sweep();
    expect(await shown(webhook)).toMatchObject({ disabledAt: expect.any(String) });
    await closeMonth();
    expect((await deliveries(webhook)).map(({ event, state }) => [event, state])).toEqual([['test', 'given-up']]);
    expect(await us.json('PATCH', at(`/${webhook.id}`), { isEnabled: true })).toMatchObject({ disabledAt: null, failingSince: null });
  });

  it('is told nothing more where nothing has arrived for days', async () => {
    const webhook = await make();
    answers = [{ status: 500 }];
    for (let message = 0; message < 3; message += 1) {
      await us.json('POST', at(`/${webhook.id}/test`));
      await sweep();
      while ((await deliveries(webhook))[0]?.nextAt) await after(Date.parse((await deliveries(webhook))[0]?.nextAt ?? '') - now);
      now += HOUR;
    }
    expect(await shown(webhook)).toMatchObject({ disabledAt: expect.any(String) });
  });

  it.each([[{ url: 'pas une adresse', events: ['report.closed'] }, 'url'], [{ url: 'ftp://exemple.be', events: ['report.closed'] }, 'url'], [{ url: 'https://exemple.be', events: [] }, 'events'], [{ url: 'https://exemple.be', events: ['post.read'] }, 'events.0']])('is not made of %j', async (body, path) => {
    expect(await us.post(at(), body)).toMatchObject({ status: 422, body: { fields: [{ path }] } });
  });

  it('is one of ten at most, is the owners’ matter, and stands in the journal by its host alone', async () => {
    const first = await make();
    for (let number = 1; number < 10; number += 1) await make();
    expect(await us.post(at(), { url: `${address}/x`, events: ['report.closed'] })).toMatchObject({ status: 409, body: { reason: 'webhook-limit' } });
    const coordinator = await memberOfRole('coordinator', { portee, slug: us.slug });
    expect(await coordinator.get(at())).toMatchObject({ status: 403, body: { reason: 'role-too-low' } });
    await us.delete(at(`/${first.id}`));
    expect(await us.get(at(`/${first.id}/deliveries`))).toMatchObject({ status: 404, body: { reason: 'webhook-not-found' } });
    const { items } = await us.json<AuditPage>('GET', `/api/v1/organisations/${us.slug}/audit`);
    expect(items[0]).toMatchObject({ act: 'webhook-removed', subject: new URL(address).host });
  });
});
