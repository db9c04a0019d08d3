import { inventOrganisation } from './invent-organisation.js';
import { type Regret, scoreRegret } from './score-regret.js';
import { scoreAdvice, scoreComparison, type ScoredLevel } from './score-levels.js';
import { type ScoredTrend, scoreTrend } from './score-trend.js';
import { tellRecords, type ToldRecord } from './told-record.js';
import { tryExperiment } from './try-experiment.js';
import type { World } from './worlds.js';

/** One organisation of a world, scored: one channel, but for those that are compared. */
export interface Played {
  levels: ScoredLevel[];
  regrets: Regret[];
  trends: ScoredTrend[];
  /** Channels of which nothing at all was told. */
  silent: number;
}

/** @param told  records from elsewhere, of all channels; absent: the method is asked */
export function playOrganisation(world: World, number: number, told?: ReadonlyMap<string, readonly ToldRecord[]>): Played {
  const channels = inventOrganisation(world, number);
  const records = told === undefined ? tellRecords(channels, world.asks) : channels.flatMap(({ name }) => told.get(name) ?? []);
  const asks = (question: World['asks'][number]): boolean => world.asks.includes(question);
  return {
    levels: [
      ...(asks('advice') ? channels.flatMap((channel) => scoreAdvice(records, channel)) : []),
      ...(asks('channels') ? scoreComparison(records, channels) : []),
      ...(asks('experiment') ? channels.flatMap((channel) => tryExperiment(world, channel)) : []),
    ],
    regrets: asks('advice') ? channels.flatMap((channel) => scoreRegret(records, channel)) : [],
    trends: asks('trend') ? channels.map((channel) => scoreTrend(records, channel)) : [],
    silent: asks('experiment') ? 0 : channels.filter(({ name }) => records.every(({ channel }) => channel !== name)).length,
  };
}
