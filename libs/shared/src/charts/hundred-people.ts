import { figureBox, peopleFigures } from './people-figures.js';

/** Reached people are filled, the others outlined; dashed means the network does not say. */
export type PersonState = 'reached' | 'other' | 'unknown';

/** One of the hundred: top left corner of its box, which figure (index of `peopleFigures`), turned round or not. */
export interface Person { x: number; y: number; figure: number; mirrored: boolean; state: PersonState }

const PITCH_X = 26;
const PITCH_Y = 34;
/** Size of the whole picture, in the units of `figureBox`. */
export const hundredBox = { width: 9 * PITCH_X + figureBox.width, height: 9 * PITCH_Y + figureBox.height } as const;

/** How often each figure comes: the ones with a strong outline are rarer, so that the crowd stays calm. */
const OFTEN = [5, 3, 4, 2, 2, 2] as const;

/**
 * Ten rows of ten people, always the same crowd. Row 1 is at the bottom and fills from the left, so that the picture rises
 * like a level; no two alike stand side by side or one above the other.
 * @param filled how many are reached: rounded, held between 0 and 100; 'not-measurable' where the network gives no reach
 */
export function hundredPeople(filled: number | 'not-measurable'): Person[] {
  const reached = filled === 'not-measurable' || Number.isNaN(filled) ? null : Math.round(Math.min(100, Math.max(0, filled)));
  return crowd.map(({ figure, mirrored }, index) => ({
    x: (index % 10) * PITCH_X,
    y: (9 - Math.floor(index / 10)) * PITCH_Y,
    figure, mirrored,
    state: stateOf(index, reached),
  }));
}

function stateOf(index: number, reached: number | null): PersonState {
  if (reached === null) return 'unknown';
  return index < reached ? 'reached' : 'other';
}

const crowd = drawCrowd();

function drawCrowd(): { figure: number; mirrored: boolean }[] {
  const random = seeded(1884);
  const people: { figure: number; mirrored: boolean }[] = [];
  for (let index = 0; index < 100; index += 1) {
    const left = index % 10 === 0 ? undefined : people[index - 1]?.figure;
    const below = people[index - 10]?.figure;
    people.push({ figure: pickFigure(random(), [left, below]), mirrored: random() < 0.5 });
  }
  return people;
}

function pickFigure(share: number, taken: readonly (number | undefined)[]): number {
  const free = peopleFigures.map((_, figure) => figure).filter((figure) => !taken.includes(figure));
  const weights = free.map((figure) => OFTEN[figure] ?? 1);
  let left = share * weights.reduce((sum, weight) => sum + weight, 0);
  const found = free.find((_, index) => (left -= weights[index] ?? 0) < 0);
  return found ?? free[0] ?? 0;
}

/** Linear congruential numbers in [0, 1), the same at every start. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
