import { describe, expect, it } from 'vitest';
import { inventCentre } from '../networks/invented-centre.js';
import type { Fault } from '../networks/stand-in.js';
import type { ConnectedChannel } from '../support/collecting.js';
import { playMastodon } from '../support/played-mastodon.js';

const play = playMastodon([inventCentre({ postsPerWeek: 4 })]);
const [UNAVAILABLE, REVOKED]: [Fault, Fault] = [{ kind: 'reply', status: 503, json: {} }, { kind: 'reply', status: 401, json: { error: 'The access token was revoked' } }];

interface Told { event: string; facts: Record<string, string> }

const told = (channel: ConnectedChannel) => play.ask<Told>(channel, 'SELECT event, facts FROM webhook_delivery ORDER BY occurred_at');

/** A channel of an organisation that wants to tell another program. */
async function newChannel(): Promise<ConnectedChannel> {
  const channel = await play.newChannel();
  await play.ledger.transaction.run(channel.organisationId, async (manager) => {
    const keyId = channel.channelId;
    await manager.query(`INSERT INTO encryption_key (id, sealed) VALUES ($1, 'x') ON CONFLICT DO NOTHING`, [keyId]);
    await manager.query(`INSERT INTO webhook (organisation_id, id, url, events, key_id, sealed, created_at) VALUES ($1, $1, 'https://exemple.be', '{channel.needs-reconnection}', $2, 'x', now())`, [channel.organisationId, keyId]);
  });
  return channel;
}

async function collectWith(channel: ConnectedChannel, fault: Fault): Promise<void> {
  const page = play.server.standIn.hold(() => true, { fault });
  const outcome = play.collect(channel, { isAsked: true });
  await page.asked;
  page.letGo();
  await outcome;
}

describe('a channel that only a person can open again', () => {
  it('is told once, with its name and without a figure, and not for a network that is only away', async () => {
    const channel = await newChannel();
    await collectWith(channel, UNAVAILABLE);
    expect(await told(channel)).toEqual([]);
    play.clock.pass(1);
    await collectWith(channel, REVOKED);
    const once = [{ event: 'channel.needs-reconnection', facts: { channelId: channel.channelId, channelName: expect.any(String), network: 'mastodon' } }];
    expect(await told(channel)).toEqual(once);
    expect((await play.look(channel)).collection).toMatchObject({ state: 'needs-reconnection' });
    play.clock.pass(30);
    await play.collect(channel, { isAsked: true });
    expect(await told(channel)).toEqual(once);
  });

  it('is told again once it had been connected again', async () => {
    const channel = await newChannel();
    await collectWith(channel, REVOKED);
    await play.ask(channel, `UPDATE channel SET state = 'connected', trouble = NULL, trouble_since = NULL, failures = 0, next_due_at = now() WHERE id = '${channel.channelId}'`);
    play.clock.pass(1);
    await collectWith(channel, REVOKED);
    expect(await told(channel)).toHaveLength(2);
  });
});
