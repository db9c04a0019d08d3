import type { AnalysedPost } from '../insights/analysed-post.js';
import type { DrawnSlot } from './draw-arms.js';
import type { ExperimentEnd } from './experiment-end.js';
import type { Experiment } from './experiment.entity.js';
import type { SlotRow } from './experiments.query.js';
import type { ExpectedPost } from './likeness.js';
import { fillSlots } from './fill-slots.js';
import type { HandLink } from './match-posts.js';
import { placePosts } from './place-posts.js';
import { publishedIn } from './publish-as-drawn.js';
import { type ExperimentPost, type ExperimentReading, readExperiment } from './read-experiment.js';

/** All that an experiment is looked at with. */
export interface ExperimentSight {
  experiment: Experiment;
  timeZone: string;
  slots: readonly SlotRow[];
  /** What else the channel plans from its first day on: a post fills one plan. */
  otherPlans: readonly ExpectedPost[];
  byHand: readonly HandLink[];
  /** Of the channel, from its first day on. */
  posts: readonly AnalysedPost[];
  /** Local to the channel. */
  today: string;
  at: Date;
  end: ExperimentEnd;
}

export interface SlotFate {
  position: number;
  postId: string | null;
  /** Nothing will come: its post was taken out of the calendar before its time, or its week ended with the block half-filled. */
  isGivenUp: boolean;
  /** Its post was found, and somebody said that it is nothing of it. */
  isDisowned: boolean;
}

/** What an experiment says, and what fills its slots. Pure: no other look at the same things sees anything else. */
export function judgeExperiment(sight: ExperimentSight): { reading: ExperimentReading; fates: SlotFate[] } {
  const { experiment, slots, today } = sight;
  const filled = fillSlots(sight);
  const halfFilled = new Set(placePosts({ draw: drawOf(experiment, slots), dimension: experiment.dimension, placed: slots.flatMap(placedOf), posts: [], today }).halfFilled.map(({ block }) => block));
  const fates = slots.map((slot, index): SlotFate => {
    const { postId = null, isDisowned = false, isAwaited = false } = filled[index] ?? {};
    const isGone = slot.day !== null && !isAwaited;
    return { position: slot.position, postId, isDisowned, isGivenUp: postId === null && (isGone || (slot.day === null && halfFilled.has(slot.block))) };
  });
  const posts = new Map(sight.posts.map((post) => [post.id, post]));
  const drawn = slots.map(({ arm }, index) => {
    const { postId = null, isGivenUp = false, isDisowned = false } = fates[index] ?? {};
    return { arm, post: toExperimentPost(posts.get(postId ?? ''), experiment), isGivenUp, isDisowned };
  });
  return { reading: readExperiment({ eachArm: experiment.eachArm, posts: drawn, end: sight.end }), fates };
}

/** The draw of an experiment, as it was stored. */
export function drawOf({ seed, eachArm }: Pick<Experiment, 'seed' | 'eachArm'>, slots: readonly SlotRow[]): { seed: number; eachArm: number; slots: DrawnSlot[] } {
  return { seed, eachArm, slots: slots.map(({ position, block, arm }) => ({ position, block, arm })) };
}

/** The post of a slot, as it was placed. */
export function placedOf({ position, day, format, plannedPostId }: SlotRow): { id: string; day: string; format: SlotRow['format']; position: number }[] {
  return day === null ? [] : [{ id: plannedPostId ?? `gone ${position}`, day, format, position }];
}

/** People that a push reached are not counted; where a network does not tell them apart, a pushed post has no reach. */
function toExperimentPost(post: AnalysedPost | undefined, experiment: Experiment): ExperimentPost | null {
  if (post === undefined) return null;
  const { reach, reachOrganic, paid, followers, ineligible } = post;
  return { reach: reachOrganic ?? (paid === true ? null : reach), followers, ineligible, publishedIn: publishedIn(post, experiment) };
}
