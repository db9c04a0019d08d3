import { type ChangedDimension, changedDimension, type PlanOutcome } from '@portee/shared';
import { isOfKind, type ToldApart } from '../recommendations/of-kind.js';
import type { OutcomeLineRow } from './outcome-lines.query.js';

/** The posts that a line changed, and from when to when. */
export interface Change {
  lineId: string;
  /** Null: posts of all channels. */
  ofChannel: string | null;
  /** Whose posts it is measured on. */
  channelId: string;
  dimension: ChangedDimension;
  level: string;
  isAdapted: boolean;
  fromDay: string;
  toDay: string | null;
}

export type Unmeasured = Extract<PlanOutcome, { kind: 'unmeasured' }>['reason'];

/** What a line changed: the posts that its recommendation was about; or why that cannot be told. */
export function changeOf({ id, channelId, fromDay, toDay, dimension, level, decision, advisedChannelId }: OutcomeLineRow): Change | Unmeasured {
  const measuredOn = channelId ?? advisedChannelId;
  if (dimension === null || measuredOn === null) return 'by-hand';
  if (dimension === 'paid') return 'push';
  const known = changedDimension.safeParse(dimension);
  if (!known.success || level === null) return 'all-posts';
  return { lineId: id, ofChannel: channelId, channelId: measuredOn, dimension: known.data, level, isAdapted: decision === 'adapted', fromDay, toDay };
}

/**
 * Other changes that began or ended within a span: what they made of the posts of their kind is none of this line's doing. One that holds throughout
 * is the same before and after.
 */
export function changedMeanwhile(changes: readonly Change[], { lineId, since, until }: { lineId: string; since: string; until: string }): Change[] {
  return changes.filter((other) => other.lineId !== lineId && ((since < other.fromDay && other.fromDay <= until) || (other.toDay !== null && since <= other.toDay && other.toDay < until)));
}

/** Whether one of these changes, or may have changed, a post of a channel. */
export function isChangedBy(changes: readonly Change[], channelId: string, post: ToldApart): boolean {
  return changes.some((change) => (change.ofChannel === null || change.ofChannel === channelId) && isOfKind(post, change) !== false);
}
