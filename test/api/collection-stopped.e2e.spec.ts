import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { inventCentre } from '../networks/invented-centre.js';
import { type MastodonStandIn, startMastodonStandIn } from '../networks/mastodon.stand-in.js';
import { anyName, connect, lookAt, openCollector, playedClock, readingsOf } from '../support/collecting.js';
import { addOrganisation, openLedger, type TestLedger } from '../support/ledger.js';

const clock = playedClock('2026-11-23T11:00:00Z');
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

describe('a program that stops while a network is silent', () => {
  it('hangs up within ten seconds, blames nobody, and goes on at its cursor', async () => {
    const channel = await connect(ledger, await addOrganisation(ledger.transaction, anyName()), { network: 'mastodon', externalId: server.accountId('centre'), address: server.url, now: clock.at });
    const speak = server.standIn.break(({ url }) => url.searchParams.has('max_id'), { kind: 'silence' });
    const stopped = openCollector(ledger, clock.now);
    const outcome = stopped.collect.run(channel);
    await vi.waitFor(() => expect(server.standIn.asked.some(({ url }) => url.searchParams.has('max_id'))).toBe(true), { timeout: 10_000 });
    const start = performance.now();
    await stopped.collect.beforeApplicationShutdown();
    expect(performance.now() - start).toBeLessThan(9_000);
    expect(await outcome).toEqual({ state: 'stopped' });
    await stopped.close();
    expect(await lookAt(ledger, channel, clock.at)).toMatchObject({ collection: { state: 'connected', trouble: null }, runs: [{ state: 'running', pages: 2 }] });

    speak();
    const next = openCollector(ledger, clock.now);
    expect(await next.collect.run(channel)).toMatchObject({ state: 'done' });
    await next.close();
    expect(await readingsOf(ledger, channel)).toHaveLength(centre.posts.length);
    expect((await lookAt(ledger, channel, clock.at)).runs).toHaveLength(1);
  });
});
