import type { Played } from './play-world.js';
import type { ScoredLevel } from './score-levels.js';

/** Figures of a world, in the order of the table; shares in percent. The folder's README says what each means. */
export const figureNames = [
  'FR', 'FDR', 'power', 'covers', 'of true', 'of advice', 'type M', 'regret', 'present', 'wrong sign', 'width', 'worsening', 'improving', 'slope covers', 'change', 'in 75 days',
] as const;
export type FigureName = (typeof figureNames)[number];
/** null: the world gives no occasion for it. */
export type Figures = Readonly<Record<FigureName, number | null>>;

export function figuresOf(played: readonly Played[]): Figures {
  const levels = played.flatMap((one) => one.levels);
  const trends = played.flatMap((one) => one.trends);
  const regrets = played.flatMap((one) => one.regrets);
  const isChoiceWorthSomething = regrets.some(({ present }) => present > 0);
  const advice = levels.filter(({ isAdvice }) => isAdvice);
  const great = levels.filter(({ isGreat }) => isGreat);
  const isCovered = (level: ScoredLevel): boolean => level.isCovered;
  return {
    FR: share(played.filter((one) => one.levels.length > 0 || one.regrets.length > 0), (one) => one.levels.some(({ isFalse }) => isFalse)),
    FDR: share(advice, ({ isFalse }) => isFalse), power: share(great, ({ isRight }) => isRight),
    covers: share(levels, isCovered), 'of true': share(great, isCovered), 'of advice': share(advice, isCovered),
    'type M': median(levels.filter(({ isRight }) => isRight).map(({ shown, truth }) => shown / truth)),
    regret: isChoiceWorthSomething ? percentMean(regrets.map(({ advised }) => advised)) : null, present: isChoiceWorthSomething ? percentMean(regrets.map(({ present }) => present)) : null,
    'wrong sign': share(advice, ({ isWrongSign }) => isWrongSign), width: median(levels.map(({ width }) => width)),
    worsening: share(trends, ({ isWorsening }) => isWorsening), improving: share(trends, ({ isImproving }) => isImproving),
    'slope covers': share(trends.filter((trend) => trend.isCovered !== null), (trend) => trend.isCovered === true),
    change: share(trends, ({ isChange }) => isChange), 'in 75 days': share(trends, ({ isFoundInTime }) => isFoundInTime),
  };
}

function share<Value>(values: readonly Value[], is: (value: Value) => boolean): number | null {
  return values.length === 0 ? null : (100 * values.filter(is).length) / values.length;
}

function percentMean(values: readonly number[]): number {
  return (100 * values.reduce((sum, value) => sum + value, 0)) / values.length;
}

function median(values: readonly number[]): number | null {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? null;
}
