import type { EntityManager } from 'typeorm';
import { holdLedger } from './hold-ledger.js';
import { stagedChannel, type LedgerChannel } from './ledger-channel.js';
import { createPosts, describePosts, mergeDays, mergeFollowersOfPosts, mergePostSnapshots, nameStagedReadings, type Origin } from './merge-readings.query.js';
import { firstDayConcerned, refreshRollups } from './refresh-rollups.js';
import { stageDays, stagePosts, type StagedDay, type StagedPost } from './stage-readings.js';
import { nameStagedChannels, openStaging } from './staging-tables.js';
import { refreshThemeWords } from './theme-words.query.js';

/** A batch of readings on its way into the ledger. Channels are resolved after the rows have been staged, when all are known. */
export interface ReadingBatch {
  origin: Origin;
  /** Instant at which figures without one of their own were true. */
  observedAt: Date;
  posts?: AsyncIterable<StagedPost>;
  days?: AsyncIterable<StagedDay>;
  /** Channels by the numbers used in the rows. */
  channels(): Promise<ReadonlyMap<number, LedgerChannel>>;
}

/** What a batch changed. */
export interface WriteOutcome {
  postsNew: number;
  postsKnown: number;
  snapshotsNew: number;
  unchanged: number;
  channelDaysNew: number;
}

/**
 * The single writer of posts, their snapshots and the days of channels: bulk, idempotent, in the transaction
 * it is given, with the rollups it touches. Written twice, the same readings change nothing. Writers of an
 * organisation take turns from the moment the channels are asked for: what is known then stays so until the end.
 */
export async function writeReadings(manager: EntityManager, batch: ReadingBatch): Promise<WriteOutcome> {
  const { origin } = batch;
  await openStaging(manager);
  if (batch.posts) await stagePosts(manager, batch.posts, batch.observedAt);
  if (batch.days) await stageDays(manager, batch.days, batch.observedAt);
  await holdLedger(manager, origin.organisationId);
  const channels = await batch.channels();
  await nameStagedChannels(manager, [...channels].map(([number, channel]) => stagedChannel(number, channel)));
  const outcome: WriteOutcome = { postsNew: 0, postsKnown: 0, snapshotsNew: 0, unchanged: 0, channelDaysNew: 0 };
  if (batch.posts) await writePosts(manager, { origin, channelIds: [...channels.values()].map(({ id }) => id) }, outcome);
  if (batch.days) await writeDays(manager, origin, outcome);
  await refreshAfter(manager, batch, { channels: [...channels.values()], daysChanged: outcome.channelDaysNew > 0 });
  return outcome;
}

async function writePosts(manager: EntityManager, { origin, channelIds }: { origin: Origin; channelIds: readonly string[] }, outcome: WriteOutcome): Promise<void> {
  const staged = await nameStagedReadings(manager, origin, channelIds);
  if (staged.known > 0) await describePosts(manager, origin);
  if (staged.created > 0) await createPosts(manager, origin);
  await refreshThemeWords(manager, origin.organisationId, 'staged');
  outcome.postsNew = staged.created;
  outcome.postsKnown = staged.known;
  outcome.snapshotsNew = await mergePostSnapshots(manager, origin);
  outcome.unchanged += staged.readings - outcome.snapshotsNew;
  outcome.channelDaysNew += await mergeFollowersOfPosts(manager, origin);
}

async function writeDays(manager: EntityManager, origin: Origin, outcome: WriteOutcome): Promise<void> {
  const days = await mergeDays(manager, origin);
  outcome.channelDaysNew += days.added;
  outcome.unchanged += days.unchanged;
}

/** A new count of followers changes the rate of every post that rests on it; otherwise only the staged posts have changed. */
async function refreshAfter(manager: EntityManager, batch: ReadingBatch, changed: { channels: readonly LedgerChannel[]; daysChanged: boolean }): Promise<void> {
  const { organisationId, originId } = batch.origin;
  const later: { channel: LedgerChannel; from: string | null }[] = [];
  for (const channel of changed.daysChanged ? changed.channels : []) {
    later.push({ channel, from: await firstDayConcerned(manager, { organisationId, channelId: channel.id, originId }) });
  }
  const wholeChannels = changed.daysChanged && later.every(({ from }) => from === null);
  if (batch.posts && !wholeChannels) await refreshRollups(manager, { organisationId, channels: changed.channels, scope: { kind: 'staged' } });
  for (const { channel, from } of later) {
    await refreshRollups(manager, { organisationId, channels: [channel], scope: { kind: 'channel', channelId: channel.id, from } });
  }
}
