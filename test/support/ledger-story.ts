import { postFormats } from '@portee/shared';
import fc from 'fast-check';
import { v7 as newId } from 'uuid';
import { listNetworks } from '../../apps/api/src/networks/registry.js';
import type { LedgerChannel } from '../../apps/api/src/posts/ledger-channel.js';
import { type EntityManager, reading, write } from './ledger.js';

const DAY_MS = 86_400_000;
/** Around a change of definition, a change of clocks and the turn of a month, in Brussels. */
const START = Date.UTC(2025, 9, 1);
/** Days of a story, the first of October 2025 being the first. */
export const STORY_DAYS = 160;
export const POSTS = ['a', 'b', 'c', 'd', 'e', 'f'] as const;

/** The instant so many days after the beginning of every story. */
export const storyInstant = (days: number): Date => new Date(START + days * DAY_MS);

/** Instants on a coarse grid, so that equal ones, exact final ages and midnights happen. */
const instant = (days: number) => fc.integer({ min: 0, max: days * 4 }).map((quarter) => storyInstant(quarter / 4).toISOString());
const day = fc.integer({ min: -10, max: 75 }).map((offset) => storyInstant(offset).toISOString().slice(0, 10));
const figure = fc.option(fc.integer({ min: 0, max: 400 }), { freq: 3 });
const description = fc.record({ publishedAt: instant(60), format: fc.option(fc.constantFrom(...postFormats)), paid: fc.option(fc.boolean()), isShare: fc.boolean() });
const figures = fc.record({
  followers: fc.option(fc.integer({ min: 40, max: 300 })), reach: figure, reachOrganic: figure, reachFollowers: figure, views: figure,
  viewsFollowers: figure, likes: figure, shares: figure, comments: figure, saves: figure, clicks: figure,
});
const network = fc.constantFrom(...listNetworks().map((one) => one.network));
const unpaid = fc.option(fc.tuple(day, day).map((ends) => ends.toSorted()));
const source = fc.constantFrom('api' as const, 'file' as const, 'hand' as const, 'demo' as const);
const followerDays = fc.array(fc.record({ day, followers: fc.integer({ min: 40, max: 300 }) }), { minLength: 1, maxLength: 5 });

const post = fc.tuple(fc.record({
  externalId: fc.constantFrom(...POSTS), isDeleted: fc.nat({ max: 9 }).map((chance) => chance === 0), ownInstant: fc.option(instant(STORY_DAYS)), figures,
}), description).map(([own, described]) => ({ ...own, ...described }));
const batch = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('posts' as const), observedAt: instant(STORY_DAYS), source, posts: fc.array(post, { minLength: 1, maxLength: 8 }) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('followers' as const), observedAt: instant(STORY_DAYS), source, days: followerDays }) },
);
export type StoryBatch = typeof batch extends fc.Arbitrary<infer B> ? B : never;

/** Whatever may be written of a channel, in whatever order. */
export const anyStory = fc.record({ network, unpaid, batches: fc.array(batch, { minLength: 1, maxLength: 8 }) });

/** What may be written of a channel as time goes by: in order, and each post described the same all along. */
export const orderedStory = fc.record({
  network, unpaid, descriptions: fc.array(description, { minLength: POSTS.length, maxLength: POSTS.length }), batches: fc.array(batch, { minLength: 2, maxLength: 8 }),
}).map(({ descriptions, batches, ...rest }) => ({
  ...rest,
  batches: batches.toSorted((a, b) => a.observedAt.localeCompare(b.observedAt)).map((one) => (one.kind === 'posts' ? { ...one, posts: one.posts.map((given) => settleDescription(given, descriptions)) } : one)),
}));

function settleDescription(given: StoryPost, descriptions: readonly Partial<StoryPost>[]): StoryPost {
  return { ...given, ...descriptions[POSTS.indexOf(given.externalId)], isDeleted: false, ownInstant: null };
}
type StoryPost = typeof post extends fc.Arbitrary<infer P> ? P : never;

interface Where {
  organisationId: string;
  channel: LedgerChannel;
}

export async function writeBatch(manager: EntityManager, { organisationId, channel }: Where, given: StoryBatch): Promise<void> {
  const { observedAt } = given;
  if (given.kind === 'followers') return void (await write(manager, organisationId, { channel, observedAt, source: given.source, followers: given.days }));
  const posts = given.posts.map(({ externalId, publishedAt, isDeleted, ownInstant, ...rest }) =>
    reading(externalId, publishedAt, { ...rest, deletedAt: isDeleted ? new Date(observedAt) : null, observedAt: ownInstant === null ? null : new Date(ownInstant) }));
  await write(manager, organisationId, { channel, observedAt, source: given.source, posts });
}

/** Somebody declares that nothing was pushed between two days. */
export async function declareUnpaid(manager: EntityManager, { organisationId, channel }: Where, [from, to]: readonly string[]): Promise<void> {
  await manager.query(`INSERT INTO unpaid_period (organisation_id, channel_id, id, from_day, to_day, declared_by) VALUES ($1, $2, $3, $4, $5, 'owner')`, [organisationId, channel.id, newId(), from, to]);
}
