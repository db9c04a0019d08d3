import { setTimeout as wait } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { ChannelKey } from '../../apps/api/src/channels/credentials.js';
import { type BenchDatabase, openBenchDatabase } from '../bench/bench-database.js';
import { addOneChannel } from '../bench/due-channels.js';
import { askNetwork } from '../networks/network-answer.js';
import { makeCollector } from '../support/collector.js';
import type { RealCentre } from './bluesky-centre.js';

const HOUR_MS = 3_600_000;
const PATIENCE_MS = 60_000;
const EVERY_MS = 250;

interface CollectedPost {
  uri: string;
  likes: number | null;
  comments: number | null;
  shares: number | null;
  saves: number | null;
  isDeleted: boolean;
  /** How often it was read and written. */
  readings: number;
}

interface Collection {
  followers: number | null;
  posts: CollectedPost[];
}

/**
 * Collects the centre from the real AppView with Portée's own connector and engine, compares what came with what was done, then lets
 * somebody like a post, deletes another and collects again two hours later, when both have reached an age step. @returns what differs, in sentences
 */
export async function compareWithCollection(centre: RealCentre): Promise<string[]> {
  const database = await openBenchDatabase('server');
  let at = Date.now();
  const collector = makeCollector({ transaction: database.transaction, secretKey: database.secretKey, now: () => new Date(at), networkUrls: { bluesky: centre.appView } });
  try {
    const key = await addOneChannel(database, collector, { network: 'bluesky', account: 'centre', externalId: centre.did, address: null, secret: null });
    const collect = async (): Promise<Collection> => {
      const outcome = await collector.collect.run(key, { isAsked: true });
      if (outcome.state !== 'done') throw new Error(`the collection ended as ${JSON.stringify(outcome)}`);
      return readCollection(database, key);
    };
    const first = compareFirst(await collect(), centre);
    await centre.likeOnceMore();
    await centre.unsay(centre.posts.postDated);
    await untilSeen(centre);
    at += 2 * HOUR_MS;
    return [...first, ...compareSecond(await collect(), centre)];
  } finally {
    await collector.close();
    await database.drop();
  }
}

function compareFirst({ followers, posts }: Collection, { posts: written, expected }: RealCentre): string[] {
  const { likeCount, replyCount, repostCount, quoteCount, bookmarkCount } = expected.liked;
  const liked = posts.find(({ uri }) => uri === written.liked.uri);
  return [
    ...differs('followers', followers, expected.followers),
    ...differs('posts', posts.map(({ uri }) => uri).toSorted(), [written.liked, written.backDated, written.postDated].map(({ uri }) => uri).toSorted()),
    ...differs('likes', liked?.likes, likeCount), ...differs('comments', liked?.comments, replyCount),
    // Shares include quotes.
    ...differs('shares', liked?.shares, repostCount + quoteCount), ...differs('saves', liked?.saves, bookmarkCount),
    ...differs('readings', liked?.readings, 1), ...differs('deleted posts', posts.filter(({ isDeleted }) => isDeleted), []),
  ];
}

/** What grew is read again beside what was read before; what vanished is marked, and its figures stay. */
function compareSecond({ posts }: Collection, { posts: written, expected }: RealCentre): string[] {
  const liked = posts.find(({ uri }) => uri === written.liked.uri);
  const deleted = posts.filter(({ isDeleted }) => isDeleted).map(({ uri }) => uri);
  return [
    ...differs('likes two hours later', liked?.likes, expected.liked.likeCount + 1), ...differs('readings two hours later', liked?.readings, 2),
    ...differs('posts after a deletion', posts.length, 3), ...differs('posts deleted since', deleted, [written.postDated.uri]),
  ];
}

function differs(what: string, collected: unknown, done: unknown): string[] {
  return isDeepStrictEqual(collected, done) ? [] : [`${what}: ${JSON.stringify(collected)} was collected, ${JSON.stringify(done)} was done`];
}

function readCollection({ transaction }: BenchDatabase, { organisationId, channelId }: ChannelKey): Promise<Collection> {
  return transaction.run(organisationId, async (manager) => {
    const days = await manager.query<{ followers: number | null }[]>(
      'SELECT followers::int FROM channel_snapshot WHERE organisation_id = $1 AND channel_id = $2 ORDER BY observed_at DESC LIMIT 1', [organisationId, channelId],
    );
    const posts = await manager.query<CollectedPost[]>(
      `SELECT DISTINCT ON (p.id) p.external_id AS uri, s.likes::int, s.comments::int, s.shares::int, s.saves::int, p.deleted_at IS NOT NULL AS "isDeleted",
         count(s.observed_at) OVER (PARTITION BY p.id)::int AS readings
       FROM post p LEFT JOIN post_snapshot s ON s.organisation_id = p.organisation_id AND s.post_id = p.id
       WHERE p.organisation_id = $1 AND p.channel_id = $2 ORDER BY p.id, s.observed_at DESC`, [organisationId, channelId],
    );
    return { followers: days[0]?.followers ?? null, posts };
  });
}

const shown = z.object({ posts: z.array(z.looseObject({ uri: z.string(), likeCount: z.number().optional() })) });

/** Waits until the AppView counts one more like, and no longer shows the post that was deleted. */
async function untilSeen({ appView, posts, expected }: RealCentre): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  const uris = [posts.liked, posts.postDated].map(({ uri }) => `uris=${encodeURIComponent(uri)}`).join('&');
  const isSeen = async () => {
    const { posts: found } = shown.parse((await askNetwork(`${appView}/xrpc/app.bsky.feed.getPosts?${uris}`)).json);
    return found.length === 1 && found[0]?.uri === posts.liked.uri && found[0].likeCount === expected.liked.likeCount + 1;
  };
  while (!(await isSeen())) {
    if (Date.now() > end) throw new Error(`After ${PATIENCE_MS / 1000} s the AppView does not show a like, or still shows a deleted post`);
    await wait(EVERY_MS);
  }
}
