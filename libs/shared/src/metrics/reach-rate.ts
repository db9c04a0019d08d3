/** Under this many followers a percentage says nothing: one person more or less moves it by two points. */
export const MIN_FOLLOWERS = 50;

/**
 * People reached by a post per follower, as a fraction: 0.055 reads "5,5 %". Never clipped: shares and
 * paid pushes reach people who do not follow, so it may exceed 1.
 * @param reach      distinct people who saw the post; null when the network does not tell
 * @param followers  followers on the day of publication (see followersOn); null when unknown
 * @returns null when either is unknown, or under MIN_FOLLOWERS followers
 */
export function reachRate(reach: number | null, followers: number | null): number | null {
  if (reach === null || followers === null || followers < MIN_FOLLOWERS) return null;
  return reach / followers;
}
