import type { PostFormat } from '@portee/shared';
import { type EntityManager, In, LessThan, Not } from 'typeorm';
import type { TenantTransaction } from '../database/tenant-transaction.js';
import type { DrawnSlot } from './draw-arms.js';
import type { ExperimentSlot } from './experiment-slot.entity.js';
import { Experiment } from './experiment.entity.js';
import { PlanError } from './plan-error.js';

export interface ExperimentKey {
  organisationId: string;
  experimentId: string;
}

/** A slot with what became of the post that was planned for it. */
export interface SlotRow extends Omit<ExperimentSlot, 'organisationId'> {
  /** Null: none was placed, or it is gone for good. One that was taken out of the calendar is here for 30 days. */
  planned: SlotPlan | null;
}

export interface SlotPlan {
  day: string;
  time: string;
  title: string;
  format: PostFormat | null;
  /** Name of the appointment whose place it takes; null: none. */
  series: string | null;
  /** ISO 8601; null: it stands in the calendar. */
  deletedAt: string | null;
}

/** Slots of an experiment, in the order in which they are filled. */
export function readSlots(manager: EntityManager, { organisationId, experimentId }: ExperimentKey): Promise<SlotRow[]> {
  return slotsOf(manager, organisationId, [experimentId]);
}

/** Experiments on a recommendation that were given up, those that were started before an instant. */
export function countGivenUp(manager: EntityManager, { organisationId, recommendationId, startedAt }: Pick<Experiment, 'organisationId' | 'recommendationId' | 'startedAt'>): Promise<number> {
  return manager.countBy(Experiment, { organisationId, recommendationId, state: 'given_up', startedAt: LessThan(startedAt) });
}

/** Experiments of an organisation as they are stored, without those named. */
export async function readExperiments(manager: EntityManager, organisationId: string, without: readonly string[]): Promise<{ experiment: Experiment; slots: SlotRow[]; givenUpBefore: number }[]> {
  const experiments = await manager.findBy(Experiment, { organisationId, id: Not(In(without)) });
  const slots = Map.groupBy(await slotsOf(manager, organisationId, experiments.map(({ id }) => id)), ({ experimentId }) => experimentId);
  const givenUp = experiments.filter(({ state }) => state === 'given_up');
  const before = ({ recommendationId, startedAt }: Experiment): number => givenUp.filter((one) => one.recommendationId === recommendationId && one.startedAt < startedAt).length;
  return experiments.map((experiment) => ({ experiment, slots: slots.get(experiment.id) ?? [], givenUpBefore: before(experiment) }));
}

function slotsOf(manager: EntityManager, organisationId: string, experimentIds: readonly string[]): Promise<SlotRow[]> {
  return manager.query(
    `SELECT s.experiment_id AS "experimentId", s.position, s.block, s.arm, s.day::text AS day, s.format, s.planned_post_id AS "plannedPostId", s.post_id AS "postId",
       CASE WHEN p.id IS NOT NULL THEN json_build_object('day', p.day::text, 'time', p.time, 'title', p.title, 'format', p.format, 'series', a.title, 'deletedAt', p.deleted_at) END AS planned
     FROM experiment_slot s
     LEFT JOIN planned_post p ON p.organisation_id = $1 AND p.id = s.planned_post_id
     LEFT JOIN appointment a ON a.organisation_id = $1 AND a.id = p.appointment_id AND a.deleted_at IS NULL
     WHERE s.organisation_id = $1 AND s.experiment_id = ANY($2::uuid[]) ORDER BY s.experiment_id, s.position`,
    [organisationId, experimentIds],
  );
}

/** Stores what was drawn, however much it is. */
export async function insertSlots(manager: EntityManager, { organisationId, experimentId }: ExperimentKey, slots: readonly DrawnSlot[]): Promise<void> {
  await manager.query(
    'INSERT INTO experiment_slot (organisation_id, experiment_id, position, block, arm) SELECT $1, $2, g.position, g.block, g.arm FROM unnest($3::int[], $4::int[], $5::text[]) AS g (position, block, arm)',
    [organisationId, experimentId, slots.map(({ position }) => position), slots.map(({ block }) => block), slots.map(({ arm }) => arm)],
  );
}

/**
 * The experiment, held until the transaction ends: nobody else fills its slots, extends, ends or reads it. Its channel is held first, as those hold it who
 * delete it: who deletes it waits, instead of both waiting for each other.
 * @throws PlanError experiment-not-found
 */
export async function holdExperiment(manager: EntityManager, { organisationId, experimentId }: ExperimentKey): Promise<Experiment> {
  await manager.query(
    'SELECT 1 FROM channel WHERE organisation_id = $1 AND id = (SELECT channel_id FROM experiment WHERE organisation_id = $1 AND id = $2) FOR KEY SHARE',
    [organisationId, experimentId],
  );
  const held = await manager.findOne(Experiment, { where: { organisationId, id: experimentId }, lock: { mode: 'pessimistic_write' } });
  if (held === null) throw new PlanError('experiment-not-found');
  return held;
}

/** Says which posts fill which slots, as far as can be told now. */
export async function keepPostsOfSlots(manager: EntityManager, { organisationId, experimentId }: ExperimentKey, posts: readonly { position: number; postId: string | null }[]): Promise<void> {
  await manager.query(
    `UPDATE experiment_slot s SET post_id = g.post_id FROM unnest($3::int[], $4::uuid[]) AS g (position, post_id)
     WHERE s.organisation_id = $1 AND s.experiment_id = $2 AND s.position = g.position AND s.post_id IS DISTINCT FROM g.post_id`,
    [organisationId, experimentId, posts.map(({ position }) => position), posts.map(({ postId }) => postId)],
  );
}

/** Of the whole installation, the longest under way first. */
export function experimentsUnderWay(transaction: TenantTransaction): Promise<ExperimentKey[]> {
  return transaction.lookUp((manager) => manager.query('SELECT organisation_id AS "organisationId", experiment_id AS "experimentId" FROM experiments_under_way()'));
}
