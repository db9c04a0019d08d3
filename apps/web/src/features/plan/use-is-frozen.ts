import { localDay, localTime, type PlannedPost } from '@portee/shared';
import { useState } from 'react';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useChannels } from '../../api/organisation.queries.js';
import type { DrawnPost } from './use-drawn.js';

/** Whether what was drawn for an experiment no longer changes, as the server refuses it (`planned-post-drawn`): its time is past. Days are the server's. */
export function useIsFrozen(drawn: DrawnPost | null, post: Pick<PlannedPost, 'channelId' | 'day' | 'time'> | null): boolean {
  const { today, slug } = useCurrentOrganisation();
  // When the form was opened: what it offers does not change under the hand.
  const [openedAt] = useState(() => new Date());
  const zone = useChannels(slug).data?.find(({ id }) => id === post?.channelId)?.timeZone;
  if (drawn === null || post === null || post.day > today) return false;
  return post.day < today || (zone !== undefined && `${post.day}T${post.time}` <= `${localDay(openedAt, zone)}T${localTime(openedAt, zone)}`);
}
