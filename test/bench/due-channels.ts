import { v7 as newId } from 'uuid';
import { Organisation } from '../../apps/api/src/accounts/organisation.entity.js';
import { Channel } from '../../apps/api/src/channels/channel.entity.js';
import { connectChannel } from '../../apps/api/src/channels/connect-channel.js';
import { createChannel } from '../../apps/api/src/channels/channels.service.js';
import type { ChannelKey } from '../../apps/api/src/channels/credentials.js';
import { findNetwork } from '../../apps/api/src/networks/registry.js';
import { NO_FIGURES, type PostReading } from '../../apps/api/src/networks/core/readings.js';
import { readKnownPosts, type KnownPostRow } from '../../apps/api/src/posts/known-posts.query.js';
import { writeReadings } from '../../apps/api/src/posts/write-readings.js';
import type { PlayedDoor } from '../networks/every-network.js';
import { makeCollector } from '../support/collector.js';
import { askDatabase } from '../support/database-client.js';
import type { BenchDatabase } from './bench-database.js';
import type { StandInsReady } from './collect-stand-ins.js';

const DAY_MS = 86_400_000;
const ZONE = 'Europe/Brussels';
/** Of six channels of a centre so many are Mastodon's and Bluesky's; the sixth is of each other network in turn. */
const MIX = { mastodon: 3, bluesky: 2 };
export const CHANNELS_OF_ONE = 6;

/** What networks are there to be asked, and how one is reached. */
export type Networks = Pick<StandInsReady, 'doors' | 'urls' | 'applications'>;
type Manager = Parameters<Parameters<BenchDatabase['transaction']['run']>[1]>[0];
type Collector = ReturnType<typeof makeCollector>;

/** A collector in this process. */
export function collectorOver({ transaction, secretKey }: BenchDatabase, { urls }: Networks): Collector {
  return makeCollector({ transaction, secretKey, now: () => new Date(), networkUrls: urls });
}

/** One channel of an organisation of its own, open to collection and due. */
export async function addOneChannel(database: BenchDatabase, collector: Collector, door: PlayedDoor): Promise<ChannelKey> {
  const organisationId = newId();
  return database.transaction.run(organisationId, async (manager) => {
    await addCentre(manager, organisationId);
    return connectDoor(manager, collector, { organisationId, door });
  });
}

/**
 * Channels that were collected a day ago, with the twenty posts or so that they had then, and are due at no time. Their posts are
 * those a first collection finds, made once and written for each; what reached an age step since will be read.
 */
export async function addCollectedChannels(database: BenchDatabase, networks: Networks, count: number): Promise<void> {
  const collector = collectorOver(database, networks);
  try {
    await database.transaction.together(async (manager) => {
      for (const [network, application] of Object.entries(networks.applications)) await collector.applications.write(manager, { network, host: '' }, { application, at: new Date() });
    });
    const doors = networks.doors.filter(({ network, account }) => findNetwork(network)?.connector && account !== 'long');
    const posts = new Map(await Promise.all(doors.map(async (door) => [door, await postsBehind(database, collector, door)] as const)));
    for (let made = 0; made < count; made += CHANNELS_OF_ONE) {
      const chosen = doorsOfCentre(doors, made / CHANNELS_OF_ONE).slice(0, count - made);
      await addCentreWith(database, collector, chosen.map((door) => ({ door, posts: posts.get(door) ?? [] })));
    }
  } finally {
    await collector.close();
  }
}

/** From now on, spread evenly over so many seconds, the channels come due. @returns when that began */
export async function makeDue({ ownerUrl }: BenchDatabase, withinSeconds: number): Promise<Date> {
  const [row] = await askDatabase<{ now: Date }>(ownerUrl, 'SELECT now()');
  const from = row?.now ?? new Date();
  await askDatabase(ownerUrl, `UPDATE channel SET next_due_at = $1::timestamptz + random() * $2 * interval '1 second' WHERE state = 'connected'`, [from, withinSeconds]);
  return from;
}

async function postsBehind(database: BenchDatabase, collector: Collector, door: PlayedDoor): Promise<KnownPostRow[]> {
  const key = await addOneChannel(database, collector, door);
  const outcome = await collector.collect.run(key);
  if (outcome.state !== 'done') throw new Error(`the first collection of ${door.network} ended as ${JSON.stringify(outcome)}`);
  return database.transaction.run(key.organisationId, async (manager) => {
    await manager.update(Channel, { organisationId: key.organisationId, id: key.channelId }, { state: 'paused', nextDueAt: null });
    return readKnownPosts(manager, key, null);
  });
}

/** Networks that are not there are made up for with more of Mastodon. */
function doorsOfCentre(doors: readonly PlayedDoor[], number: number): PlayedDoor[] {
  const of = (wanted: string) => doors.filter(({ network }) => network === wanted);
  const others = doors.filter(({ network }) => !Object.hasOwn(MIX, network));
  const other = others[number % Math.max(1, others.length)];
  const first = [...of('bluesky').slice(0, MIX.bluesky), ...(other ? [other] : [])];
  return [...of('mastodon').slice(0, CHANNELS_OF_ONE - first.length), ...first];
}

async function addCentreWith({ transaction }: BenchDatabase, collector: Collector, channels: readonly { door: PlayedDoor; posts: readonly KnownPostRow[] }[]): Promise<void> {
  const organisationId = newId();
  const yesterday = new Date(Date.now() - DAY_MS);
  await transaction.run(organisationId, async (manager) => {
    await addCentre(manager, organisationId);
    for (const { door, posts } of channels) {
      const { channelId: id } = await connectDoor(manager, collector, { organisationId, door });
      await writeReadings(manager, {
        origin: { organisationId, originId: newId(), source: 'api', remembersReplaced: false }, observedAt: yesterday,
        posts: each(posts.filter(({ publishedAt }) => publishedAt < yesterday).map((post) => readingOf(post, yesterday))),
        channels: () => Promise.resolve(new Map([[1, { id, network: door.network, timeZone: ZONE }]])),
      });
      await manager.update(Channel, { organisationId, id }, { isBackfilled: true, collectedAt: yesterday, nextDueAt: null });
    }
  });
}

async function addCentre(manager: Manager, id: string): Promise<void> {
  await manager.insert(Organisation, { id, slug: `banc-${id}`, name: 'Le banc', timeZone: ZONE, isDemonstration: false });
}

async function connectDoor(manager: Manager, { credentials }: Collector, { organisationId, door }: { organisationId: string; door: PlayedDoor }): Promise<ChannelKey> {
  const { network, externalId, address, secret, account } = door;
  const channelId = await createChannel(manager, { id: organisationId, timeZone: ZONE }, { network, name: `Le banc, ${account}`, originId: null });
  const key = { organisationId, channelId };
  await connectChannel(manager, { key, connection: { externalId, settings: address === null ? {} : { address }, secret, now: new Date() } }, credentials);
  return key;
}

function readingOf({ externalId, publishedAt }: KnownPostRow, observedAt: Date): PostReading {
  return {
    externalId, publishedAt, observedAt, format: 'photo', text: `Concert de la saison ${externalId}`, url: null, paid: false, isShare: false, authorRole: null, themes: [], deletedAt: null,
    figures: { ...NO_FIGURES, likes: 0, comments: 0, shares: 0 },
  };
}

async function* each(readings: readonly PostReading[]): AsyncGenerator<{ channelNumber: number; reading: PostReading }> {
  for (const reading of readings) yield { channelNumber: 1, reading };
}
