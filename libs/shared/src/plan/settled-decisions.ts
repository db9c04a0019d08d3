import type { RecommendationDecision, SettledDecision } from '../contract/plan-line.contract.js';
import type { ChannelOutlook, Recommendation } from '../contract/recommendation.contract.js';
import { localDay } from '../time/zone.js';
import { isWaiting } from './waiting-decisions.js';

interface Decided {
  decisions: readonly RecommendationDecision[];
  /** Local day of the organisation, and its zone. */
  today: string;
  timeZone: string;
}

/** What the team has answered of the recommendations of these channels, and is not asked again. */
export function settledDecisions(outlooks: readonly ChannelOutlook[], { decisions, today, timeZone }: Decided): SettledDecision[] {
  const standing = new Map(decisions.filter(({ isStanding }) => isStanding).map((decision) => [decision.recommendationId, decision]));
  return outlooks.flatMap(({ records }) => records).flatMap((record) => {
    const decision = standing.get(record.id);
    return decision === undefined || isWaiting(record, decision, today) ? [] : [{ recommendationId: record.id, decision: decision.decision, day: localDay(new Date(decision.decidedAt), timeZone) }];
  });
}

/** The same channels without the recommendations that the team has put off or refused: nobody is told twice, nor told in their place to do less of the rest. */
export function withoutSetAside(outlooks: readonly ChannelOutlook[], settled: readonly SettledDecision[]): ChannelOutlook[] {
  const aside = new Set(settled.filter(({ decision }) => decision === 'refused' || decision === 'postponed').map(({ recommendationId }) => recommendationId));
  return aside.size === 0 ? [...outlooks] : outlooks.map((outlook) => ({ ...outlook, records: withoutAside(outlook.records, aside) }));
}

/** What to do less was left unsaid while there was something to do more of the same kind: it was no other question. */
function withoutAside(records: readonly Recommendation[], aside: ReadonlySet<string>): Recommendation[] {
  const answered = new Set(records.filter(({ id, verdict }) => verdict === 'do_more' && aside.has(id)).map(({ dimension }) => dimension));
  return records.filter(({ id, verdict, dimension }) => !aside.has(id) && !(verdict === 'do_less' && answered.has(dimension)));
}

/** Since when a recommendation is in the plan, as it stands or adapted; null: it is not. */
export function inPlanSince(recommendationId: string, settled: readonly SettledDecision[]): string | null {
  return settled.find((one) => one.recommendationId === recommendationId && (one.decision === 'accepted' || one.decision === 'adapted'))?.day ?? null;
}
