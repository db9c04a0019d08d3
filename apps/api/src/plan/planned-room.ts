import { addDays, MAX_PLANNED_A_DAY, MAX_PLANNED_TO_COME } from '@portee/shared';
import { type EntityManager, IsNull, MoreThanOrEqual } from 'typeorm';
import { PlanError } from './plan-error.js';
import { PlannedPost } from './planned-post.entity.js';

type Place = Pick<PlannedPost, 'organisationId' | 'channelId' | 'day'>;

/** Room for one post more in the calendar, on its day. @throws PlanError planned-post-limit, planned-day-full */
export async function leaveRoomFor(manager: EntityManager, place: Place, at: Date): Promise<void> {
  // Yesterday is still to come somewhere west of here.
  const today = addDays(at.toISOString().slice(0, 10), -1);
  const toCome = await manager.countBy(PlannedPost, { organisationId: place.organisationId, deletedAt: IsNull(), day: MoreThanOrEqual(today) });
  if (toCome >= MAX_PLANNED_TO_COME) throw new PlanError('planned-post-limit', { limit: MAX_PLANNED_TO_COME });
  await leaveRoomOn(manager, place);
}

/** Room on a day, for a post that comes to it. @throws PlanError planned-day-full */
export async function leaveRoomOn(manager: EntityManager, { organisationId, channelId, day }: Place): Promise<void> {
  const onDay = await manager.countBy(PlannedPost, { organisationId, channelId, day, deletedAt: IsNull() });
  if (onDay >= MAX_PLANNED_A_DAY) throw new PlanError('planned-day-full', { limit: MAX_PLANNED_A_DAY, day });
}
