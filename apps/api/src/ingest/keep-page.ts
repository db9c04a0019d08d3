import type { EntityManager } from 'typeorm';
import { Channel } from '../channels/channel.entity.js';
import type { PostReading } from '../networks/core/readings.js';
import type { ReadingPage } from '../networks/core/network-connector.js';
import { markDeleted } from '../posts/mark-deleted.js';
import { writeReadings } from '../posts/write-readings.js';
import { LEASE_MS, type RunInHand, stageAfter } from './begin-run.js';
import { holdRun } from './in-hand.js';
import { waitsFor, waitUntil } from './network-waits.js';

/** A page on its way into the ledger. */
export interface KeptPage {
  page: ReadingPage;
  /** Of its posts those to be written. */
  posts: readonly PostReading[];
  now: Date;
  busyMs: number;
}

/** Most remarks that are kept of one collection: a server that is wrong all along fills no database. */
const MOST_REMARKS = 100;

/**
 * Writes a page and the cursor after it, in the transaction it is given: killed at any instant, either both are there or neither.
 * @returns the instant before which nothing more is to be asked: what another collection was told meanwhile; null: go on
 * @throws HandedOver
 */
export async function keepPage(manager: EntityManager, run: RunInHand, kept: KeptPage): Promise<Date | null> {
  const { organisationId, channel, collection } = run;
  const { page, posts, now } = kept;
  await holdRun(manager, run);
  const outcome = await writeReadings(manager, {
    origin: { organisationId, originId: run.id, source: 'api', remembersReplaced: false }, observedAt: now,
    ...(posts.length > 0 ? { posts: each(posts) } : {}), ...(page.days.length > 0 ? { days: each(page.days) } : {}),
    channels: () => Promise.resolve(new Map([[1, channel]])),
  });
  const absent = await markDeleted(manager, organisationId, { channel, externalIds: page.absent, at: now });
  await noteProgress(manager, run, { ...kept, ...outcome, absent });
  if (page.memory !== undefined) await manager.query('UPDATE channel SET memory = $3 WHERE organisation_id = $1 AND id = $2', [organisationId, channel.id, JSON.stringify(page.memory)]);
  await manager.update(Channel, { organisationId, id: channel.id }, { claimedUntil: new Date(now.getTime() + LEASE_MS), ...changesOf(channel, page) });
  return waitUntil(manager, { network: channel.network, waitsFor: waitsFor(collection, channel.settings) }, now);
}

type Progress = KeptPage & { postsNew: number; snapshotsNew: number; unchanged: number; channelDaysNew: number; absent: number };

async function noteProgress(manager: EntityManager, run: RunInHand, done: Progress): Promise<void> {
  const { page } = done;
  const oldest = page.posts.reduce<Date | null>((first, { publishedAt }) => (first === null || publishedAt < first ? publishedAt : first), null);
  await manager.query(
    `UPDATE ingestion_run SET stage = $3, cursor = $4, tries = 0, pages = pages + 1, busy_ms = busy_ms + $5, posts_read = posts_read + $6, posts_new = posts_new + $7,
       snapshots_new = snapshots_new + $8, unchanged = unchanged + $9, days_new = days_new + $10, absent = absent + $11,
       oldest_post_at = least(oldest_post_at, $12),
       refused = (SELECT coalesce(jsonb_agg(DISTINCT x), '[]') FROM jsonb_array_elements(refused || $13::jsonb) x),
       remarks = CASE WHEN jsonb_array_length(remarks) < ${MOST_REMARKS} THEN remarks || $14::jsonb ELSE remarks END
     WHERE organisation_id = $1 AND id = $2`,
    [run.organisationId, run.id, page.cursor === null ? stageAfter(run.stage) : run.stage, JSON.stringify(page.cursor), Math.round(done.busyMs), page.posts.length, done.postsNew, done.snapshotsNew, done.unchanged,
      done.channelDaysNew, done.absent, oldest, JSON.stringify(page.refused), JSON.stringify(page.remarks.slice(0, MOST_REMARKS))],
  );
}

/** A channel that people named themselves keeps its name; one that carries its network's follows it. */
function changesOf(channel: Channel, { name }: ReadingPage): Partial<Pick<Channel, 'settings' | 'name'>> {
  const before = channel.settings['networkName'];
  const isRenamed = name !== undefined && name !== '' && name !== before;
  return {
    ...(isRenamed ? { settings: { ...channel.settings, networkName: name } } : {}),
    ...(isRenamed && before === channel.name ? { name: name.slice(0, 120) } : {}),
  };
}

async function* each<T>(readings: readonly T[]): AsyncGenerator<{ channelNumber: number; reading: T }> {
  for (const reading of readings) yield { channelNumber: 1, reading };
}
