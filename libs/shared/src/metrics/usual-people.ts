import { MIN_FOLLOWERS } from './reach-rate.js';

/**
 * About how many people a usual post reaches today: the usual reach rate of a channel times its followers, whole.
 * It says what a share of followers stands for; it is no measured reach, and is always said with « environ ».
 * @returns null when either is unknown, or under MIN_FOLLOWERS followers: no rate is made of so few
 */
export function usualPeople(usualRate: number | null, followers: number | null): number | null {
  if (usualRate === null || followers === null || followers < MIN_FOLLOWERS) return null;
  return Math.round(usualRate * followers);
}
