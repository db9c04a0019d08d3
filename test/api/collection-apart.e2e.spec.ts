import { Queue } from 'bullmq';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { askDatabase } from '../support/database-client.js';
import { TenantTransaction } from '../../apps/api/src/database/tenant-transaction.js';
import { IngestScheduler } from '../../apps/api/src/ingest/ingest.scheduler.js';
import { collectQueueName } from '../../apps/api/src/jobs/queues.js';
import { QUEUE_SETTINGS } from '../../apps/api/src/operations/queue-connection.js';
import { startBlueskyStandIn } from '../networks/bluesky.stand-in.js';
import { CENTRE_NOW, inventCentre } from '../networks/invented-centre.js';
import { type MastodonStandIn, startMastodonStandIn } from '../networks/mastodon.stand-in.js';
import { anyName, type ConnectedChannel, connect, lookAt, playedClock } from '../support/collecting.js';
import { addOrganisation } from '../support/ledger.js';
import { startTestPortee, type TestPortee } from '../support/portee.js';

/** Channels of one network that a worker has in hand at once. */
const AT_ONCE = 8;
const PATIENT = { timeout: 20_000, interval: 50 };
const clock = playedClock(CENTRE_NOW.toISOString());
const centre = inventCentre({ postsPerWeek: 0.2 });
let portee: TestPortee;
let bluesky: Awaited<ReturnType<typeof startBlueskyStandIn>>;
let queue: Queue;
let server: MastodonStandIn;

beforeAll(async () => {
  bluesky = await startBlueskyStandIn({ now: clock.now, accounts: [centre], pages: 'full' });
  portee = await startTestPortee({ allowPrivateAddresses: true, networkUrls: { bluesky: bluesky.url } }, { now: clock.now, logLevel: 'silent' });
  queue = new Queue(collectQueueName('mastodon'), portee.running.app.get(QUEUE_SETTINGS, { strict: false }));
});
afterAll(async () => {
  await queue?.close();
  await portee?.stop();
  await bluesky?.close();
});
beforeEach(async () => { server = await openServer(); });
afterEach(() => server.close());

const openServer = () => startMastodonStandIn({ kind: 'mastodon', now: clock.now, accounts: [centre], isQuiet: true, callsPerFiveMinutes: Number.POSITIVE_INFINITY });
const ledger = () => ({ transaction: portee.running.app.get(TenantTransaction, { strict: false }) });
const sweep = () => portee.running.app.get(IngestScheduler, { strict: false }).sweep();
const newChannel = async (network: string, at: { externalId: string; address?: string }) => connect(ledger(), await addOrganisation(ledger().transaction, anyName()), { network, ...at, now: clock.at });
const ofMastodon = (at = server) => newChannel('mastodon', { externalId: at.accountId('centre'), address: at.url });
const ofBluesky = () => newChannel('bluesky', { externalId: bluesky.didOf('centre') });
const several = (count: number, make: () => Promise<ConnectedChannel>) => Promise.all(Array.from({ length: count }, make));
const collected = async (channels: readonly ConnectedChannel[]) => {
  const looks = await Promise.all(channels.map((channel) => lookAt(ledger(), channel, clock.at)));
  return looks.filter(({ collection }) => collection?.isBackfilled).length;
};
/** Claims of the sweep before end by themselves. */
const claimsEnd = () => { clock.pass(2 / 60); };

describe('a queue', () => {
  it('that loses everything while its worker lives loses no collection', async () => {
    const answers = server.standIn.hold(() => true, { times: Number.POSITIVE_INFINITY });
    const channels = await several(AT_ONCE + 2, ofMastodon);
    await sweep();
    await vi.waitFor(() => expect(server.standIn.asked).toHaveLength(AT_ONCE), PATIENT);
    await queue.obliterate({ force: true });
    answers.letGo();
    await vi.waitFor(async () => expect(await collected(channels)).toBe(AT_ONCE), PATIENT);
    claimsEnd();
    await sweep();
    await vi.waitFor(async () => expect(await collected(channels)).toBe(AT_ONCE + 2), PATIENT);
  });

  it('keeps no job that could not be recorded: the channel is collected once the ledger can be written', async () => {
    const { ownerUrl } = portee.database;
    await askDatabase(ownerUrl, 'ALTER TABLE ingestion_run ADD CONSTRAINT refuses CHECK (false) NOT VALID');
    const channel = await ofMastodon();
    await sweep();
    await vi.waitFor(async () => expect(await queue.getJobCounts('active', 'waiting', 'failed')).toEqual({ active: 0, waiting: 0, failed: 0 }), PATIENT);
    expect(server.standIn.asked).toEqual([]);
    await askDatabase(ownerUrl, 'ALTER TABLE ingestion_run DROP CONSTRAINT refuses');
    claimsEnd();
    await sweep();
    await vi.waitFor(async () => expect(await collected([channel])).toBe(1), PATIENT);
  });
});

describe('a server that does not answer', () => {
  it('holds up no other server of its network, and, when all are silent, no other network', async () => {
    server.standIn.break(() => true, { kind: 'silence' });
    const elsewhere = await openServer();
    const [silent] = await several(1, ofMastodon);
    clock.pass(1 / 3600);
    const neighbour = await ofMastodon(elsewhere);
    await sweep();
    await vi.waitFor(async () => expect(await collected([neighbour]), 'another server').toBe(1), PATIENT);
    // More than both networks' workers could have in hand together.
    await several(2 * AT_ONCE, ofMastodon);
    await sweep();
    await vi.waitFor(() => expect(server.standIn.asked).toHaveLength(AT_ONCE), PATIENT);
    const other = await ofBluesky();
    await sweep();
    await vi.waitFor(async () => expect(await collected([other]), 'another network').toBe(1), PATIENT);
    expect(await collected(silent ? [silent] : [])).toBe(0);
    await elsewhere.close();
  });
});
