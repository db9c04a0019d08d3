import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { CENTRE_NOW, inventCentre } from '../networks/invented-centre.js';
import { type MastodonStandIn, startMastodonStandIn } from '../networks/mastodon.stand-in.js';
import { anyName, connect, lookAt, playedClock, readingsOf } from '../support/collecting.js';
import { addOrganisation, openLedger, type TestLedger } from '../support/ledger.js';
import { isLaterPage } from '../support/played-mastodon.js';
import { startOver } from '../support/portee.js';

const clock = playedClock(CENTRE_NOW.toISOString());
const centre = inventCentre();
let ledger: TestLedger;
let server: MastodonStandIn;

beforeAll(async () => {
  ledger = await openLedger();
  server = await startMastodonStandIn({ kind: 'mastodon', now: clock.now, accounts: [centre], isQuiet: true, callsPerFiveMinutes: Number.POSITIVE_INFINITY });
});
afterAll(async () => {
  await server?.close();
  await ledger?.close();
});

const start = () => startOver(ledger.database, { allowPrivateAddresses: true }, { now: clock.now });

describe('the program that stops while a network is silent', () => {
  it('hangs up within ten seconds, blames nobody, and the next goes on at the cursor at once', async () => {
    const channel = await connect(ledger, await addOrganisation(ledger.transaction, anyName()), { network: 'mastodon', externalId: server.accountId('centre'), address: server.url, now: clock.at });
    const look = () => lookAt(ledger, channel, clock.at);
    const page = server.standIn.hold(isLaterPage);
    const stopped = await start();
    await page.asked;
    const asked = performance.now();
    await stopped.stop();
    expect(performance.now() - asked).toBeLessThan(9_000);
    expect(await look()).toMatchObject({ collection: { state: 'connected', trouble: null }, runs: [{ state: 'running', pages: 2 }] });

    const next = await start();
    await vi.waitFor(async () => expect(await look()).toMatchObject({ runs: [{ kind: 'first', state: 'done', postsNew: centre.posts.length }] }), { timeout: 20_000, interval: 50 });
    await next.stop();
    expect(await readingsOf(ledger, channel)).toHaveLength(centre.posts.length);
    // The page that never came was asked for again, and none before it.
    expect(server.standIn.asked.filter(({ url }) => url.pathname.endsWith('/statuses') && !isLaterPage({ url }))).toHaveLength(1);
  });
});
