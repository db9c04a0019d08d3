import { toInstant } from '@portee/shared';
import { publishedPosts } from './expected-posts.js';
import type { SlotRow } from './experiments.query.js';
import type { ExperimentSight } from './judge-experiment.js';
import type { ExpectedPost } from './likeness.js';
import { type HandLink, matchPosts } from './match-posts.js';

/** What fills a slot, as far as can be told. */
export interface SlotFilling {
  postId: string | null;
  /** Its post was found, and somebody said that it fills no plan, or another one. */
  isDisowned: boolean;
  /** A post is still awaited there, or was found. */
  isAwaited: boolean;
}

/**
 * Which post fills which slot. Once the time of a slot is past its post is not lost any more: it keeps the one it had where nothing is found for it now, and one that somebody
 * says is nothing of it is told as lost. A post fills one slot.
 */
export function fillSlots(sight: ExperimentSight): SlotFilling[] {
  const { slots, posts, byHand, at } = sight;
  const expected = slots.flatMap((slot) => expectedOf(slot, sight) ?? []);
  // Plans that are gone for good keep their posts, whatever is said of those since.
  const kept = new Set(slots.flatMap(({ planned, postId }) => (planned === null && postId !== null ? [postId] : [])));
  const known = new Set(posts.map(({ id }) => id));
  const said = byHand.filter(({ postId }) => known.has(postId) && !kept.has(postId));
  const open = { ...sight, posts: posts.filter(({ id }) => !kept.has(id)) };
  const found = match(open, expected, said);
  const unsaid = match(open, expected, said.filter(({ planId }) => planId !== null));
  const [saidOf, plansByHand, used] = [new Map(said.map((link) => [link.postId, link])), new Set(said.map(({ planId }) => planId)), new Set([...kept, ...expected.flatMap(({ id }) => found.get(id) ?? [])])];
  const isDisowned = (postId: string | undefined | null, key: string): boolean => saidOf.has(postId ?? '') && saidOf.get(postId ?? '')?.planId !== key;
  return slots.map((slot): SlotFilling => {
    const key = slotKey(slot);
    const plan = expected.find(({ id }) => id === key);
    if (slot.planned === null) return { postId: slot.postId, isDisowned: false, isAwaited: false };
    if (plan === undefined) return { postId: null, isDisowned: false, isAwaited: false };
    const now = found.get(key) ?? null;
    if (plan.at > at || plansByHand.has(key)) return { postId: now, isDisowned: false, isAwaited: true };
    const before = slot.postId ?? (now === null ? unsaid.get(key) : null);
    if (isDisowned(before, key)) return { postId: before ?? null, isDisowned: true, isAwaited: true };
    return { postId: now ?? (slot.postId !== null && known.has(slot.postId) && !used.has(slot.postId) ? slot.postId : null), isDisowned: false, isAwaited: true };
  });
}

/** A planned post is known to plans by its own id. */
export function slotKey({ plannedPostId, position }: Pick<SlotRow, 'plannedPostId' | 'position'>): string {
  return plannedPostId ?? `gone ${position}`;
}

function match({ otherPlans, posts, experiment: { channelId } }: ExperimentSight, expected: readonly ExpectedPost[], byHand: readonly HandLink[]): Map<string, string> {
  const { links } = matchPosts({ planned: [...expected, ...otherPlans], published: publishedPosts(posts, channelId), byHand });
  return new Map(links.map(({ planId, postId }) => [planId, postId]));
}

/** Null: no post is awaited there. What was taken out of the calendar once its time was past still counts: otherwise who dislikes a figure could drop it. */
function expectedOf(slot: SlotRow, { experiment: { channelId }, timeZone }: ExperimentSight): ExpectedPost | null {
  const { planned } = slot;
  if (planned === null) return null;
  const at = toInstant(`${planned.day}T${planned.time}`, timeZone).instant;
  if (planned.deletedAt !== null && new Date(planned.deletedAt) < at) return null;
  return { id: slotKey(slot), channelId, at, day: planned.day, format: planned.format, series: planned.series, title: planned.title };
}
