import type { PostFormat } from '@portee/shared';
import type { PostText } from './post-text.js';

/** A post as decided, before anybody has seen it. */
export interface PlannedPost extends PostText {
  number: number;
  day: string;
  publishedAt: Date;
  format: PostFormat;
  isEvening: boolean;
  isPaid: boolean;
  /** A share of somebody else's post. */
  isShare: boolean;
  /** Published as an experiment drew it: the team keeps it. */
  isDrawn: boolean;
}
