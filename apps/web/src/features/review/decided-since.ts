import { lastDay, localDay, type MonthReview, type RecommendationDecision } from '@portee/shared';

/** Three decisions are enough for one review: more would not be kept. */
export const DECISIONS_A_REVIEW = 3;

/** Standing decisions taken since the month was over, until it was closed: those of its review. */
export function decidedSince(decisions: readonly RecommendationDecision[], { month, closedAt }: Pick<MonthReview, 'month' | 'closedAt'>, timeZone: string): RecommendationDecision[] {
  const until = closedAt === null ? Infinity : Date.parse(closedAt);
  return decisions.filter(({ decidedAt, isStanding }) => isStanding && localDay(new Date(decidedAt), timeZone) > lastDay(month) && Date.parse(decidedAt) <= until);
}
