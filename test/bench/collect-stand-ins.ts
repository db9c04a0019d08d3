// Networks that are played, in a process of their own so that they share no event loop with what is measured:
// forked through test/support/run-typescript.mjs with its settings as the argument.
import { inventPosts } from '../networks/invented-posts.js';
import { type PlayedDoor, startEveryNetwork } from '../networks/every-network.js';
import type { InventedAccount } from '../networks/played-account.js';
import type { NetworkApplication } from '../../apps/api/src/networks/core/network-connector.js';

const DAY_MS = 86_400_000;

/** What the parent asks. */
export interface StandInTask {
  latencyMs: number;
  /** Accounts of some twenty posts in three weeks. */
  accounts: number;
  /** One more account, `long`, has so many posts. */
  longPosts: number;
}

/** What it is told once all of them listen. */
export interface StandInsReady {
  doors: PlayedDoor[];
  urls: Record<string, string>;
  applications: Record<string, NetworkApplication>;
}

const task: StandInTask = JSON.parse(process.argv[2] ?? '{}');
const start = new Date();
const ago = (days: number) => new Date(start.getTime() - days * DAY_MS);

function invent(name: string, span: { seed: number; days: number; posts: number }): InventedAccount {
  const { seed, days, posts } = span;
  return { name, title: 'Centre culturel inventé', followers: 1200, since: ago(days), followersPerDay: 1.5, posts: inventPosts({ seed, from: ago(days), to: start, postsPerWeek: (7 * posts) / days, followers: 1200 }) };
}

const accounts = Array.from({ length: task.accounts - 1 }, (_, index) => invent(`centre-${index + 2}`, { seed: index + 2, days: 21, posts: 20 }));
const every = await startEveryNetwork({
  now: () => new Date(), latencyMs: task.latencyMs,
  accounts: [invent('centre-1', { seed: 1, days: 21, posts: 20 }), ...accounts, invent('long', { seed: 99, days: 700, posts: task.longPosts })],
});
const ready: StandInsReady = { doors: every.doors, urls: every.urls, applications: every.applications };
// Millions of asks would be kept otherwise.
const forget = setInterval(() => { for (const { asked } of Object.values(every.played).map(({ standIn }) => standIn)) if (asked.length > 1000) asked.length = 0; }, 1000);
// Any message asks what Mastodon was asked since the last one.
process.on('message', () => process.send?.(JSON.stringify(every.played.mastodon.standIn.asked.splice(0).map(({ url }) => url.href))));
process.once('disconnect', () => {
  clearInterval(forget);
  void every.close();
});
process.send?.(JSON.stringify(ready));
