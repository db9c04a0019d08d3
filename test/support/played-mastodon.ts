import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { CENTRE_NOW } from '../networks/invented-centre.js';
import { type MastodonStandIn, startMastodonStandIn } from '../networks/mastodon.stand-in.js';
import type { InventedPost } from '../networks/invented-posts.js';
import type { InventedAccount } from '../networks/played-account.js';
import type { Ask } from '../networks/stand-in.js';
import { anyName, type ConnectedChannel, connect, lookAt, openCollector, type PlayedClock, playedClock, readingsOf } from './collecting.js';
import { addOrganisation, openLedger, type TestLedger } from './ledger.js';

type Worker = ReturnType<typeof openCollector>;

/** What tests of collections play with: a ledger for the file; a clock, a server and a worker for each test. */
export interface PlayedMastodon {
  readonly ledger: TestLedger;
  readonly clock: PlayedClock;
  readonly server: MastodonStandIn;
  readonly worker: Worker;
  /** Another server of the same accounts, and another worker: until the end of the test. */
  anotherServer(): Promise<MastodonStandIn>;
  anotherWorker(): Worker;
  /** A channel that is due, of an organisation of its own. */
  newChannel(account?: string, at?: MastodonStandIn): Promise<ConnectedChannel>;
  /** The worker collects a channel: where it is due, or when somebody asked for it. */
  collect(channel: ConnectedChannel, settings?: { isAsked?: boolean }): ReturnType<Worker['collect']['run']>;
  look(channel: ConnectedChannel): ReturnType<typeof lookAt>;
  readings(channel: ConnectedChannel): ReturnType<typeof readingsOf>;
  /** Asks the ledger in the name of a channel's organisation. */
  ask<Row>(channel: ConnectedChannel, sql: string): Promise<Row[]>;
}

/** Call it once, outside of tests. */
export function playMastodon(accounts: readonly InventedAccount[]): PlayedMastodon {
  let ledger: TestLedger;
  let [clock, ends] = [playedClock(CENTRE_NOW.toISOString()), [] as (() => Promise<unknown>)[]];
  let server: MastodonStandIn;
  let worker: Worker;

  const anotherServer = async (): Promise<MastodonStandIn> => {
    const opened = await startMastodonStandIn({ kind: 'mastodon', now: clock.now, accounts, isQuiet: true, callsPerFiveMinutes: Number.POSITIVE_INFINITY });
    ends.push(opened.close);
    return opened;
  };
  const anotherWorker = (): Worker => {
    const opened = openCollector(ledger, clock.now);
    ends.push(opened.close);
    return opened;
  };

  beforeAll(async () => { ledger = await openLedger(); });
  afterAll(() => ledger?.close());
  beforeEach(async () => {
    clock = playedClock(CENTRE_NOW.toISOString());
    ends = [];
    server = await anotherServer();
    worker = anotherWorker();
  });
  afterEach(async () => { await Promise.all(ends.map((end) => end())); });

  return {
    get ledger() { return ledger; }, get clock() { return clock; }, get server() { return server; }, get worker() { return worker; },
    anotherServer, anotherWorker,
    newChannel: async (account = accounts[0]?.name ?? '', at = server) => {
      const organisation = await addOrganisation(ledger.transaction, anyName());
      return connect(ledger, organisation, { network: 'mastodon', externalId: at.accountId(account), address: at.url, now: clock.at });
    },
    collect: (channel, settings) => worker.collect.run(channel, settings),
    look: (channel) => lookAt(ledger, channel, clock.at),
    readings: (channel) => readingsOf(ledger, channel),
    ask: (channel, sql) => ledger.transaction.run(channel.organisationId, (manager) => manager.query(sql)),
  };
}

/** Whether a second page of posts, or a later one, is asked for. */
export const isLaterPage = ({ url }: Pick<Ask, 'url'>): boolean => url.pathname.endsWith('/statuses') && url.searchParams.has('max_id');

/** The newest post that an account was invented with. */
export function newestOf({ name, posts }: InventedAccount): InventedPost {
  const post = posts.at(-1);
  if (!post) throw new Error(`${name} was invented without posts`);
  return post;
}
