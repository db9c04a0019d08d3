import { toInstant } from '@portee/shared';
import type { AnalysedPost } from '../insights/analysed-post.js';
import type { DrawnSlot } from './draw-arms.js';
import { publishedPosts } from './expected-posts.js';
import type { ExperimentEnd } from './experiment-end.js';
import type { Experiment } from './experiment.entity.js';
import type { SlotRow } from './experiments.query.js';
import type { ExpectedPost } from './likeness.js';
import { type HandLink, matchPosts } from './match-posts.js';
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
  end: ExperimentEnd;
}

export interface SlotFate {
  position: number;
  postId: string | null;
  /** Nothing will come: its post was taken out of the calendar before its time, or its week ended with the block half-filled. */
  isGivenUp: boolean;
}

/** What an experiment says, and what fills its slots. Pure: no other look at the same things sees anything else. */
export function judgeExperiment(sight: ExperimentSight): { reading: ExperimentReading; fates: SlotFate[] } {
  const { experiment, slots, today } = sight;
  const expected = slots.flatMap((slot) => expectedOf(slot, sight) ?? []);
  const postOf = linkedPosts(expected, sight);
  const halfFilled = new Set(placePosts({ draw: drawOf(experiment, slots), dimension: experiment.dimension, placed: slots.flatMap(placedOf), posts: [], today }).halfFilled.map(({ block }) => block));
  const fates = slots.map((slot): SlotFate => {
    // A plan that is gone for good keeps the post that it had when it was last looked at.
    const postId = slot.planned === null ? slot.postId : (postOf.get(keyOf(slot)) ?? null);
    const isGone = slot.day !== null && !expected.some(({ id }) => id === keyOf(slot));
    return { position: slot.position, postId, isGivenUp: postId === null && (isGone || (slot.day === null && halfFilled.has(slot.block))) };
  });
  const posts = new Map(sight.posts.map((post) => [post.id, post]));
  const drawn = slots.map(({ arm }, index) => {
    const { postId, isGivenUp } = fates[index] ?? { postId: null, isGivenUp: false };
    return { arm, post: toExperimentPost(posts.get(postId ?? ''), experiment), isGivenUp };
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

function linkedPosts(expected: readonly ExpectedPost[], { otherPlans, posts, byHand, experiment: { channelId } }: ExperimentSight): Map<string, string> {
  const { links } = matchPosts({ planned: [...expected, ...otherPlans], published: publishedPosts(posts, channelId), byHand });
  return new Map(links.map(({ planId, postId }) => [planId, postId]));
}

/** Null: no post is awaited there. What was taken out of the calendar once its time was past still counts: otherwise who dislikes a figure could drop it. */
function expectedOf(slot: SlotRow, { experiment: { channelId }, timeZone }: ExperimentSight): ExpectedPost | null {
  const { planned } = slot;
  if (planned === null) return null;
  const at = toInstant(`${planned.day}T${planned.time}`, timeZone).instant;
  if (planned.deletedAt !== null && new Date(planned.deletedAt) < at) return null;
  return { id: keyOf(slot), channelId, at, day: planned.day, format: planned.format, series: planned.series, title: planned.title };
}

/** A planned post is known to plans by its own id. */
function keyOf({ plannedPostId, position }: SlotRow): string {
  return plannedPostId ?? `gone ${position}`;
}

/** People that a push reached are not counted; where a network does not tell them apart, a pushed post has no reach. */
function toExperimentPost(post: AnalysedPost | undefined, experiment: Experiment): ExperimentPost | null {
  if (post === undefined) return null;
  const { reach, reachOrganic, paid, followers, ineligible } = post;
  return { reach: reachOrganic ?? (paid === true ? null : reach), followers, ineligible, publishedIn: publishedIn(post, experiment) };
}
