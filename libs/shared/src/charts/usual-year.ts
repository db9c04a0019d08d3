import { monthOf } from '../time/period.js';
import { LABEL_SIZE, textWidth, type Drawing, type Mark } from './marks.js';
import type { Point } from './pen.js';
import { FEW_POSTS, type StaffGap, type StaffInput, type StaffPart, type StaffSeam } from './staff-input.js';
import { measuredRuns } from './staff-drawing.js';
import { sayPeopleShort, type StaffWords } from './staff-words.js';
import type { SharedScale } from './shared-scale.js';
import type { YearWindow } from './year-window.js';

/** Pixels around the staff: the scale on the left, the last value on the right, seams above, months below. */
const ROOM = { left: 38, right: 34, top: 22, bottom: 26 } as const;
const HEAD = 5;
/** How far the band of a month that stands alone reaches, as a share of it. */
const LONE = 0.5;

interface Place { left: number; right: number; top: number; bottom: number; x(months: number): number; y(rate: number): number }
interface Year { input: StaffInput; scale: SharedScale; words: StaffWords; place: Place }
interface YearLook { width: number; height: number; words: StaffWords; window?: YearWindow | null }

/** Twelve months of a channel's usual reach, small, on a scale that it shares with other channels. */
export function usualYear(input: StaffInput, scale: SharedScale, { width, height, words, window = null }: YearLook): Drawing {
  const year = { input, scale, words, place: placeIn(scale, width, height) };
  const runs = window === null ? measuredRuns(input.parts) : [windowRun(input, window)];
  const marks = [
    ...scale.lines.flatMap((rate) => staffLine(rate, year)),
    ...input.gaps.flatMap((gap) => gapMarks(gap, year)),
    ...runs.flatMap((run) => runMarks(run, year)),
    ...input.seams.flatMap((seam) => seamMarks(seam, year)),
    ...input.months.map((month, index) => monthLetter(month, index, year)),
    ...endValue(runs, year),
  ];
  return { width, height, marks };
}

function placeIn({ lowest, highest }: SharedScale, width: number, height: number): Place {
  const [left, right, top, bottom] = [ROOM.left, width - ROOM.right, ROOM.top, height - ROOM.bottom];
  const whole = Math.log(highest / lowest);
  const y = (rate: number): number => bottom - ((bottom - top) * Math.log(Math.min(highest, Math.max(lowest, rate)) / lowest)) / whole;
  return { left, right, top, bottom, x: (months) => left + ((right - left) * months) / 12, y };
}

function staffLine(rate: number, { place, words }: Year): Mark[] {
  const y = place.y(rate);
  return [
    { kind: 'line', role: 'staff', points: [{ x: place.left, y }, { x: place.right, y }] },
    { kind: 'text', role: 'quiet', at: { x: place.left - 8, y: y + LABEL_SIZE * 0.35 }, anchor: 'end', text: words.write.axisPeople(rate) },
  ];
}

/** Hatched and named where nothing was measured; named only where all posts are too young. */
function gapMarks({ start, end, state }: StaffGap, { scale, place, words }: Year): Mark[] {
  const [left, right] = [place.x(start), place.x(end)];
  const [top, bottom] = [place.y(scale.lines.at(-1) ?? scale.highest) - 4, place.y(scale.lines[0] ?? scale.lowest) + 4];
  const text = words.say(state === 'growing' ? 'charts.growing' : 'charts.notMeasured');
  const isTurned = textWidth(text) + 8 > right - left;
  const at = { x: (left + right) / 2, y: (top + bottom) / 2 };
  return [
    ...(state === 'not-measured' ? [{ kind: 'box', role: 'not-measured', at: { x: left, y: top }, width: right - left, height: bottom - top } as const] : []),
    { kind: 'text', role: 'plain', at, anchor: 'middle', text, isTurned },
  ];
}

type Measured = Pick<StaffPart, 'start' | 'end' | 'usual'> & { usual: { median: number } };

/** The window as one part as wide as its months. */
function windowRun({ months }: StaffInput, { from, to, usual }: YearWindow): Measured[] {
  const { median } = usual;
  return median === null ? [] : [{ start: Math.max(0, months.indexOf(monthOf(from))), end: months.indexOf(monthOf(to)) + 1, usual: { ...usual, median } }];
}

function runMarks(run: readonly Measured[], { place }: Year): Mark[] {
  const at = (part: Measured): Point => ({ x: place.x((part.start + part.end) / 2), y: place.y(part.usual.median) });
  const heads = run.map((part): Mark => ({ kind: 'head', role: part.usual.posts < FEW_POSTS ? 'few' : 'usual', at: at(part), radius: HEAD }));
  return [...bandMarks(run, place), ...(run.length > 1 ? [{ kind: 'line', role: 'usual', points: run.map(at) } as const] : []), ...heads];
}

function bandMarks(run: readonly Measured[], place: Place): Mark[] {
  const known = run.flatMap(({ start, end, usual: { low, high } }) => (low === null || high === null ? [] : [{ x: (start + end) / 2, half: (end - start) / 2, low, high }]));
  const [only] = known;
  if (only === undefined) return [];
  const sides = known.length === 1 ? [{ ...only, x: only.x - lone(only.half) }, { ...only, x: only.x + lone(only.half) }] : known;
  const edge = (side: 'low' | 'high'): Point[] => sides.map((part) => ({ x: place.x(part.x), y: place.y(part[side]) }));
  return [{ kind: 'area', role: 'band', points: [...edge('high'), ...edge('low').toReversed()] }];
}

/** A month alone has a band of half its width; several months together have one as wide as they are. */
function lone(half: number): number {
  return half > 0.5 ? half : half * LONE;
}

/** A change of definition with its day, on the side where it fits. */
function seamMarks({ day, place: months }: StaffSeam, { place, words }: Year): Mark[] {
  const x = place.x(months);
  const text = words.write.compactDay(day);
  const isRight = x + 6 + textWidth(text) <= place.right + ROOM.right;
  return [
    { kind: 'line', role: 'seam', points: [{ x, y: 4 }, { x, y: place.bottom + 4 }] },
    { kind: 'text', role: 'strong', at: { x: isRight ? x + 6 : x - 6, y: LABEL_SIZE }, anchor: isRight ? 'start' : 'end', text },
  ];
}

function monthLetter(month: string, index: number, { input, place, words }: Year): Mark {
  const role = index === input.months.length - 1 ? 'plain' : 'quiet';
  return { kind: 'text', role, at: { x: place.x(index + 0.5), y: place.bottom + ROOM.bottom - 6 }, anchor: 'middle', text: words.write.monthLetter(month) };
}

function endValue(runs: readonly Measured[][], { place, words }: Year): Mark[] {
  const last = runs.at(-1)?.at(-1);
  if (last === undefined) return [];
  return [{ kind: 'text', role: 'accent', at: { x: place.right + 6, y: place.y(last.usual.median) + LABEL_SIZE * 0.35 }, anchor: 'start', text: sayPeopleShort(words, last.usual.median) }];
}
