import { type ChannelOutlook, type ChosenThing, chooseThree, isChoice, isWaiting, type RecommendationDecision } from '@portee/shared';

/** The recommendations that wait for the team, three at most at a time in the order in which they are told elsewhere, and how many there are in all. */
export function waitingThings(outlooks: readonly ChannelOutlook[], { decisions, today }: { decisions: readonly RecommendationDecision[]; today: string }): { things: ChosenThing[]; count: number } {
  const standing = new Map(decisions.filter(({ isStanding }) => isStanding).map((decision) => [decision.recommendationId, decision]));
  const waiting = outlooks.map((outlook) => ({ ...outlook, records: outlook.records.filter((record) => isChoice(record.dimension) && isWaiting(record, standing.get(record.id), today)) }));
  const whole = new Map(outlooks.map((outlook) => [outlook.channelId, outlook]));
  return {
    // Cards speak of the channel as a whole: its other records say what may be in the way.
    things: chooseThree(waiting).map(({ outlook, record }) => ({ outlook: whole.get(outlook.channelId) ?? outlook, record })),
    count: waiting.reduce((sum, { records }) => sum + records.length, 0),
  };
}
