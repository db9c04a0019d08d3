import type { Judged } from '../recommendations/result-table.js';
import type { PlayedExperiment } from './play-experiment.js';
import type { PlayedMatching } from './play-matching.js';
import type { PlayedOutcome } from './play-outcome.js';
import { planBounds } from './worlds.js';

/** Figures of a world by name, in percent where nothing else is said; null: the world gives no occasion for it. The folder's README says what each means. */
export type Figures = Readonly<Record<string, number | null>>;

export function experimentFigures(played: readonly PlayedExperiment[], isNull: boolean): Figures {
  return {
    covers: share(played, ({ isCovered }) => isCovered), FR: isNull ? share(played, ({ isFalse }) => isFalse) : null, seen: isNull ? null : share(played, ({ isSeen }) => isSeen),
    'of full': isNull ? null : share(played, ({ isFullCovered }) => isFullCovered), 'FR as published': isNull ? share(played, ({ isFalseAsPublished }) => isFalseAsPublished) : null,
    'FR peeking': isNull ? share(played, ({ isFalsePeeking }) => isFalsePeeking) : null, 'each arm': median(played.map(({ eachArm }) => eachArm)), width: median(played.map(({ width }) => width)),
  };
}

export function outcomeFigures(played: readonly PlayedOutcome[], isNull: boolean): Figures {
  const [withControl, plain] = [played.map((one) => one.withControl), played.map((one) => one.plain)];
  return {
    FR: isNull ? share(withControl, ({ isFalse }) => isFalse) : null, covers: share(withControl, ({ isCovered }) => isCovered), seen: isNull ? null : share(withControl, ({ isSeen }) => isSeen),
    'plain FR': isNull ? share(plain, ({ isFalse }) => isFalse) : null, 'plain covers': share(plain, ({ isCovered }) => isCovered),
  };
}

export function matchingFigures(played: readonly PlayedMatching[]): Figures {
  const total = (of: (one: PlayedMatching) => number): number => played.reduce((sum, one) => sum + of(one), 0);
  const percent = (some: (one: PlayedMatching) => number, all: (one: PlayedMatching) => number): number | null => (total(all) === 0 ? null : (100 * total(some)) / total(all));
  return {
    right: percent(({ right }) => right, ({ plans }) => plans), 'nearest first': percent(({ rightNearest }) => rightNearest, ({ plans }) => plans),
    'certain right': percent(({ certainRight }) => certainRight, ({ certain }) => certain), 'likely right': percent(({ likelyRight }) => likelyRight, ({ likely }) => likely),
    'of likely': percent(({ likely }) => likely, ({ likely, certain }) => likely + certain), 'past midnight': percent(({ past }) => past, ({ plans }) => plans),
    'kept off': total(({ keptOff }) => keptOff) / played.length,
  };
}

export function judge(where: string, figures: Figures): Judged[] {
  return Object.entries(figures).map(([what, figure]) => ({ where, what, figure, bound: planBounds[where]?.[what] }));
}

function share<Value>(values: readonly Value[], is: (value: Value) => boolean): number | null {
  return values.length === 0 ? null : (100 * values.filter(is).length) / values.length;
}

function median(values: readonly number[]): number | null {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? null;
}
