import type { StaffInput } from './staff-input.js';
import type { YearWindow } from './year-window.js';
import { staffLines } from './staff-scale.js';

/** Five lines, lowest first, and the range drawn around them; `step`: how many times each line is the one below. */
export interface SharedScale { lines: number[]; step: number; lowest: number; highest: number }

const LINES = 5;
/** How far beyond the outer lines drawings reach, in steps. */
const AIR = 0.45;

/**
 * One scale for several channels: five lines that double upwards, or quadruple, or more where the channels lie that far apart.
 * The usual of every month of every channel lies within, and that of months taken together; likely ranges may stand at the edge.
 */
export function sharedScale(inputs: readonly StaffInput[], windows: readonly (YearWindow | null)[] = []): SharedScale {
  const months = inputs.flatMap(({ parts }) => parts.map(({ usual }) => usual));
  const together = windows.flatMap((window) => window?.usual ?? []);
  const rates = [...months, ...together].flatMap(({ median }) => median ?? []).filter((rate) => rate > 0);
  const [low, high] = [Math.min(...rates), Math.max(...rates)];
  if (rates.length === 0) return around(staffLines(null), 2);
  // Lines are those of a single staff (1.5, 3, 6…): their middle may lie half a doubling off the channels' own.
  const doublings = Math.max(1, Math.ceil((Math.log2(high / low) + 1) / (LINES - 1 + 2 * AIR)));
  const step = 2 ** doublings;
  const [first] = staffLines(Math.sqrt(low * high));
  const middle = first * 4;
  return around(Array.from({ length: LINES }, (_, place) => middle * step ** (place - 2)), step);
}

function around(lines: readonly number[], step: number): SharedScale {
  const air = step ** AIR;
  return { lines: [...lines], step, lowest: (lines[0] ?? 1) / air, highest: (lines.at(-1) ?? 1) * air };
}
