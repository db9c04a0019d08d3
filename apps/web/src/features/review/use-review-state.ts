import type { ChannelOutlook, ChosenThing, MonthReview, RecommendationDecision } from '@portee/shared';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useExperiments } from '../../api/experiments.queries.js';
import { useOutlooks } from '../../api/outlook.queries.js';
import { useDecisions } from '../../api/plan.queries.js';
import { beingTested, waitingThings } from '../../ui/decide/waiting-things.js';
import { DECISIONS_A_REVIEW, decidedSince } from './decided-since.js';
import type { Done, StepName } from './steps.js';

export interface Deciding {
  outlooks: readonly ChannelOutlook[];
  decisions: readonly RecommendationDecision[];
  /** Of this review. */
  decided: readonly RecommendationDecision[];
  /** What is still to be decided in this review. */
  things: readonly ChosenThing[];
  /** All that waits, these included. */
  waiting: number;
}

/** What there is to decide in the review of a month; null: not read yet, or it cannot be. */
export function useDeciding(review: MonthReview): { deciding: Deciding | null; error: Error | null; retry: () => void } {
  const { today, timeZone } = useCurrentOrganisation();
  const outlooks = useOutlooks();
  const decisions = useDecisions();
  const experiments = useExperiments();
  const retry = (): void => { for (const query of [outlooks, decisions]) if (query.error !== null) void query.refetch(); };
  if (outlooks.data === undefined || decisions.data === undefined || experiments.isPending) return { deciding: null, error: outlooks.error ?? decisions.error, retry };
  const decided = decidedSince(decisions.data, review, timeZone);
  const { things, count } = waitingThings(outlooks.data, { decisions: decisions.data, today, beingTested: beingTested(experiments.data ?? []) });
  const left = Math.max(0, DECISIONS_A_REVIEW - decided.length);
  return { deciding: { outlooks: outlooks.data, decisions: decisions.data, decided, things: things.slice(0, left), waiting: count }, error: null, retry };
}

/** What was done, as it really stands; what is only read is done once it was read here. A closed month is done. */
export function doneOf({ comment, closedAt }: MonthReview, deciding: Deciding | null, seen: readonly StepName[]): Done {
  const isClosed = closedAt !== null;
  return {
    happened: isClosed || seen.includes('happened'), tried: isClosed || seen.includes('tried'),
    decide: isClosed || (deciding !== null && deciding.things.length === 0),
    comment: isClosed || comment !== null, close: isClosed,
  };
}
