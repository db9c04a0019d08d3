import { toInstant } from '@portee/shared';
import type { EntityManager } from 'typeorm';
import { findChannel } from '../channels/channels.service.js';
import { PlanError } from './plan-error.js';
import type { PlannedPost } from './planned-post.entity.js';

/** All that decides which published post fills a planned one. */
const MATCHED_BY = ['day', 'time', 'format', 'title', 'appointmentId', 'appointmentDay'] as const;
type Planned = Pick<PlannedPost, 'channelId' | (typeof MATCHED_BY)[number]>;

interface Change {
  before: PlannedPost;
  wanted: Planned;
  at: Date;
}

/**
 * A post that has a slot in an experiment under way stays on its channel, and is what it is once its time is past: who dislikes its figure could otherwise have it lost, and
 * who likes another could move it there.
 * @throws PlanError planned-post-drawn
 */
export async function requireUndrawn(manager: EntityManager, organisationId: string, { before, wanted, at }: Change): Promise<void> {
  const isMoved = MATCHED_BY.some((name) => before[name] !== wanted[name]);
  if (!isMoved && before.channelId === wanted.channelId) return;
  if ((await experimentOf(manager, organisationId, before.id)) === null) return;
  if (before.channelId !== wanted.channelId) throw new PlanError('planned-post-drawn');
  const { timeZone } = await findChannel(manager, organisationId, before.channelId);
  if ([before, wanted].some((post) => instantOf(post, timeZone) <= at)) throw new PlanError('planned-post-drawn');
}

/** One that was taken out before its time was given up, and is not brought back after it: its figure is known by then. @throws PlanError planned-post-drawn */
export async function requireNotGivenUp(manager: EntityManager, post: PlannedPost, at: Date): Promise<void> {
  if (post.deletedAt === null || (await experimentOf(manager, post.organisationId, post.id)) === null) return;
  const { timeZone } = await findChannel(manager, post.organisationId, post.channelId);
  const planned = instantOf(post, timeZone);
  if (post.deletedAt < planned && planned <= at) throw new PlanError('planned-post-drawn');
}

/** A post of other days than the experiment's cannot be said to be one of its posts. @throws PlanError link-outside-experiment */
export async function requireWithinExperiment(manager: EntityManager, organisationId: string, { plannedPostId, postId }: { plannedPostId: string; postId: string }): Promise<void> {
  const experiment = await experimentOf(manager, organisationId, plannedPostId);
  if (experiment === null) return;
  const { from, to } = experiment;
  // As where it is looked at: a post of the day after the last may have been meant for an evening of it.
  const within = await manager.query<unknown[]>(
    'SELECT 1 FROM post_stat WHERE organisation_id = $1 AND post_id = $2 AND local_day BETWEEN $3::date AND $4::date + 1', [organisationId, postId, from, to],
  );
  if (within.length === 0) throw new PlanError('link-outside-experiment', { from, to });
}

/** The days of the experiment under way in which a planned post has a slot; null: it has none. */
async function experimentOf(manager: EntityManager, organisationId: string, plannedPostId: string): Promise<{ from: string; to: string } | null> {
  const [experiment] = await manager.query<{ from: string; to: string }[]>(
    `SELECT e.starts_day::text AS "from", e.last_day::text AS "to" FROM experiment_slot s JOIN experiment e ON e.organisation_id = $1 AND e.id = s.experiment_id
     WHERE s.organisation_id = $1 AND s.planned_post_id = $2 AND e.state = 'under_way'`,
    [organisationId, plannedPostId],
  );
  return experiment ?? null;
}

function instantOf({ day, time }: Pick<PlannedPost, 'day' | 'time'>, timeZone: string): Date {
  return toInstant(`${day}T${time}`, timeZone).instant;
}
