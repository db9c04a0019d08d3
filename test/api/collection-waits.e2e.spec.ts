import { describe, expect, it } from 'vitest';
import { announceWait, waitUntil } from '../../apps/api/src/ingest/network-waits.js';
import { FACEBOOK_APPLICATION, startFacebookStandIn } from '../networks/facebook.stand-in.js';
import { inventCentre } from '../networks/invented-centre.js';
import { inventPosts } from '../networks/invented-posts.js';
import { anyName, connect, openCollector } from '../support/collecting.js';
import { addOrganisation } from '../support/ledger.js';
import { isLaterPage, playMastodon } from '../support/played-mastodon.js';

const play = playMastodon([inventCentre({ postsPerWeek: 7 }), inventCentre({ name: 'jeunes', seed: 8 })]);
const inMinutes = (minutes: number) => new Date(play.clock.at.getTime() + minutes * 60_000);

describe('patience that a network asks for', () => {
  it('stands as long as the longest that it asked for', async () => {
    const wait = { network: 'mastodon', waitsFor: 'social.example' };
    await play.ledger.transaction.together(async (manager) => {
      for (const minutes of [60, 5]) await announceWait(manager, wait, inMinutes(minutes));
      expect(await waitUntil(manager, wait, play.clock.at)).toEqual(inMinutes(60));
    });
  });

  it('is obeyed by a channel in the middle of its collection, before it asks for another page', async () => {
    const [reading, refused] = [await play.newChannel(), await play.newChannel('jeunes')];
    const page = play.server.standIn.hold(isLaterPage);
    const outcome = play.collect(reading);
    await page.asked;
    play.server.standIn.break(play.server.accountId('jeunes'), { kind: 'reply', status: 429, headers: { 'retry-after': '1200' }, json: {} }, 1);
    expect(await play.collect(refused)).toEqual({ state: 'waiting', until: inMinutes(20) });
    const asked = play.server.standIn.asked.length;
    page.letGo();
    expect(await outcome).toEqual({ state: 'waiting', until: inMinutes(20) });
    expect(play.server.standIn.asked).toHaveLength(asked);
    play.clock.at = inMinutes(20);
    expect(await play.collect(reading)).toMatchObject({ state: 'done' });
    expect((await play.look(reading)).runs).toHaveLength(1);
  });

  it('is no failure: an outage after it is tried again as soon as if nothing had been', async () => {
    const channel = await play.newChannel();
    for (let times = 0; times < 3; times += 1) {
      const until = inMinutes(10);
      play.server.limitUntil(until);
      expect(await play.collect(channel)).toEqual({ state: 'waiting', until });
      play.clock.at = until;
    }
    play.server.standIn.break(() => true, { kind: 'reply', status: 503, json: {} }, 1);
    expect(await play.collect(channel)).toMatchObject({ state: 'failed', after: { kind: 'again', at: inMinutes(5) } });
  });
});

/** Two Facebook pages of two organisations, under the one application of the installation. */
async function playPages() {
  const { ledger, clock } = play;
  const from = new Date('2026-10-01T08:00:00Z');
  const ids = ['100000000000001', '100000000000002'];
  const pages = ids.map((id) => ({ id, name: `Page ${id}`, followers: 4000, since: from, perDay: 2, posts: inventPosts({ seed: 1, from, to: clock.at, postsPerWeek: 3, followers: 4000 }) }));
  const facebook = await startFacebookStandIn({ now: clock.now, pages });
  const worker = openCollector(ledger, clock.now, { facebook: facebook.url });
  const application = { clientId: FACEBOOK_APPLICATION.id, clientSecret: FACEBOOK_APPLICATION.secret };
  // What the last test was asked for would still stand.
  await ledger.transaction.together((manager) => manager.query('DELETE FROM network_wait'));
  await ledger.transaction.together((manager) => worker.applications.write(manager, { network: 'facebook', host: '' }, { application, at: clock.at }));
  const channel = async (id = '') => {
    const secret = { accessToken: facebook.pageToken(id), refreshToken: null, renewAt: null, expiresAt: null, scopes: ['pages_read_engagement', 'read_insights', 'pages_read_user_content'] };
    return connect(ledger, await addOrganisation(ledger.transaction, anyName()), { network: 'facebook', externalId: id, secret, now: clock.at });
  };
  return { facebook, channels: [await channel(ids[0]), await channel(ids[1])] as const, collect: worker.collect, close: () => Promise.all([worker.close(), facebook.close()]) };
}

describe('a limit of Meta', () => {
  it.each([{ of: 'the application', how: 'code4', other: 'waiting' }, { of: 'one page', how: 'code32', other: 'done' }] as const)('of $of finds another organisation’s page $other', async ({ how, other }) => {
    const { facebook, channels: [refused, next], collect, close } = await playPages();
    try {
      facebook.limitUntil(inMinutes(30), how);
      expect(await collect.run(refused)).toMatchObject({ state: 'waiting' });
      facebook.limitUntil(play.clock.at, how);
      const asked = facebook.standIn.asked.length;
      expect(await collect.run(next)).toMatchObject({ state: other });
      expect(facebook.standIn.asked.length > asked).toBe(other === 'done');
    } finally {
      await close();
    }
  });

  it('that stays close lets a page be collected all the same, some of it after each pause', async () => {
    const { facebook, channels: [page], collect, close } = await playPages();
    try {
      facebook.showUsage(97);
      const states: string[] = [];
      while (states.length < 12 && states.at(-1) !== 'done') {
        const outcome = await collect.run(page);
        states.push(outcome.state);
        if (outcome.state === 'waiting') play.clock.at = outcome.until;
      }
      expect(states.slice(0, -1).every((state) => state === 'waiting')).toBe(true);
      expect(states.at(-1)).toBe('done');
      expect(await play.readings(page)).not.toEqual([]);
    } finally {
      await close();
    }
  });
});
