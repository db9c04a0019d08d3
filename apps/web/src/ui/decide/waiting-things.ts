import { type ChannelOutlook, type ChosenThing, chooseThree, type Experiment, isChoice, isWaiting, type Recommendation, type RecommendationDecision } from '@portee/shared';

interface Answered {
  decisions: readonly RecommendationDecision[];
  today: string;
  /** Recommendations with an experiment under way: it will answer. */
  beingTested: ReadonlySet<string>;
}

/** The recommendations that wait for the team, three at most at a time in the order in which they are told elsewhere, and how many there are in all. */
export function waitingThings(outlooks: readonly ChannelOutlook[], { decisions, today, beingTested }: Answered): { things: ChosenThing[]; count: number } {
  const standing = new Map(decisions.filter(({ isStanding }) => isStanding).map((decision) => [decision.recommendationId, decision]));
  const waiting = outlooks.map((outlook) => ({ ...outlook, records: outlook.records.filter((record) => !beingTested.has(record.id) && isQuestion(record, outlook) && isWaiting(record, standing.get(record.id), today)) }));
  const whole = new Map(outlooks.map((outlook) => [outlook.channelId, outlook]));
  return {
    // Cards speak of the channel as a whole: its other records say what may be in the way.
    things: chooseThree(waiting).map(({ outlook, record }) => ({ outlook: whole.get(outlook.channelId) ?? outlook, record })),
    count: waiting.reduce((sum, { records }) => sum + records.length, 0),
  };
}

/** Recommendations with an experiment under way. */
export function beingTested(experiments: readonly Experiment[]): Set<string> {
  return new Set(experiments.filter(({ state }) => state === 'under_way').map(({ recommendationId }) => recommendationId));
}

/** Less of one thing is no question of its own where more of another is advised: to do more of the one, decided or not, is to do less of the rest. */
function isQuestion({ dimension, verdict }: Recommendation, { records }: ChannelOutlook): boolean {
  return isChoice(dimension) && (verdict !== 'do_less' || !records.some((other) => other.dimension === dimension && other.verdict === 'do_more'));
}

/** Channels on which an experiment is under way: one at a time. */
export function busyWithExperiments(experiments: readonly Experiment[]): ReadonlySet<string> {
  return new Set(experiments.filter(({ state }) => state === 'under_way').map(({ channelId }) => channelId));
}
