import type { EntityManager } from 'typeorm';
import { expectedPostStat, readJudgedBy } from './expected-post-stat.js';
import type { LedgerChannel } from './ledger-channel.js';
import { type LedgerPost, readLedgerPosts } from './ledger-posts.query.js';
import type { FullPostStatRow } from './post-stat-row.js';

/** Posts settled together. */
const BATCH = 500;

/**
 * Posts of a channel as they had settled at an instant, by id: what was read later is ignored, and a post deleted later
 * is there. A post of which nothing had been read is missing. How a post is described (text, format, whether it was pushed)
 * has no history: it is that of today.
 */
export async function settleAsOf(manager: EntityManager, channel: LedgerChannel & { organisationId: string }, wanted: { postIds: readonly string[]; asOf: Date }): Promise<Map<string, FullPostStatRow>> {
  const read = { organisationId: channel.organisationId, until: wanted.asOf };
  const judgedBy = await readJudgedBy(manager, channel, read);
  const settled = new Map<string, FullPostStatRow>();
  for (let at = 0; at < wanted.postIds.length; at += BATCH) {
    const posts = await readLedgerPosts(manager, wanted.postIds.slice(at, at + BATCH), read);
    for (const row of posts.flatMap((post) => expectedPostStat(describedAt(post, wanted.asOf), judgedBy) ?? [])) settled.set(row.postId, row);
  }
  return settled;
}

function describedAt(post: LedgerPost, at: Date): LedgerPost {
  return post.deletedAt !== null && post.deletedAt > at ? { ...post, deletedAt: null } : post;
}
