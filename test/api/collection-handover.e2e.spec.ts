import { describe, expect, it } from 'vitest';
import { connectChannel } from '../../apps/api/src/channels/connect-channel.js';
import { claimDue } from '../../apps/api/src/ingest/claim-due.js';
import { inventCentre } from '../networks/invented-centre.js';
import type { Fault } from '../networks/stand-in.js';
import type { ConnectedChannel } from '../support/collecting.js';
import { isLaterPage, playMastodon } from '../support/played-mastodon.js';

const centre = inventCentre({ postsPerWeek: 4 });
const play = playMastodon([centre]);
const UNAVAILABLE: Fault = { kind: 'reply', status: 503, json: {} };
const REVOKED: Fault = { kind: 'reply', status: 401, json: { error: 'The access token was revoked' } };

/** Collects with a slow worker: its second page is on its way while something happens, and then fails. */
async function failLate(channel: ConnectedChannel, fault: Fault, happens: () => Promise<unknown>): Promise<void> {
  const page = play.server.standIn.hold(isLaterPage, { fault });
  const outcome = play.anotherWorker().collect.run(channel);
  await page.asked;
  await happens();
  page.letGo();
  await outcome;
}

describe('a claim', () => {
  it('is one worker’s alone, until it ends by itself', async () => {
    const channel = await play.newChannel();
    const claim = (seconds: number) =>
      claimDue(play.ledger.transaction, { network: 'mastodon', organisationId: channel.organisationId, at: new Date(play.clock.at.getTime() + seconds * 1000), leaseMs: 60_000, most: null });
    expect((await Promise.all([claim(0), claim(0)])).flat()).toEqual([channel]);
    expect(await claim(59)).toEqual([]);
    expect(await claim(60)).toEqual([channel]);
  });
});

describe('a worker that was only slow', () => {
  it('finds its page refused when another has taken the collection over, and no reading is there twice', async () => {
    const channel = await play.newChannel();
    const [slowPage, otherPage] = [play.server.standIn.hold(isLaterPage), play.server.standIn.hold(isLaterPage)];
    const slow = play.anotherWorker().collect.run(channel);
    await slowPage.asked;
    const other = play.collect(channel);
    await otherPage.asked;
    slowPage.letGo();
    expect(await slow).toEqual({ state: 'nothing' });
    expect(await play.readings(channel)).toHaveLength(40);
    otherPage.letGo();
    expect(await other).toMatchObject({ state: 'done' });
    expect(await play.readings(channel)).toHaveLength(centre.posts.length);
    expect((await play.look(channel)).runs).toMatchObject([{ state: 'done', postsNew: centre.posts.length }]);
  });

  it('says nothing of a failure after another has brought the collection to its end', async () => {
    const channel = await play.newChannel();
    let before = await play.look(channel);
    await failLate(channel, UNAVAILABLE, async () => {
      expect(await play.collect(channel)).toMatchObject({ state: 'done' });
      before = await play.look(channel);
    });
    expect(await play.look(channel)).toEqual(before);
    expect(before.collection).toMatchObject({ state: 'connected', trouble: null, isBackfilled: true });
  });

  it('does not undo a reconnection with the refusal of the former access', async () => {
    const channel = await play.newChannel();
    const connection = { externalId: play.server.accountId('centre'), settings: { address: play.server.url }, secret: null, now: play.clock.at };
    await failLate(channel, REVOKED, () => play.ledger.transaction.run(channel.organisationId, (manager) => connectChannel(manager, { key: channel, connection }, play.worker.credentials)));
    expect((await play.look(channel)).collection).toMatchObject({ state: 'connected', trouble: null });
    expect(await play.collect(channel)).toMatchObject({ state: 'done' });
  });

  it.each([{ how: 'is away', fault: UNAVAILABLE }, { how: 'refuses', fault: REVOKED }])('does not open a channel again that was disconnected, when its network $how', async ({ fault }) => {
    const channel = await play.newChannel();
    await failLate(channel, fault, () => play.ask(channel, `UPDATE channel SET state = 'file', next_due_at = NULL, failures = 0`));
    expect(await play.ask(channel, 'SELECT state, next_due_at, trouble FROM channel')).toEqual([{ state: 'file', next_due_at: null, trouble: null }]);
    expect(await play.collect(channel, { isAsked: true })).toEqual({ state: 'nothing' });
  });
});
