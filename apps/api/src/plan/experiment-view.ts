import type { Experiment as ExperimentView, ExperimentResult, ExperimentSlot } from '@portee/shared';
import type { Experiment } from './experiment.entity.js';
import type { SlotRow } from './experiments.query.js';
import type { SlotFate } from './judge-experiment.js';
import { blocksMissing, type ExperimentReading } from './read-experiment.js';

/** What a door shows of an experiment. @param reading  as it is known now: without any effect as long as it is under way; null: it was given up */
export function toExperimentView(experiment: Experiment, { slots, fates, reading, givenUpBefore }: { slots: readonly SlotRow[]; fates: readonly SlotFate[]; reading: ExperimentReading | null; givenUpBefore: number }): ExperimentView {
  const { id, channelId, recommendationId, dimension, level, against, sees, eachArm, metric, startsDay, lastDay, startedBy, state, version } = experiment;
  return {
    id, channelId, recommendationId, dimension, level, against, sees, eachArm, metric, startsDay, lastDay, startedBy, state, version, givenUpBefore,
    startedAt: experiment.startedAt.toISOString(), endedAt: experiment.endedAt?.toISOString() ?? null,
    progress: reading && { done: reading.done, planned: reading.planned, arms: reading.arms },
    result: reading && resultOf(reading), blocksMissing: reading !== null && state === 'under_way' ? blocksMissing(reading) : 0,
    slots: slots.map((slot) => toSlotView(experiment, slot, fates.find(({ position }) => position === slot.position))),
  };
}

/** @param fate  undefined: nothing is known of it but what is stored */
export function toSlotView(experiment: Pick<Experiment, 'level' | 'against'>, slot: Omit<SlotRow, 'planned'>, fate?: SlotFate): ExperimentSlot {
  const { position, block, arm, day, plannedPostId } = slot;
  const postId = fate === undefined ? slot.postId : fate.postId;
  const isGivenUp = fate?.isGivenUp ?? (day !== null && plannedPostId === null);
  const state = stateOf({ isPublished: postId !== null, isGivenUp, isPlaced: day !== null });
  return { position, block, ...(state === 'free' ? { arm: null, drawn: null } : { arm, drawn: experiment[arm] }), state, plannedPostId, postId };
}

function stateOf({ isPublished, isGivenUp, isPlaced }: { isPublished: boolean; isGivenUp: boolean; isPlaced: boolean }): ExperimentSlot['state'] {
  if (isPublished) return 'published';
  if (isGivenUp) return 'given-up';
  return isPlaced ? 'placed' : 'free';
}

function resultOf(reading: ExperimentReading): ExperimentResult | null {
  if (reading.state === 'under_way') return null;
  if (reading.state === 'not_enough_data') return { state: 'not_enough_data' };
  const { state, verdict, effect, low, high, isShort } = reading;
  return { state, verdict, effect, low, high, isShort };
}
