import type { Contrast } from './contrast.js';
import type { GateReading } from './robust-gate.js';

export type Verdict = 'do_more' | 'do_less' | 'test' | 'no_clear_difference' | 'not_enough_data';

/** Why a verdict says no more than it does, in a word. null: nothing held it back. */
export type VerdictReason = 'too-few-posts' | 'paid-is-chosen' | null;

/** Posts that a level and the rest must each have before anything is said of it. */
export const FEWEST_OF_LEVEL = 8;
/** Organic posts under which nothing above a test is ever said. */
const FEWEST_FOR_ADVICE = 40;
/** From here on the usual gates hold; under it stricter ones. */
const MANY = 120;
const SMALLEST_EFFECT = Math.log(1.05);
const SHOWN_EFFECT = 0.1;
const CHANCE_OF_SMALLEST = 0.95;
const TEST = { chance: 0.85, effect: 0.15 };
const SERIES_CHANCE = 0.99;

interface Gates {
  chance: number;
  p: number;
}

/** Step 8: what may be said of a choice. @param organic  organic posts of the whole channel */
export function verdictOf(contrast: Contrast, { gate, organic }: { gate: GateReading | null; organic: number }): { verdict: Verdict; reason: VerdictReason } {
  const { choice } = contrast;
  if (choice.posts < FEWEST_OF_LEVEL || choice.others < FEWEST_OF_LEVEL) return { verdict: 'not_enough_data', reason: 'too-few-posts' };
  if (choice.dimension === 'paid') return { verdict: 'no_clear_difference', reason: 'paid-is-chosen' };
  const gates: Gates = organic >= MANY ? { chance: 0.98, p: 0.03 } : { chance: 0.99, p: 0.02 };
  const mayAdvise = organic >= FEWEST_FOR_ADVICE;
  for (const side of [1, -1] as const) {
    if (mayAdvise && isSure(contrast, side, { gate, gates })) return { verdict: side === 1 ? 'do_more' : 'do_less', reason: null };
  }
  return { verdict: isWorthTesting(contrast) ? 'test' : 'no_clear_difference', reason: null };
}

function isSure(contrast: Contrast, side: 1 | -1, { gate, gates }: { gate: GateReading | null; gates: Gates }): boolean {
  if (shown(contrast) * side < SHOWN_EFFECT) return false;
  if (contrast.choice.dimension === 'rendezvous') return chance(contrast, side, 0) >= SERIES_CHANCE;
  return chance(contrast, side, 0) >= gates.chance && chance(contrast, side, SMALLEST_EFFECT) >= CHANCE_OF_SMALLEST && gate !== null && gate.p <= gates.p && gate.effect * side > 0;
}

function isWorthTesting(contrast: Contrast): boolean {
  const effect = shown(contrast);
  return Math.abs(effect) >= TEST.effect && chance(contrast, effect > 0 ? 1 : -1, 0) >= TEST.chance;
}

/** Chance that the effect goes beyond a size on one side of 0. */
function chance(contrast: Contrast, side: 1 | -1, size: number): number {
  return side === 1 ? contrast.chanceAbove(size) : 1 - contrast.chanceAbove(-size);
}

/** The effect as it is read: +0.38 is "38 % more people". */
function shown({ effect }: Contrast): number {
  return Math.expm1(effect);
}
