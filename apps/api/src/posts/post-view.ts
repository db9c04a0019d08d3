import { type Post, postSharesPerLike, reachRate } from '@portee/shared';
import type { ListedPostRow } from './post-list.query.js';
import { byThemeName } from './theme-names.js';

/** A settled post as the contract shows it, its rates made by the shared formulas. */
export function toPostView(row: ListedPostRow): Post {
  return {
    id: row.postId, channelId: row.channelId, externalId: row.externalId, publishedAt: row.publishedAt.toISOString(),
    localDay: row.localDay, localTime: row.localTime, format: row.format, text: row.text, url: row.url, paid: row.paid,
    followers: row.followers, followersEstimated: row.followersEstimated,
    reach: row.reach, reachOrganic: row.reachOrganic, reachPaid: row.reachPaid, reachFollowers: row.reachFollowers,
    views: row.views, viewsOrganic: row.viewsOrganic, viewsPaid: row.viewsPaid,
    likes: row.likes, comments: row.comments, shares: row.shares, saves: row.saves, clicks: row.clicks,
    reachRate: reachRate(row.reach, row.followers), sharesPerLike: postSharesPerLike(row),
    isFinal: row.isFinal, ageUnknown: row.ageUnknown, ineligible: row.ineligible,
    observedAt: row.observedAt.toISOString(), deletedAt: row.deletedAt?.toISOString() ?? null, themes: row.themes.toSorted(byThemeName),
  };
}
