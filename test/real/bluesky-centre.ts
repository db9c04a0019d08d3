import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { askNetwork } from '../networks/network-answer.js';
import { BlueskyPerson, type RecordRef } from './bluesky-people.js';
import type { BlueskyServers } from './bluesky-servers.js';

const DAY_MS = 86_400_000;
const PATIENCE_MS = 60_000;
const EVERY_MS = 250;

/** A centre on a real AppView, and what that AppView counts of it. */
export interface RealCentre {
  appView: string;
  did: string;
  handle: string;
  /** Posts of its own, by what is particular about them. */
  posts: { liked: RecordRef; backDated: RecordRef; postDated: RecordRef; deleted: RecordRef };
  /** What became of them; the network was seen to count so. */
  expected: { followers: number; liked: { likeCount: number; repostCount: number; replyCount: number; quoteCount: number; bookmarkCount: number } };
  /** Deletes one of them. */
  unsay: (post: RecordRef) => Promise<void>;
  /** Somebody who did not like it yet likes the liked post. */
  likeOnceMore: () => Promise<void>;
}

const EXPECTED: RealCentre['expected'] = { followers: 3, liked: { likeCount: 2, repostCount: 1, replyCount: 1, quoteCount: 1, bookmarkCount: 1 } };

/** A centre and three readers write, like, repost, answer, quote, save and follow; then waits until the AppView counts it all. */
export async function liveOnBluesky({ pds, appView }: BlueskyServers): Promise<RealCentre> {
  const [centre, one, two, three] = await Promise.all([BlueskyPerson.join(pds, 'centre'), BlueskyPerson.join(pds, 'lectrice'), BlueskyPerson.join(pds, 'lecteur'), BlueskyPerson.join(pds, 'voisine')]);
  await centre.presentAs('Centre culturel');
  const liked = await centre.say('Concert vendredi 20 h');
  const backDated = await centre.say('Souvenir', { createdAt: new Date(Date.now() - 3 * DAY_MS).toISOString() });
  const postDated = await centre.say('Le futur', { createdAt: new Date(Date.now() + 5 * DAY_MS).toISOString() });
  const deleted = await centre.say('Une erreur');
  const strangers = await one.say('Une affiche à partager');
  await Promise.all([one.follow(centre), two.follow(centre), three.follow(centre), one.like(liked), two.like(liked), one.repost(liked), two.answer(liked, 'Deux places ?'), three.quote(liked, 'À voir'), three.save(liked), centre.repost(strangers), centre.answer(strangers, 'Belle affiche')]);
  await centre.unsay(deleted);
  const real = {
    appView, did: centre.did, handle: centre.handle, posts: { liked, backDated, postDated, deleted }, expected: EXPECTED,
    unsay: (post: RecordRef) => centre.unsay(post), likeOnceMore: async () => void (await three.like(liked)),
  };
  await untilCounted(real);
  return real;
}

const profile = z.looseObject({ followersCount: z.number() });
const counted = z.object({ posts: z.array(z.looseObject({ uri: z.string() })) });

async function untilCounted(real: RealCentre): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  while (!(await isCounted(real))) {
    if (Date.now() > end) throw new Error(`After ${PATIENCE_MS / 1000} s the AppView does not count what was done`);
    await wait(EVERY_MS);
  }
}

async function isCounted({ appView, did, posts, expected }: RealCentre): Promise<boolean> {
  const seen = profile.safeParse((await askNetwork(`${appView}/xrpc/app.bsky.actor.getProfile?actor=${did}`)).json);
  const uris = [posts.liked, posts.backDated, posts.postDated, posts.deleted].map(({ uri }) => `uris=${encodeURIComponent(uri)}`).join('&');
  const { posts: found } = counted.catch({ posts: [] }).parse((await askNetwork(`${appView}/xrpc/app.bsky.feed.getPosts?${uris}`)).json);
  const counts = found.find(({ uri }) => uri === posts.liked.uri);
  return seen.data?.followersCount === expected.followers && found.length === 3 && Object.entries(expected.liked).every(([name, count]) => counts?.[name] === count);
}
