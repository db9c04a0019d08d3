import type { PostFigures } from '../networks/core/readings.js';

const SHAPE = 0.8;
const DAY_MS = 86_400_000;

/** How a post's figures grow: G(a) = 1 − exp(−(a/τ)^0.8) at age a, fast at first and never quite done, against what they are at the final age. */
export interface Growth {
  /** τ, in days. */
  slownessDays: number;
  finalAgeDays: number;
}

/** Share of the final figure reached at an age in days; a little above 1 past the final age. */
export function grownShare(growth: Growth, ageDays: number): number {
  return grown(growth, ageDays) / grown(growth, growth.finalAgeDays);
}

function grown({ slownessDays }: Growth, ageDays: number): number {
  return 1 - Math.exp(-((ageDays / slownessDays) ** SHAPE));
}

/** What was to be read at an age: whole figures, unknown where unknown, and letters delivered from the start. */
export function figuresAt(final: PostFigures, share: number): PostFigures {
  const whole = (value: number | null) => (value === null ? null : Math.round(value * share));
  const { viewsOrganic, viewsPaid } = { viewsOrganic: whole(final.viewsOrganic), viewsPaid: whole(final.viewsPaid) };
  return {
    followers: final.followers === null ? null : Math.round(final.followers),
    reach: whole(final.reach), reachOrganic: whole(final.reachOrganic), reachPaid: whole(final.reachPaid), reachFollowers: whole(final.reachFollowers),
    views: viewsOrganic === null || viewsPaid === null ? whole(final.views) : viewsOrganic + viewsPaid,
    viewsOrganic, viewsPaid, viewsFollowers: whole(final.viewsFollowers),
    likes: whole(final.likes), comments: whole(final.comments), shares: whole(final.shares), saves: whole(final.saves), clicks: whole(final.clicks),
    videoViews: whole(final.videoViews), watchTimeSeconds: whole(final.watchTimeSeconds),
  };
}

export function ageDays(publishedAt: Date, at: Date): number {
  return (at.getTime() - publishedAt.getTime()) / DAY_MS;
}
