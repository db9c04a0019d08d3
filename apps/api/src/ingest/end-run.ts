import type { EntityManager } from 'typeorm';
import { Channel } from '../channels/channel.entity.js';
import type { NetworkError } from '../networks/core/network-error.js';
import { readKnownPosts } from '../posts/known-posts.query.js';
import { nextStepAt } from './age-steps.js';
import { readingWindow, type RunInHand } from './begin-run.js';
import { announce } from '../webhooks/announce.js';
import { holdRun } from './in-hand.js';
import { announceWait, waitsFor } from './network-waits.js';
import { nextDueAt } from './next-due.js';
import { afterFailure, type AfterFailure, type TroubleReason } from './retry-policy.js';

/** The collection came to its end: the channel is well, and due again in its rhythm. @returns when @throws HandedOver */
export async function endRun(manager: EntityManager, run: RunInHand, now: Date): Promise<Date> {
  const { organisationId, channel, collection } = run;
  await holdRun(manager, run);
  const young = await readKnownPosts(manager, { organisationId, channelId: channel.id }, readingWindow(collection, now));
  const next = nextDueAt(channel.id, collection.everyHours, { now, nextStep: nextStepAt(young, collection.ageStepsHours, now) });
  await closeRun(manager, run, { state: 'done', reason: null, answer: null, now });
  await manager.update(Channel, { organisationId, id: channel.id }, {
    collectedAt: now, isBackfilled: true, failures: 0, trouble: null, troubleSince: null, warnedAt: null, limitedUntil: null, claimedUntil: null, nextDueAt: next,
  });
  return next;
}

/** A cursor that has failed this often may itself be what is wrong: the next collection begins anew. */
const CURSOR_TRIES = 3;

/** Why a collection stopped short. */
export interface Failure {
  reason: TroubleReason;
  /** null: it was not the network's doing. */
  error: NetworkError | null;
}

/**
 * The collection stopped short. It keeps its cursor where it will go on by itself; where only a person can help it is closed,
 * and the next one begins anew. What was read stays.
 * @throws HandedOver
 */
export async function failRun(manager: EntityManager, run: RunInHand, { failure, now }: { failure: Failure; now: Date }): Promise<AfterFailure> {
  const { organisationId, channel, collection } = run;
  const { reason, error } = failure;
  await holdRun(manager, run);
  const after = afterFailure(reason, { failures: channel.failures, now, error });
  const own = { organisationId, id: channel.id };
  if (after.kind === 'wait') {
    if (error?.waits !== 'channel') await announceWait(manager, { network: channel.network, waitsFor: waitsFor(collection, channel.settings) }, after.until);
    await manager.update(Channel, own, { nextDueAt: after.until, limitedUntil: after.until, claimedUntil: null });
    return after;
  }
  await closeRun(manager, run, { state: after.kind === 'again' && run.tries + 1 < CURSOR_TRIES ? 'running' : 'failed', reason, answer: error?.answer ?? null, now });
  await manager.update(Channel, own, {
    failures: channel.failures + 1, trouble: reason, troubleSince: channel.trouble === null ? now : channel.troubleSince, claimedUntil: null,
    ...(after.kind === 'again' ? { nextDueAt: after.at } : { nextDueAt: null, state: 'needs-reconnection' as const }),
  });
  if (after.kind === 'reconnect' && channel.state !== 'needs-reconnection') await announce(manager, 'channel.needs-reconnection', { facts: { channelId: channel.id, channelName: channel.name, network: channel.network }, now });
  return after;
}

/** The program is stopping: the channel is due at once, and goes on at its cursor. @throws HandedOver */
export async function putDown(manager: EntityManager, run: RunInHand): Promise<void> {
  const { organisationId, channel } = run;
  await holdRun(manager, run);
  await manager.update(Channel, { organisationId, id: channel.id }, { claimedUntil: null });
}

async function closeRun(manager: EntityManager, run: RunInHand, end: { state: string; reason: string | null; answer: string | null; now: Date }): Promise<void> {
  await manager.query(
    `UPDATE ingestion_run SET state = $3, reason = $4, kept_answer = $5, tries = tries + CASE WHEN $3 = 'done' THEN 0 ELSE 1 END, finished_at = CASE WHEN $3 = 'running' THEN NULL ELSE $6::timestamptz END
     WHERE organisation_id = $1 AND id = $2 AND holder = $7`,
    [run.organisationId, run.id, end.state, end.reason, end.answer, end.now, run.holder],
  );
}
