/** Columns of a Portée CSV of posts, in the order in which they are written. */
export const porteeColumns = [
  'channel', 'network', 'post_id', 'published_at', 'format', 'paid', 'followers', 'reach', 'reach_organic', 'reach_paid', 'reach_followers',
  'views', 'likes', 'comments', 'shares', 'saves', 'clicks', 'text', 'url', 'observed_at',
] as const;
/** Columns that may be left out, and stand after the others. */
export const porteeOptionalColumns = ['author_role', 'themes'] as const;
export type PorteeColumn = (typeof porteeColumns)[number] | (typeof porteeOptionalColumns)[number];

/** Accepted names of each column: people write "fans" and "impressions" where Portée says followers and views. */
export const porteeColumnNames: Readonly<Record<PorteeColumn, readonly string[]>> = {
  channel: ['channel'], network: ['network'], post_id: ['post_id'], published_at: ['published_at'], format: ['format'], paid: ['paid'],
  followers: ['followers', 'fans'], reach: ['reach'], reach_organic: ['reach_organic'], reach_paid: ['reach_paid'], reach_followers: ['reach_followers'],
  views: ['views', 'impressions'], likes: ['likes'], comments: ['comments'], shares: ['shares'], saves: ['saves'], clicks: ['clicks'],
  text: ['text'], url: ['url'], observed_at: ['observed_at'], author_role: ['author_role'], themes: ['themes'],
};

/** Columns of a Portée CSV of channels, one row per channel and day. */
export const porteeChannelColumns = ['channel', 'network', 'day', 'followers', 'reach', 'views', 'visits'] as const;
export type PorteeChannelColumn = (typeof porteeChannelColumns)[number];
export const porteeChannelColumnNames: Readonly<Record<PorteeChannelColumn, readonly string[]>> = {
  channel: ['channel'], network: ['network'], day: ['day'], followers: ['followers', 'fans'], reach: ['reach'], views: ['views', 'impressions'], visits: ['visits'],
};
