import type { StaffInput } from './staff-input.js';

/** The middle line when nothing shifts it: 6 people for 100 followers. */
const USUAL = 0.06;
/** How far beyond the outer lines posts are drawn in place, in doublings; farther ones stand at the edge with a mark. */
const MOST_BEYOND = 2.4;

/** The five lines, lowest first: each doubles the one below, shifted by doublings so that `centre` lies near the middle. */
export function staffLines(centre: number | null): [number, number, number, number, number] {
  const shift = centre === null || !(centre > 0) ? 0 : Math.round(Math.log2(centre / USUAL));
  const middle = USUAL * 2 ** shift;
  return [middle / 4, middle / 2, middle, middle * 2, middle * 4];
}

export interface StaffScale { lines: number[]; lowest: number; highest: number }

/** Lines and the range drawn around them: always a little air, more where posts stand beyond the lines. */
export function staffScale({ centre, notes, parts }: StaffInput): StaffScale {
  const lines = staffLines(centre);
  const rates = [...notes.map(({ rate }) => rate), ...parts.flatMap(({ usual }) => [usual.low, usual.median, usual.high])]
    .filter((rate) => rate !== null)
    .filter((rate) => rate > 0);
  const below = Math.max(0, ...rates.map((rate) => Math.log2(lines[0] / rate)));
  const above = Math.max(0, ...rates.map((rate) => Math.log2(rate / lines[4])));
  return { lines, lowest: lines[0] / 2 ** beyond(below, 0.5), highest: lines[4] * 2 ** beyond(above, 0.7) };
}

/** Short lines through or below a note outside the staff, one at each doubling passed. */
export function ledgerRates(rate: number, { lines, lowest, highest }: StaffScale): number[] {
  const [bottom = 0, top = 0] = [lines[0], lines.at(-1)];
  const ledgers: number[] = [];
  for (let line = top * 2; line <= Math.min(rate, highest) * 1.02; line *= 2) ledgers.push(line);
  for (let line = bottom / 2; line >= Math.max(rate, lowest) * 0.98; line /= 2) ledgers.push(line);
  return ledgers;
}

function beyond(doublings: number, least: number): number {
  return Math.min(MOST_BEYOND, Math.max(least, doublings + 0.3));
}
