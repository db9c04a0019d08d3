import type { PostFormat } from '@portee/shared';

/** Figures of one post as read at one instant. Cumulative. Null is unknown, 0 is measured nothing. */
export interface PostFigures {
  /** Followers on the day of publication, where the source says it (newsletters: delivered). */
  followers: number | null;
  reach: number | null;
  reachOrganic: number | null;
  reachPaid: number | null;
  reachFollowers: number | null;
  views: number | null;
  viewsOrganic: number | null;
  viewsPaid: number | null;
  viewsFollowers: number | null;
  /** All reactions, whatever their kind. */
  likes: number | null;
  comments: number | null;
  shares: number | null;
  saves: number | null;
  clicks: number | null;
  videoViews: number | null;
  watchTimeSeconds: number | null;
}

export const NO_FIGURES: PostFigures = {
  followers: null, reach: null, reachOrganic: null, reachPaid: null, reachFollowers: null,
  views: null, viewsOrganic: null, viewsPaid: null, viewsFollowers: null,
  likes: null, comments: null, shares: null, saves: null, clicks: null, videoViews: null, watchTimeSeconds: null,
};

/** One post with its figures, as a connector or an export reader hands it to the ledger. */
export interface PostReading {
  /** The network's own identifier: text, even where it looks like a number. */
  externalId: string;
  publishedAt: Date;
  format: PostFormat | null;
  text: string | null;
  url: string | null;
  /** Pushed with money: true, false or unknown (null). */
  paid: boolean | null;
  /** A share of somebody else's post. */
  isShare: boolean;
  /** A role ("coordination"), never a person's name. */
  authorRole: string | null;
  themes: readonly string[];
  deletedAt: Date | null;
  /** Instant at which the figures were true; null: the instant the file was downloaded. */
  observedAt: Date | null;
  figures: PostFigures;
}

/** One day of a channel. Day is local to the channel, text `YYYY-MM-DD`. */
export interface ChannelReading {
  day: string;
  observedAt: Date | null;
  followers: number | null;
  reach: number | null;
  views: number | null;
  visits: number | null;
  /** Followers among the people reached over the 28 days ending this day. */
  followersReached28Days: number | null;
}

export const NO_CHANNEL_FIGURES: Omit<ChannelReading, 'day'> = {
  observedAt: null, followers: null, reach: null, views: null, visits: null, followersReached28Days: null,
};
