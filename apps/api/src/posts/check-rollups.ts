import { isDeepStrictEqual } from 'node:util';
import { METHOD_VERSION } from '@portee/shared';
import type { EntityManager } from 'typeorm';
import { networkOf } from '../networks/registry.js';
import { type ChannelMonth, computeMonths } from './channel-months.js';
import { expectedPostStat, readJudgedBy } from './expected-post-stat.js';
import type { LedgerChannel } from './ledger-channel.js';
import type { FullPostStatRow } from './post-stat-row.js';
import { type CheckedPost, readCheckedPosts, readStoredMonths, type StoredMonth } from './rollup-check.query.js';

/** Where a rollup says something else than the snapshots. `undefined`: there is no such row; null: unknown. */
export interface RollupDifference {
  kind: 'post' | 'month';
  channelId: string;
  /** The post's identifier on its network, or the month and the definition it was counted under. */
  subject: string;
  field: string;
  stored: unknown;
  expected: unknown;
}

export interface RollupCheck {
  posts: number;
  months: number;
  /** In the order found. */
  differences: RollupDifference[];
}

/**
 * Proves a channel's rollups: settles every post anew from its snapshots with the pure functions of libs/shared,
 * computes its months from those, and holds both against what is stored. It shares no rule with the writer's SQL.
 * Reads month by month, in constant memory; the transaction must see one state of the rows all along.
 */
export async function checkRollups(manager: EntityManager, organisationId: string, channel: LedgerChannel): Promise<RollupCheck> {
  const check: RollupCheck = { posts: 0, months: 0, differences: [] };
  const stored = new Map((await readStoredMonths(manager, organisationId, channel.id)).map((month) => [keyOf(month), month]));
  for await (const posts of monthsOfPosts(manager, organisationId, channel)) {
    check.posts += posts.length;
    for (const { post, expected } of posts) check.differences.push(...differencesOfPost(channel, post, expected));
    const rows = posts.flatMap(({ expected }) => expected ?? []);
    for (const month of computeMonths(networkOf(channel.network).definitions, rows)) {
      check.months += 1;
      check.differences.push(...differencesOfMonth(channel, stored.get(keyOf(month)), month));
      stored.delete(keyOf(month));
    }
  }
  for (const month of stored.values()) check.differences.push({ ...aboutMonth(channel, month), field: 'row', stored: 'present', expected: undefined });
  return check;
}

interface SettledPost {
  post: CheckedPost;
  /** Null: no snapshot, so no row. */
  expected: FullPostStatRow | null;
}

/** Posts with what the snapshots say of them, a local month at a time, oldest first. */
async function* monthsOfPosts(manager: EntityManager, organisationId: string, channel: LedgerChannel): AsyncGenerator<SettledPost[]> {
  const judgedBy = await readJudgedBy(manager, channel, { organisationId, until: null });
  let month: SettledPost[] = [];
  for await (const post of readCheckedPosts(manager, organisationId, channel.id)) {
    const expected = expectedPostStat(post, judgedBy);
    const [first] = month.flatMap((settled) => settled.expected ?? []);
    if (first && expected && expected.localDay.slice(0, 7) !== first.localDay.slice(0, 7)) {
      yield month;
      month = [];
    }
    month.push({ post, expected });
  }
  if (month.length > 0) yield month;
}

function differencesOfPost(channel: LedgerChannel, { stat, externalId }: CheckedPost, expected: FullPostStatRow | null): RollupDifference[] {
  const about = { kind: 'post', channelId: channel.id, subject: externalId } as const;
  if (stat === null && expected === null) return [];
  if (stat === null) return [{ ...about, field: 'row', stored: undefined, expected: 'present' }];
  if (expected === null) return [{ ...about, field: 'row', stored: 'present', expected: undefined }];
  return fieldsThatDiffer(stat, expected).map((difference) => ({ ...about, ...difference }));
}

function differencesOfMonth(channel: LedgerChannel, stored: StoredMonth | undefined, computed: ChannelMonth): RollupDifference[] {
  const about = aboutMonth(channel, computed);
  if (!stored) return [{ ...about, field: 'row', stored: undefined, expected: 'present' }];
  const head = ({ from, to }: { from: string; to: string }, version: number) => ({ from, to, methodVersion: version });
  const plain = fieldsThatDiffer(head(stored, stored.methodVersion), head(computed, METHOD_VERSION));
  const figures = fieldsThatDiffer(stored.figures, { ...computed.figures });
  return [...plain, ...figures].map((difference) => ({ ...about, ...difference }));
}

function fieldsThatDiffer(stored: object, expected: object): { field: string; stored: unknown; expected: unknown }[] {
  const [kept, made] = [new Map<string, unknown>(Object.entries(stored)), new Map<string, unknown>(Object.entries(expected))];
  return [...new Set([...kept.keys(), ...made.keys()])]
    .map((field) => ({ field, stored: kept.get(field), expected: made.get(field) }))
    .filter((one) => !isDeepStrictEqual(one.stored, one.expected));
}

function aboutMonth(channel: LedgerChannel, { month, definition }: { month: string; definition: string }) {
  return { kind: 'month', channelId: channel.id, subject: `${month} (${definition})` } as const;
}

function keyOf({ month, definition }: { month: string; definition: string }): string {
  return `${month} ${definition}`;
}
