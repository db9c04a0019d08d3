import { randomBytes, randomInt } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { askDatabase } from '../support/database-client.js';
import { inventPosts } from '../networks/invented-posts.js';
import { type MastodonStandIn, startMastodonStandIn } from '../networks/mastodon.stand-in.js';
import { askEmbedded, endEveryProcess, freePort, type PorteeProcess, startProcess } from '../support/portee-process.js';
import { firstMember } from '../support/visitor.js';

const LONG = process.env['PORTEE_TEST_TIER'] === 'long';
/** A collection of 14 pages, each answered after a moment: long enough to be met in its middle. */
const LATENCY_MS = 60;
/** A kill and the start after it take some ten seconds. */
const LIMIT_MS = (LONG ? 60 : 15) * 30_000;
const PATIENT = { timeout: 150_000, interval: 50 };
const DAY_MS = 86_400_000;
const { PORTEE_TEST_DATABASE_URL: serverUrl, PORTEE_TEST_REDIS_URL: redisUrl } = process.env;

/** All of them have settled: whenever one is read, its figures are the same, so that it has one reading and no more. */
const span = { from: new Date(Date.now() - 400 * DAY_MS), to: new Date(Date.now() - 40 * DAY_MS) };
const centre = { name: 'centre', title: 'Le centre', followers: 1200, since: span.from, followersPerDay: 1, posts: inventPosts({ seed: 5, ...span, postsPerWeek: 11, followers: 1200 }) };

afterAll(endEveryProcess);

interface Played {
  /** Data folder. */
  folder: string;
  environment: Record<string, string>;
  program?: { file: string; parameters: string[] };
  ask: (sql: string) => Promise<unknown[]>;
  /** What is killed, one after the other: each once, or in the long tier fifty kills, again and again from the first. */
  kills: readonly Kill[];
}

type Kill = (portee: PorteeProcess) => Promise<'the program ended' | 'the program goes on'>;

type Backend = Omit<Played, 'folder'>;

/** Plays on a data folder and a network of its own, so that the backends are tried at the same time: most of it is waiting. */
async function playOn(backend: (folder: string) => Backend): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'portee-killed-'));
  const network = await startMastodonStandIn({ kind: 'mastodon', now: () => new Date(), accounts: [centre], isQuiet: true, latencyMs: LATENCY_MS, callsPerFiveMinutes: Number.POSITIVE_INFINITY });
  try {
    const last = await play({ folder, ...backend(folder) }, network);
    last.signalGroup('SIGKILL');
    await last.ended;
  } finally {
    await network.close();
  }
  await vi.waitFor(() => rmSync(folder, { recursive: true, force: true }), PATIENT);
}

/** Adds channels until the kills are spent, kills while one is collected, and looks at what is there in the end. */
async function play({ folder, environment, program, ask, kills }: Played, network: MastodonStandIn): Promise<PorteeProcess> {
  const port = await freePort();
  const start = async () => {
    const portee = startProcess({ dataFolder: folder, port, environment: { PORTEE_ALLOW_PRIVATE_ADDRESSES: 'on', ...environment }, ...(program ? { program } : {}) });
    await portee.ready;
    return portee;
  };
  let portee = await start();
  const { slug } = await firstMember(portee.url);
  let channels = 0;
  for (let kill = 0; kill < (LONG ? 50 : kills.length); kill += 1) {
    const before = network.standIn.asked.length;
    channels += await addChannel({ slug, run: (words) => command(words, { folder, environment }), number: channels, network });
    await vi.waitFor(() => expect(network.standIn.asked.length).toBeGreaterThan(before), PATIENT);
    // The instant is what is tried: somewhere in the next second of the collection.
    await wait(randomInt(1000));
    const left = await kills[kill % kills.length]?.(portee);
    if (left === 'the program ended') portee = await start();
    else await vi.waitFor(async () => expect((await fetch(`${portee.url}/api/v1/ready`)).status).toBe(200), PATIENT);
  }
  await vi.waitFor(async () => {
    // A fault of ours is tried again after five minutes, which nobody waits for here.
    await ask(`UPDATE channel SET next_due_at = now() WHERE trouble = 'fault' AND next_due_at > now()`);
    expect(await ask('SELECT count(*)::int AS done FROM channel WHERE is_backfilled')).toEqual([{ done: channels }]);
  }, PATIENT);
  await compare(ask, channels);
  return portee;
}

/** Everything is there, once, and so say the runs. */
async function compare(ask: Played['ask'], channels: number): Promise<void> {
  const posts = channels * centre.posts.length;
  expect(await ask('SELECT (SELECT count(*)::int FROM post) AS posts, (SELECT count(*)::int FROM post_snapshot) AS snapshots, (SELECT count(*)::int FROM post_stat WHERE is_final) AS settled')).toEqual([{ posts, snapshots: posts, settled: posts }]);
  expect(await ask('SELECT DISTINCT sum(s.likes)::int AS likes FROM post p JOIN post_snapshot s ON s.organisation_id = p.organisation_id AND s.post_id = p.id GROUP BY p.channel_id')).toEqual([{ likes: centre.posts.reduce((sum, { final }) => sum + final.likes, 0) }]);
  expect(await ask(`SELECT count(*)::int AS runs FROM ingestion_run WHERE kind = 'first'`)).toEqual([{ runs: channels }]);
  expect(await ask('SELECT sum(posts_new)::int AS posts FROM ingestion_run')).toEqual([{ posts }]);
  expect(await ask('SELECT count(DISTINCT channel_id)::int AS followed FROM channel_snapshot WHERE followers IS NOT NULL')).toEqual([{ followed: channels }]);
}

/** From the command line, while the program runs: an organisation may follow one account once, so each is another organisation's. */
async function addChannel({ slug, run, number, network }: { slug: string; run: (words: string[]) => Promise<void>; number: number; network: MastodonStandIn }): Promise<1> {
  const organisation = number === 0 ? slug : `centre-${number}`;
  if (number > 0) await run(['organisation', 'create', organisation, '--slug', organisation]);
  await run(['channel', 'add', '--organisation', organisation, '--network', 'mastodon', '--name', 'Le centre', '--external-id', network.accountId('centre'), '--address', network.url]);
  return 1;
}

async function command(words: string[], { folder, environment }: Pick<Played, 'folder' | 'environment'>): Promise<void> {
  const run = startProcess({ dataFolder: folder, port: 0, program: { file: process.execPath, parameters: ['apps/api/dist/cli.js', ...words] }, environment });
  run.ready.catch(() => undefined);
  const { code, output } = await run.ended;
  if (code !== 0) throw new Error(`${words.join(' ')}: ${code}\n${output}`);
}

const killWhole: Kill = async (portee) => {
  portee.signalGroup('SIGKILL');
  await portee.ended;
  return 'the program ended';
};

/** A database of its own on the server, for as long as the work lasts. */
async function withServerDatabase(work: (url: string) => Promise<void>): Promise<void> {
  const name = `portee_killed_${randomBytes(4).toString('hex')}`;
  const inMaintenance = (statement: string) => askDatabase(databaseUrl('postgres'), statement);
  await inMaintenance(`CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8'`);
  try {
    await work(databaseUrl(name));
  } finally {
    await inMaintenance(`DROP DATABASE ${name} WITH (FORCE)`);
    await inMaintenance(`DROP ROLE IF EXISTS ${name}_app, ${name}_queue`);
  }
}

function databaseUrl(name: string): string {
  const url = new URL(serverUrl ?? '');
  url.pathname = `/${name}`;
  return url.href;
}

/** One of the fifteen databases of the Redis beside the first, empty: no other installation's queue is in it. */
async function withQueueDatabase(work: (url: string, empty: () => Promise<void>) => Promise<void>): Promise<void> {
  const url = new URL(redisUrl ?? '');
  url.pathname = `/${randomInt(1, 16)}`;
  const redis = new Redis(url.href, { lazyConnect: true });
  await redis.connect();
  const empty = async () => void (await redis.flushdb());
  try {
    await empty();
    await work(url.href, empty);
  } finally {
    await empty();
    redis.disconnect();
  }
}

describe.concurrent('a collection whose process, database or queue is killed at random instants', () => {
  it('goes on where it was, on the embedded database: no reading is lost, none is there twice', { timeout: LIMIT_MS }, () =>
    playOn((folder) => ({ environment: {}, ask: (sql) => askEmbedded(folder, sql), kills: [killWhole, killWhole] })));

  it.skipIf(serverUrl === undefined || redisUrl === undefined)('goes on where it was, on servers, even when the queue has lost everything (needs PORTEE_TEST_DATABASE_URL and PORTEE_TEST_REDIS_URL)', { timeout: LIMIT_MS }, () =>
    withServerDatabase((url) => withQueueDatabase(async (queueUrl, emptyQueue) => {
      const endConnections = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${new URL(url).pathname.slice(1)}'`;
      await playOn(() => ({
        environment: { DATABASE_URL: url, REDIS_URL: queueUrl, PORTEE_SECRET_KEY: randomBytes(32).toString('base64url') },
        program: { file: process.execPath, parameters: ['apps/api/dist/main.js'] },
        ask: (sql) => askDatabase(url, sql),
        kills: [
          killWhole,
          async (portee) => {
            const left = await killWhole(portee);
            await emptyQueue();
            return left;
          },
          () => askDatabase(databaseUrl('postgres'), endConnections).then(() => 'the program goes on'),
          () => emptyQueue().then(() => 'the program goes on'),
        ],
      }));
    })));
});
